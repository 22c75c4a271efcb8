package basedecl.cli.policy;

import basedecl.audit.YearRules;
import basedecl.audit.trial.PolicyTrial;
import basedecl.audit.trial.PolicyTrial.Outcome;
import basedecl.audit.trial.TrialTotals;
import basedecl.cli.explain.Explanation;
import basedecl.cli.ledger.OpenLedger;
import basedecl.cli.terminal.LanguageOption;
import basedecl.cli.terminal.SetOption;
import basedecl.cli.terminal.Terminal;
import basedecl.declaration.Employer;
import basedecl.declaration.Roster;
import basedecl.job.audit.SubmittedFigures;
import basedecl.job.submitted.RosterFile;
import basedecl.ledger.run.RunLedger;
import basedecl.ledger.run.RunRecord;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.ledger.year.PendingLedger;
import basedecl.ledger.year.RosterLedger;
import basedecl.ledger.year.YearInMonth;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import basedecl.policy.ContributionMonth;
import basedecl.policy.Policy;
import basedecl.policyfile.PolicyFiles;
import basedecl.policyfile.TriedPolicy;
import basedecl.report.LimitsNotices;
import basedecl.report.YearHeading;
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
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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

  /** The year looked at and what is tried on it. */
  record Asked(
      Policy policy,
      TriedPolicy tried,
      int year,
      LocalDate day,
      YearMonth month,
      YearRules before,
      YearRules after) {}

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
      Asked asked = asked(given, ledger);
      YearInMonth year = new YearInMonth(ledger.template(), asked.policy(), asked.month());
      List<DeclarationRecord> declarations = year.current();
      if (declarations.isEmpty()) {
        throw new RefusedException(
            Message.of(
                "cli.try-no-declarations",
                asked.policy().name(),
                Integer.toString(asked.year()),
                settings.text(CommonKeys.DATABASE)));
      }
      SubmittedFigures handed =
          SubmittedFigures.read(settings, roster(settings, ledger), asked.day());
      LimitsNotices notices = notices(asked, ledger, year, declarations);
      say(tried(asked, handed, year, declarations, notices), notices, settings);
    }
    return 0;
  }

  private static LimitsNotices notices(
      Asked asked, OpenLedger ledger, YearInMonth year, List<DeclarationRecord> declarations) {
    return LimitsNotices.of(
        asked.policy(),
        asked.day(),
        asked.month(),
        year.chargedOtherwise(declarations, asked.before().limits().limits()),
        new PendingLedger(
                ledger.template(),
                asked.policy(),
                asked.day(),
                ContributionMonth.lastConcerned(asked.month(), asked.day()))
            .ofYear());
  }

  private TrialText tried(
      Asked asked,
      SubmittedFigures handed,
      YearInMonth year,
      List<DeclarationRecord> declarations,
      LimitsNotices notices)
      throws IOException {
    PolicyTrial trial = new PolicyTrial(asked.before(), asked.after(), handed.tax());
    TrialTotals totals = new TrialTotals();
    List<TrialWorkbook.Line> lines = new ArrayList<>();
    long otherwise = 0;
    long changed = 0;
    for (DeclarationRecord declaration : declarations) {
      PolicyTrial.Employer employer = trial.employer(declaration.employerCode());
      year.forEachPerson(
          List.of(declaration),
          (same, person) -> employer.add(person.idNumber(), person.declaredWage()),
          RuntimeException.class);
      Outcome outcome =
          employer.outcome(Optional.ofNullable(handed.lastYear().get(declaration.employerCode())));
      totals.add(
          new TrialTotals.Named(declaration.employerCode(), declaration.employerName()), outcome);
      otherwise += standsOtherwise(declaration, outcome) ? 1 : 0;
      changed += outcome.isChange() ? 1 : 0;
      if (outcome.isChange() && output != null) {
        lines.add(new TrialWorkbook.Line(declaration, outcome));
      }
    }
    TrialText text =
        new TrialText(asked, totals, TrialSignals.of(asked, handed), changed, otherwise, handed);
    if (output != null) {
      TrialWorkbook.write(
          output,
          heading(asked).with(notices),
          text.figures(),
          totals,
          text.signals().seenBefore(),
          text.signals().seenAfter(),
          lines);
    }
    return text;
  }

  /** Whether the month is charged by other figures than the policy gives on this day. */
  private static boolean standsOtherwise(DeclarationRecord declaration, Outcome outcome) {
    return !declaration.baseTotal().equals(outcome.before().totals().baseTotal())
        || !declaration.dues().equals(outcome.before().totals().dues())
        || declaration.flagged() != outcome.before().flagged();
  }

  private static YearHeading heading(Asked asked) {
    return YearHeading.of(asked.policy(), asked.day(), asked.month(), asked.before());
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

  private static Asked asked(TrySettings given, OpenLedger ledger) {
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
    YearRules before =
        YearRules.of(policy, year, month, day)
            .orElseThrow(
                () ->
                    new RefusedException(
                        Message.of(
                            "job.limits-unknown-in", name, month.toString(), day.toString())));
    TriedPolicy tried = TriedPolicy.of(policy, year, month, day, given.tried());
    return new Asked(
        policy,
        tried,
        year,
        day,
        month,
        before,
        YearRules.of(tried.policy(), year, month, day).orElseThrow());
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
