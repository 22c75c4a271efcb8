package basedecl.job.latefee;

import basedecl.assessment.latefee.LateFeeAssessor;
import basedecl.file.ReplacedFile.Written;
import basedecl.job.run.Outputs;
import basedecl.job.run.RunContext;
import basedecl.job.run.RunServices;
import basedecl.job.run.RunSummary;
import basedecl.ledger.intake.LineFindingLedger;
import basedecl.ledger.latefee.PaymentLedger;
import basedecl.ledger.latefee.PaymentRecord;
import basedecl.ledger.year.DueLedger;
import basedecl.report.latefee.LateFeeAccount;
import basedecl.report.latefee.LateFeeHeading;
import basedecl.report.latefee.LateFeeTotals;
import basedecl.report.latefee.LateFeeWorkbook;
import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Writes {@code late-fees-YEAR.xlsx} from the ledger. Safe to repeat. */
final class LateFeeReport implements Tasklet {

  private final RunContext runContext;
  private final LateFeeHeading heading;
  private final LateFeeLedgers ledgers;
  private final DueLedger dues;
  private final PaymentLedger payments;
  private final LineFindingLedger findings;
  private final Outputs outputs;
  private final RunSummary summary;
  private final PaymentTally tally;

  LateFeeReport(
      RunServices run, LateFeeHeading heading, LateFeeLedgers ledgers, PaymentTally tally) {
    this.runContext = run.context();
    this.outputs = run.outputs();
    this.summary = run.summary();
    this.heading = heading;
    this.ledgers = ledgers;
    this.dues = ledgers.dues();
    this.payments = ledgers.payments();
    this.findings = ledgers.findings();
    this.tally = tally;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context)
      throws IOException {
    KnownEmployers employers = ledgers.employers(runContext);
    List<LateFeeAccount> accounts = accounts(employers);
    Written written =
        LateFeeWorkbook.write(
            outputs.folder(), heading, accounts, findings.of(runContext.run().runId()));
    outputs.keep(written);
    tell(employers, LateFeeTotals.of(accounts));
    return RepeatStatus.FINISHED;
  }

  private List<LateFeeAccount> accounts(KnownEmployers employers) {
    LateFeeAssessor assessor = LateFeeAssessor.of(runContext.policy());
    Map<String, Map<YearMonth, List<PaymentRecord>>> paid = payments.ofYear(runContext.year());
    return dues.ofYear(runContext.policy().name(), runContext.year()).stream()
        .map(
            due ->
                LateFeeAccount.of(
                    employers.name(due.employerCode()),
                    employers.agency(due.employerCode()),
                    due,
                    paid.getOrDefault(due.employerCode(), Map.of())
                        .getOrDefault(due.period(), List.of()),
                    assessor,
                    runContext.businessDate()))
        .toList();
  }

  private void tell(KnownEmployers employers, LateFeeTotals totals) {
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
