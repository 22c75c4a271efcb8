package basedecl.desk.run;

import basedecl.desk.page.DeskSettings;
import basedecl.desk.page.Faults;
import basedecl.desk.run.JobForm.Field;
import basedecl.job.desk.JobCatalog;
import basedecl.job.desk.JobRequest;
import basedecl.job.run.JobDefinition;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import basedecl.policy.Policy;
import basedecl.policy.Population;
import basedecl.settings.CommonKeys;
import basedecl.settings.JobFile;
import basedecl.settings.JobKey;
import basedecl.settings.JobKey.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes the forms from the jobs' keys, and requests from what was filled in. Where the run works,
 * what it works on and the policies it stands on are the desk's and on no form.
 */
final class JobForms {

  private static final String FLEXIBLE = "-flexible-pension";

  private static final Set<String> THE_DESKS =
      Stream.of(
              CommonKeys.WORK,
              CommonKeys.OUTPUT,
              CommonKeys.DATABASE,
              CommonKeys.POLICIES,
              CommonKeys.METRICS)
          .map(JobKey::name)
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<String> BOUNDS =
      Stream.concat(
              CommonKeys.reading().stream(),
              Stream.of(CommonKeys.MAX_MATERIAL_BYTES, CommonKeys.SETTLE_SECONDS))
          .map(JobKey::name)
          .collect(Collectors.toUnmodifiableSet());

  private final DeskSettings desk;
  private final RunFiles files;
  private final Path dryOutput;

  JobForms(DeskSettings desk, RunFiles files, Path dryOutput) {
    this.desk = desk;
    this.files = files;
    this.dryOutput = dryOutput;
  }

  static Optional<JobDefinition> job(String name) {
    return JobCatalog.names().contains(name)
        ? Optional.of(JobCatalog.named(name))
        : Optional.empty();
  }

  /** The form with what was typed, and defaults for the rest. */
  JobForm form(JobDefinition job, Map<String, String> typed, Language language) throws IOException {
    List<Field> fields = new ArrayList<>();
    List<Field> bounds = new ArrayList<>();
    for (JobKey key : keys(job)) {
      Field field = field(job, key, Optional.ofNullable(typed.get(key.name())), language);
      (BOUNDS.contains(key.name()) ? bounds : fields).add(field);
    }
    return new JobForm(
        job.name(),
        RunWords.job(job.name(), language),
        Message.of("desk.run.purpose." + job.name()).in(language),
        hasDryRun(job),
        keys(job).stream().anyMatch(key -> isPath(key.kind())),
        fields,
        bounds);
  }

  static boolean hasDryRun(JobDefinition job) {
    return job.keys().contains(CommonKeys.DRY_RUN);
  }

  /** The keys that are on the form. */
  static List<JobKey> keys(JobDefinition job) {
    Map<String, JobKey> keys = new LinkedHashMap<>();
    job.keys().forEach(key -> keys.put(key.name(), key));
    return keys.values().stream()
        .filter(key -> !THE_DESKS.contains(key.name()) && !key.equals(CommonKeys.DRY_RUN))
        .toList();
  }

  private Field field(JobDefinition job, JobKey key, Optional<String> typed, Language language)
      throws IOException {
    String hint =
        Message.of("desk.run.hint." + key.name(), desk.businessDate().toString()).in(language);
    return new Field(
        key.name(),
        typed.orElseGet(() -> standard(job, key)),
        hint,
        key.required(),
        choices(job, key, language));
  }

  /**
   * What the field holds at first: the desk's own value where the desk has that key, else the job's
   * default. Bounds of reading that the desk leaves as they are, are the job's.
   */
  private String standard(JobDefinition job, JobKey key) {
    if (key.equals(CommonKeys.INBOX)) {
      return RunFiles.inbox(
          job.name().equals("retirees") ? Population.RETIREES : Population.EMPLOYEES);
    }
    if (isPath(key.kind())) {
      return "";
    }
    if (key.equals(CommonKeys.REGION)) {
      String region = desk.policy().name().split("-", -1)[0];
      return regions().contains(region) ? region : "";
    }
    Optional<String> ofDesk = desk.keys().optional(key).filter(value -> !isDefault(key, value));
    return ofDesk.or(key::defaultValue).orElse("");
  }

  private static boolean isDefault(JobKey key, String value) {
    return CommonKeys.reading().stream()
        .filter(common -> common.name().equals(key.name()))
        .anyMatch(common -> common.defaultValue().equals(Optional.of(value)));
  }

  private static boolean isPath(Kind kind) {
    return switch (kind) {
      case FOLDER, EXISTING_FOLDER, EXISTING_FILE, EXISTING_FILE_OR_FOLDER -> true;
      default -> false;
    };
  }

  private List<Choice> choices(JobDefinition job, JobKey key, Language language)
      throws IOException {
    if (key.equals(CommonKeys.POLICY)) {
      return desk.policies().policies().stream()
          .filter(policy -> isOfEmployers(policy) || policy.name().equals(desk.policy().name()))
          .filter(policy -> policy.following().isEmpty() || job.takesFollowers())
          .map(policy -> new Choice(policy.name(), policy.title()))
          .toList();
    }
    if (key.equals(CommonKeys.REGION)) {
      return regions().stream().map(region -> new Choice(region, region)).toList();
    }
    if (isPath(key.kind())) {
      List<Choice> choices = new ArrayList<>();
      choices.add(new Choice("", Message.of(none(key)).in(language)));
      choices.addAll(files.choices(key.kind(), language));
      return choices;
    }
    return words(key.kind()).stream()
        .map(word -> new Choice(word, Message.of("desk.run.value." + word).in(language)))
        .toList();
  }

  /** By its name, REGION-POPULATION-KIND. */
  private static boolean isOfEmployers(Policy policy) {
    return policy.name().contains("-employee-");
  }

  /** What it means that nothing is chosen. */
  private String none(JobKey key) {
    if (key.equals(CommonKeys.ROSTER) && desk.keys().optional(CommonKeys.ROSTER).isPresent()) {
      return "desk.run.file.desks";
    }
    return key.required() ? "desk.run.file.choose" : "desk.run.file.none";
  }

  private static List<String> words(Kind kind) {
    return switch (kind) {
      case YES_NO -> List.of("false", "true");
      case POPULATION -> Stream.of(Population.values()).map(Population::word).toList();
      case WORKBOOKS -> List.of("year", "none");
      case OUTPUT_BY -> List.of("city", "agency");
      case WORKERS -> List.of("local", "remote");
      default -> List.of();
    };
  }

  private List<String> regions() {
    return desk.policies().policies().stream()
        .map(Policy::name)
        .filter(name -> name.endsWith(FLEXIBLE))
        .map(name -> name.substring(0, name.length() - FLEXIBLE.length()))
        .toList();
  }

  /**
   * What is asked for, key by key; a value refused is a fault at its field, in the sentence that
   * the command line gives. Empty where there is any.
   */
  Optional<JobRequest> request(
      JobDefinition job, Map<String, String> typed, boolean dry, Faults faults, Language language)
      throws IOException {
    Map<String, String> values = new LinkedHashMap<>();
    for (JobKey key : keys(job)) {
      String value = typed.getOrDefault(key.name(), "").strip();
      Optional<String> meant = value.isEmpty() ? Optional.of("") : meant(key, value);
      if (meant.isEmpty()) {
        faults.at(key.name(), Message.of("desk.run.outside", key.name()));
      } else if (checked(key, meant.get(), faults, language) && !meant.get().isEmpty()) {
        values.put(key.name(), meant.get());
      }
    }
    if (hasDryRun(job)) {
      values.put(CommonKeys.DRY_RUN.name(), Boolean.toString(dry));
      if (dry) {
        values.put(CommonKeys.OUTPUT.name(), dryOutput.toString());
      }
    }
    return faults.isEmpty() ? Optional.of(new JobRequest(job.name(), values)) : Optional.empty();
  }

  private Optional<String> meant(JobKey key, String value) throws IOException {
    return isPath(key.kind())
        ? files.chosen(value, key.kind()).map(Path::toString)
        : Optional.of(value);
  }

  private boolean checked(JobKey key, String value, Faults faults, Language language) {
    boolean ofDesk = value.isEmpty() && desk.keys().optional(key).isPresent();
    if (ofDesk) {
      return true;
    }
    try {
      JobFile.ofForm(
              Message.of("desk.run.form").in(language),
              value.isEmpty() ? Map.of() : Map.of(key.name(), value))
          .settings("", List.of(key));
      return true;
    } catch (RefusedException e) {
      faults.at(key.name(), e.text());
      return false;
    }
  }

  /** Which field a refusal of the settings as a whole is about; the form's first where none is. */
  static String fieldOf(JobDefinition job, Message refusal) {
    return keys(job).stream()
        .map(JobKey::name)
        .filter(name -> refusal.key().contains("." + name))
        .findFirst()
        .orElseGet(() -> keys(job).get(0).name());
  }
}
