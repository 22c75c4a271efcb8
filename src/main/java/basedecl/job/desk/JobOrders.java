package basedecl.job.desk;

import basedecl.file.FileDigest;
import basedecl.job.launch.Order;
import basedecl.job.run.JobDefinition;
import basedecl.job.run.Rulebook;
import basedecl.job.submitted.RosterFile;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import basedecl.policy.Policy;
import basedecl.policy.PolicyBook;
import basedecl.policy.Population;
import basedecl.policyfile.PolicyFiles;
import basedecl.settings.CommonKeys;
import basedecl.settings.JobFile;
import basedecl.settings.JobKey;
import basedecl.settings.JobSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes orders of job files and requests: everything is checked, nothing is touched. The roster and
 * the shipped policies are read once and again when they change, since small runs follow each other
 * closely.
 */
public final class JobOrders {

  private Optional<KnownRoster> roster = Optional.empty();
  private Optional<PolicyBook> shipped = Optional.empty();

  private record KnownRoster(Path path, String sha256, RosterFile file) {}

  /**
   * What a job file asks for.
   *
   * @param today the day the run stands for where the file names none
   * @throws basedecl.message.RefusedException naming what cannot work, and where it stands
   */
  public Order order(JobFile file, LocalDate today) throws IOException {
    JobDefinition job = JobCatalog.named(file.job(JobCatalog.names()));
    JobSettings settings = file.settings(job.name(), job.keys());
    PolicyBook policies = policies(settings);
    Rulebook rules = Rulebook.of(settings, policies);
    LocalDate businessDate = settings.businessDate(today);
    checkFollowers(job, rules);
    job.check(settings, rules, businessDate);
    return new Order(job, settings, policies, rules, businessDate, roster(settings));
  }

  /**
   * What a job file asks of a worker, which reads for a run and neither takes files from an inbox
   * nor writes outputs: those folders need not be there.
   *
   * @param businessDate that of the run
   * @return empty where the file is another job's
   */
  public Optional<Order> orderOfWorker(JobFile file, String job, LocalDate businessDate)
      throws IOException {
    JobDefinition named = JobCatalog.named(file.job(JobCatalog.names()));
    if (!named.name().equals(job)) {
      return Optional.empty();
    }
    JobSettings settings = file.settings(named.name(), keysOfWorker(named));
    PolicyBook policies = policies(settings);
    Rulebook rules = Rulebook.of(settings, policies);
    return Optional.of(new Order(named, settings, policies, rules, businessDate, roster(settings)));
  }

  /**
   * The settings of a worker: those of its job file, the folders it does not use left unlooked at.
   */
  public JobSettings settingsOfWorker(JobFile file) {
    JobDefinition named = JobCatalog.named(file.job(JobCatalog.names()));
    return file.settings(named.name(), keysOfWorker(named));
  }

  private static List<JobKey> keysOfWorker(JobDefinition job) {
    return job.keys().stream()
        .map(
            key ->
                key.equals(CommonKeys.INBOX) ? JobKey.optional(key.name(), JobKey.Kind.TEXT) : key)
        .toList();
  }

  private static void checkFollowers(JobDefinition job, Rulebook rules) {
    for (Policy policy : rules.policies()) {
      if (policy.following().isPresent() && !job.takesFollowers()) {
        throw new RefusedException(
            Message.of("job.policy-follows", job.name(), policy.name(), policy.declaredUnder()));
      }
    }
  }

  /**
   * What a request asks for. What is told of retirees lies in a folder of its own under the common
   * output, since receipts, manifest and progress have one name each.
   *
   * @param common keys for every job that takes them; the request's own win
   */
  Order order(JobRequest request, Map<String, String> common, LocalDate today) throws IOException {
    Map<String, String> values = new LinkedHashMap<>();
    Set<String> taken = keysOf(request.job());
    common.forEach(
        (key, value) -> {
          if (taken.contains(key)) {
            values.put(key, value);
          }
        });
    values.computeIfPresent(
        CommonKeys.OUTPUT.name(),
        (key, output) ->
            isOfRetirees(request)
                ? Path.of(output).resolve(Population.RETIREES.word()).toString()
                : output);
    values.putAll(request.settings());
    values.put("job", request.job());
    return order(JobFile.ofCommandLine(values), today);
  }

  private static boolean isOfRetirees(JobRequest request) {
    return Population.RETIREES
        .word()
        .equals(request.settings().getOrDefault(CommonKeys.POPULATION.name(), request.job()));
  }

  /** Whether a job takes files in and can leave the year's workbooks for later. */
  static boolean canLeaveWorkbooks(String job) {
    return keysOf(job).contains(CommonKeys.WORKBOOKS.name());
  }

  private static Set<String> keysOf(String job) {
    return JobCatalog.names().contains(job)
        ? JobCatalog.named(job).keys().stream().map(key -> key.name()).collect(Collectors.toSet())
        : Set.of();
  }

  private synchronized PolicyBook policies(JobSettings settings) {
    Optional<Path> own = settings.optionalPath(CommonKeys.POLICIES);
    if (own.isPresent()) {
      return PolicyFiles.load(own);
    }
    PolicyBook book = shipped.orElseGet(() -> PolicyFiles.load(Optional.empty()));
    shipped = Optional.of(book);
    return book;
  }

  private synchronized RosterFile roster(JobSettings settings) throws IOException {
    Optional<Path> path = settings.optionalPath(CommonKeys.ROSTER);
    if (path.isEmpty()) {
      return RosterFile.read(settings);
    }
    String sha256 = FileDigest.sha256(path.get());
    Optional<KnownRoster> same =
        roster.filter(known -> known.path().equals(path.get()) && known.sha256().equals(sha256));
    if (same.isPresent()) {
      return same.get().file();
    }
    RosterFile file = RosterFile.read(settings);
    roster = Optional.of(new KnownRoster(path.get(), file.sha256(), file));
    return file;
  }
}
