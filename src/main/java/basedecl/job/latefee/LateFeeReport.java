package basedecl.job.latefee;

import basedecl.assessment.latefee.DueSettlement;
import basedecl.assessment.latefee.LateFeeTotals;
import basedecl.assessment.latefee.SettledDue;
import basedecl.file.ReplacedFile.Written;
import basedecl.job.run.Operator;
import basedecl.job.run.Outputs;
import basedecl.job.run.RunContext;
import basedecl.job.run.RunSummary;
import basedecl.ledger.intake.LineFindingLedger;
import basedecl.ledger.latefee.PaymentLedger;
import basedecl.ledger.latefee.PaymentRecord;
import basedecl.ledger.year.DueLedger;
import basedecl.ledger.year.RosterLedger;
import basedecl.ledger.year.YearLedger;
import basedecl.report.latefee.LateFeeAccount;
import basedecl.report.latefee.LateFeeHeading;
import basedecl.report.latefee.LateFeeWorkbook;
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
  private final LateFeeHeading heading;
  private final YearLedger year;
  private final RosterLedger roster;
  private final DueLedger dues;
  private final PaymentLedger payments;
  private final LineFindingLedger findings;
  private final Outputs outputs;
  private final RunSummary report;
  private final Operator operator;
  private final PaymentTally tally;

  LateFeeReport(
      RunContext runContext,
      LateFeeHeading heading,
      YearLedger year,
      RosterLedger roster,
      DueLedger dues,
      PaymentLedger payments,
      LineFindingLedger findings,
      Outputs outputs,
      RunSummary report,
      Operator operator,
      PaymentTally tally) {
    this.runContext = runContext;
    this.heading = heading;
    this.year = year;
    this.roster = roster;
    this.dues = dues;
    this.payments = payments;
    this.findings = findings;
    this.outputs = outputs;
    this.report = report;
    this.operator = operator;
    this.tally = tally;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context)
      throws IOException {
    KnownEmployers employers = KnownEmployers.of(runContext, year, roster);
    List<SettledDue> settled =
        DueSettlement.of(runContext.policy(), runContext.businessDate())
            .settle(
                dues.ofYear(runContext.policy().name(), runContext.year()),
                payments.ofYear(runContext.year()).stream().map(PaymentRecord::payment).toList());
    LateFeeTotals totals = LateFeeTotals.of(settled);
    Written written =
        LateFeeWorkbook.write(
            outputs.folder(),
            heading,
            settled.stream().map(due -> account(due, employers)).toList(),
            totals,
            findings.of(runContext.run().runId()));
    outputs.keep(written);
    tell(employers, totals);
    return RepeatStatus.FINISHED;
  }

  private static LateFeeAccount account(SettledDue settled, KnownEmployers employers) {
    String code = settled.due().employerCode();
    return new LateFeeAccount(employers.name(code), employers.agency(code), settled);
  }

  private void tell(KnownEmployers employers, LateFeeTotals totals) {
    report
        .skippedFiles()
        .forEach(
            skipped ->
                outputs.say(
                    "latefee.summary-skipped",
                    skipped.path().replaceAll("\\p{Cntrl}", "?"),
                    skipped.reason().in(operator.language())));
    outputs.say(
        "latefee.summary-files",
        tally.files(),
        tally.lines(),
        tally.taken(),
        tally.onRecord(),
        tally.problems());
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
    outputs.say(
        "latefee.summary-money",
        totals.due(),
        totals.paid(),
        totals.arrears(),
        totals.overpaid(),
        totals.fee());
    if (heading.isPlaceholder()) {
      outputs.say("latefee.summary-placeholder");
    }
    outputs.sayWhere();
  }
}
