package basedecl.job.latefee;

import basedecl.assessment.latefee.EmployerDue;
import basedecl.assessment.latefee.InheritedDue;
import basedecl.assessment.latefee.LateFeeTotals;
import basedecl.assessment.latefee.SettledDue;
import basedecl.file.ReplacedFile.Written;
import basedecl.finding.FileFinding;
import basedecl.job.run.Outputs;
import basedecl.job.run.RunContext;
import basedecl.job.run.RunServices;
import basedecl.job.run.RunSummary;
import basedecl.ledger.due.KnownEmployers;
import basedecl.ledger.intake.LineFindingLedger;
import basedecl.ledger.year.PendingLedger;
import basedecl.money.Money;
import basedecl.report.LimitsNotices;
import basedecl.report.latefee.InheritedAccount;
import basedecl.report.latefee.LateFeeAccount;
import basedecl.report.latefee.LateFeeHeading;
import basedecl.report.latefee.LateFeeWorkbook;
import basedecl.report.latefee.OverpaymentMove;
import basedecl.settings.CommonKeys;
import basedecl.settings.JobSettings;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Settles the year from the ledger and writes {@code late-fees-YEAR.xlsx}. Safe to repeat. */
final class LateFeeReport implements Tasklet {

  private final RunContext runContext;
  private final JobSettings settings;
  private final LateFeeHeading heading;
  private final PendingLedger pending;
  private final LateFeeLedgers ledgers;
  private final LineFindingLedger findings;
  private final Outputs outputs;
  private final RunSummary summary;
  private final PaymentTally tally;
  private final DecisionTallies decided;

  LateFeeReport(
      RunServices run,
      LateFeeHeading heading,
      LateFeeLedgers ledgers,
      PendingLedger pending,
      PaymentTally tally,
      DecisionTallies decided) {
    this.settings = run.settings();
    this.pending = pending;
    this.runContext = run.context();
    this.outputs = run.outputs();
    this.summary = run.summary();
    this.heading = heading;
    this.ledgers = ledgers;
    this.findings = ledgers.findings();
    this.tally = tally;
    this.decided = decided;
  }

  /** The year as the ledger has it, which a dry run takes back before it is written. */
  record Drawn(
      KnownEmployers employers,
      List<SettledDue> settled,
      List<OverpaymentMove> moves,
      List<InheritedDue> inherited,
      LimitsNotices notices,
      List<FileFinding> problems) {}

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context)
      throws IOException {
    write(draw());
    return RepeatStatus.FINISHED;
  }

  Drawn draw() {
    KnownEmployers employers = ledgers.employers(runContext);
    List<SettledDue> settled =
        ledgers.settlement().ofYear(runContext.year(), runContext.businessDate());
    return new Drawn(
        employers,
        settled,
        moves(employers, settled),
        InheritedDue.of(
            ledgers.changes().history().inheritances(runContext.businessDate()), settled),
        LimitsNotices.of(runContext.policy(), runContext.businessDate(), pending.ofYear()),
        findings.of(runContext.run().runId()));
  }

  void write(Drawn drawn) throws IOException {
    LateFeeTotals totals = LateFeeTotals.of(drawn.settled());
    KnownEmployers employers = drawn.employers();
    boolean dry = settings.yes(CommonKeys.DRY_RUN);
    LateFeeHeading told = heading.with(drawn.notices());
    Written written =
        LateFeeWorkbook.write(
            outputs.folder(),
            dry ? told.tried() : told,
            drawn.settled().stream().map(due -> account(due, employers)).toList(),
            drawn.moves(),
            totals,
            InheritedAccount.of(drawn.inherited(), employers::name),
            drawn.problems());
    outputs.keep(written);
    if (dry) {
      outputs.say("latefee.dry-run");
    }
    tell(employers, totals, drawn.notices());
    tellOfUnowed(drawn.settled());
    tellOfInherited(drawn.inherited());
    outputs.sayWhere();
  }

  /** Every decision on overpaid money that holds on the business date. */
  private List<OverpaymentMove> moves(KnownEmployers employers, List<SettledDue> settled) {
    return OverpaymentMove.of(
        ledgers.decisions().overpaymentsOfYear(runContext.year()).stream()
            .filter(each -> !each.decision().decidedOn().isAfter(runContext.businessDate()))
            .toList(),
        settled,
        employers::name);
  }

  private static LateFeeAccount account(SettledDue settled, KnownEmployers employers) {
    String code = settled.due().employerCode();
    return new LateFeeAccount(employers.name(code), employers.agency(code), settled);
  }

  private void tell(KnownEmployers employers, LateFeeTotals totals, LimitsNotices notices) {
    summary
        .skippedFiles()
        .forEach(
            skipped ->
                outputs.say(
                    "latefee.summary-skipped",
                    skipped.path().replaceAll("\\p{Cntrl}", "?"),
                    skipped.reason()));
    outputs.say(
        "latefee.summary-files",
        tally.files(),
        tally.lines(),
        tally.taken(),
        tally.onRecord(),
        tally.problems());
    if (tally.ahead() > 0) {
      outputs.say("latefee.summary-ahead", tally.ahead());
    }
    if (heading.deadlines().isEmpty()) {
      outputs.say("latefee.summary-no-months");
    } else {
      outputs.say(
          "latefee.summary-months",
          heading.deadlines().stream()
              .map(deadline -> deadline.period().toString())
              .collect(Collectors.joining(" ")));
    }
    outputs.say(
        "latefee.summary-employers",
        employers.declarations().size(),
        totals.imputed(),
        totals.unknown());
    if (totals.lastYear() > 0) {
      outputs.say("latefee.summary-last-year", totals.lastYear());
    }
    outputs.say(
        "latefee.summary-money",
        totals.due(),
        totals.paid(),
        totals.arrears(),
        totals.overpaid(),
        totals.fee());
    if (totals.givenBack().signum() > 0) {
      outputs.say("latefee.summary-given-back", totals.givenBack());
    }
    tellDecisions(totals);
    notices.told(CommonKeys.sameLedger(settings)).forEach(outputs::say);
    if (heading.isPlaceholder()) {
      outputs.say("latefee.summary-placeholder");
    }
  }

  /** Money for months that nothing is owed for: most likely another code or month was meant. */
  private void tellOfUnowed(List<SettledDue> settled) {
    List<SettledDue> unowed =
        settled.stream().filter(each -> each.due().method() == EmployerDue.Method.NONE).toList();
    Money overpaid =
        unowed.stream().flatMap(each -> each.overpaid().stream()).reduce(Money.ZERO, Money::plus);
    if (overpaid.signum() > 0) {
      outputs.say("latefee.summary-unowed", unowed.size(), overpaid);
    }
  }

  private void tellOfInherited(List<InheritedDue> inherited) {
    if (!inherited.isEmpty()) {
      LateFeeTotals totals = InheritedDue.totals(inherited);
      outputs.say(
          "employerchange.summary-inherited", inherited.size(), totals.arrears(), totals.fee());
    }
  }

  private void tellDecisions(LateFeeTotals totals) {
    tell("latefee.summary-overpayments", decided.overpayments());
    tell("latefee.summary-deferrals", decided.deferrals());
    if (totals.refunded().signum() > 0 || totals.offset().signum() > 0) {
      outputs.say("latefee.summary-moved", totals.refunded(), totals.offset());
    }
    if (totals.recoverable().signum() > 0) {
      outputs.say("latefee.summary-recoverable", totals.recoverable());
    }
    if (totals.deferred().signum() > 0) {
      outputs.say("latefee.summary-deferred", totals.deferred());
    }
  }

  private void tell(String key, DecisionTally tally) {
    if (tally.lines() > 0) {
      outputs.say(
          key, tally.lines(), tally.taken(), tally.onRecord(), tally.ahead(), tally.problems());
    }
  }
}
