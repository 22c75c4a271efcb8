package basedecl.cli.policy;

import basedecl.cli.ledger.OpenLedger;
import basedecl.cli.terminal.LanguageOption;
import basedecl.cli.terminal.SetOption;
import basedecl.cli.terminal.Terminal;
import basedecl.declaration.Employer;
import basedecl.declaration.Roster;
import basedecl.job.audit.OwnLastYear;
import basedecl.job.audit.SubmittedFigures;
import basedecl.job.audit.Trial;
import basedecl.job.submitted.RosterFile;
import basedecl.ledger.run.RunLedger;
import basedecl.ledger.run.RunRecord;
import basedecl.ledger.year.RosterLedger;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import basedecl.policy.Policy;
import basedecl.policyfile.PolicyFiles;
import basedecl.report.LimitsNotices;
import basedecl.report.explain.Explanation;
import basedecl.report.trial.TrialWorkbook;
import basedecl.settings.CommonKeys;
import basedecl.settings.JobSettings;
import basedecl.settings.SheetMonth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code policy try}: what would become of a year's declarations under other limits, rates or
 * thresholds. The ledger is opened for reading only.
 */
@Command(name = "try")
final class PolicyTryCommand implements Callable<Integer> {

  /** How many of the newest runs are looked through for the policy and the year. */
  private static final int RUNS = 500;

  private final Terminal terminal;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "JOBFILE",
      descriptionKey = "policy-try.job")
  @Nullable Path jobFile;

  @Option(names = "--job", paramLabel = "FILE", descriptionKey = "policy-try.job")
  @Nullable Path job;

  @Option(names = "--json", descriptionKey = "explain.json")
  boolean json;

  @Option(names = "--output", paramLabel = "FILE", descriptionKey = "policy-try.output")
  @Nullable Path output;

  @Mixin SetOption set = new SetOption();
  @Mixin LanguageOption lang = new LanguageOption();

  PolicyTryCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (job != null && jobFile != null) {
      throw new RefusedException(Message.of("cli.try-two-jobs"));
    }
    if (output != null) {
      checkOutput(output);
    }
    TrySettings given =
        TrySettings.of(Optional.ofNullable(job == null ? jobFile : job), set.values());
    JobSettings settings = given.settings();
    try (OpenLedger ledger =
        OpenLedger.toRead(settings.text(CommonKeys.DATABASE), System.getenv())) {
      Trial trial = trial(given, ledger);
      SubmittedFigures handed =
          SubmittedFigures.read(
              settings,
              roster(settings, ledger),
              OwnLastYear.of(ledger.template(), trial.policy(), trial.year()),
              trial.day());
      Trial.Result result =
          trial
              .run(ledger.template(), handed, output != null)
              .orElseThrow(
                  () ->
                      new RefusedException(
                          Message.of(
                              "cli.try-no-declarations",
                              trial.policy().name(),
                              Integer.toString(trial.year()),
                              settings.text(CommonKeys.DATABASE))));
      if (output != null) {
        write(output, trial, result);
      }
      say(new TrialText(trial, result, handed), result.notices(), settings);
    }
    return 0;
  }

  private static void write(Path target, Trial trial, Trial.Result result) throws IOException {
    TrialWorkbook.write(
        target,
        trial.heading().with(result.notices()),
        trial.figures(),
        result.totals(),
        result.signals().seenBefore(),
        result.signals().seenAfter(),
        result.lines());
  }

  private void say(TrialText text, LimitsNotices notices, JobSettings settings) {
    Explanation explanation = new Explanation(terminal.language());
    notices.told(CommonKeys.sameLedger(settings)).forEach(explanation::notice);
    text.write(explanation, terminal.language(), Optional.ofNullable(output));
    if (json) {
      terminal.out().println(explanation.json());
    } else {
      explanation.lines().forEach(terminal.out()::println);
    }
  }

  private static Trial trial(TrySettings given, OpenLedger ledger) {
    JobSettings settings = given.settings();
    Optional<RunRecord> newest =
        new RunLedger(ledger.client())
            .newest(RUNS).stream().filter(run -> run.job().equals("declaration")).findFirst();
    String name =
        settings
            .optional(CommonKeys.POLICY)
            .or(() -> newest.map(RunRecord::policy))
            .orElseThrow(() -> new RefusedException(Message.of("explain.no-run")));
    int year =
        settings
            .optional(CommonKeys.YEAR)
            .map(Integer::valueOf)
            .or(() -> newest.map(RunRecord::year))
            .orElseThrow(() -> new RefusedException(Message.of("explain.no-run")));
    Policy policy = PolicyFiles.load(settings.optionalPath(CommonKeys.POLICIES)).require(name);
    LocalDate day = settings.businessDate(LocalDate.now(ZoneId.systemDefault()));
    SheetMonth.check(settings, year);
    YearMonth month = SheetMonth.of(settings, year, day);
    return Trial.of(policy, year, day, month, given.tried());
  }

  private static Collection<Employer> roster(JobSettings settings, OpenLedger ledger)
      throws IOException {
    Optional<Roster> file = RosterFile.read(settings).roster();
    return file.isPresent() ? file.get().employers() : new RosterLedger(ledger.template()).all();
  }

  private static void checkOutput(Path target) {
    String name = String.valueOf(target.getFileName()).toLowerCase(Locale.ROOT);
    if (Files.isDirectory(target) || !name.endsWith(".xlsx")) {
      throw new RefusedException(Message.of("cli.try-xlsx", target.toString()));
    }
  }
}
