package basedecl.job.latefee;

import basedecl.assessment.LateFeeAssessor;
import basedecl.job.support.CommonKeys;
import basedecl.job.support.FenceGuard;
import basedecl.job.support.JobSettings;
import basedecl.job.support.Night;
import basedecl.job.support.NightReport;
import basedecl.job.support.Operator;
import basedecl.ledger.DueLedger;
import basedecl.ledger.LineFindingLedger;
import basedecl.ledger.PaymentLedger;
import basedecl.ledger.PaymentRecord;
import basedecl.ledger.RosterLedger;
import basedecl.ledger.RunLedger;
import basedecl.ledger.YearLedger;
import basedecl.message.Message;
import basedecl.report.LateFeeAccount;
import basedecl.report.LateFeeHeading;
import basedecl.report.LateFeeTotals;
import basedecl.report.LateFeeWorkbook;
import basedecl.spreadsheet.ReplacedFile.Written;
import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Writes {@code late-fees-YEAR.xlsx} from the ledger. Safe to repeat. */
final class LateFeeReport implements Tasklet {

  private final JobSettings settings;
  private final Night night;
  private final LateFeeHeading heading;
  private final YearLedger year;
  private final RosterLedger roster;
  private final DueLedger dues;
  private final PaymentLedger payments;
  private final LineFindingLedger findings;
  private final RunLedger runs;
  private final FenceGuard fence;
  private final NightReport report;
  private final Operator operator;
  private final PaymentTally tally;

  LateFeeReport(
      JobSettings settings,
      Night night,
      LateFeeHeading heading,
      YearLedger year,
      RosterLedger roster,
      DueLedger dues,
      PaymentLedger payments,
      LineFindingLedger findings,
      RunLedger runs,
      FenceGuard fence,
      NightReport report,
      Operator operator,
      PaymentTally tally) {
    this.settings = settings;
    this.night = night;
    this.heading = heading;
    this.year = year;
    this.roster = roster;
    this.dues = dues;
    this.payments = payments;
    this.findings = findings;
    this.runs = runs;
    this.fence = fence;
    this.report = report;
    this.operator = operator;
    this.tally = tally;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context)
      throws IOException {
    KnownEmployers employers = KnownEmployers.of(night, year, roster);
    List<LateFeeAccount> accounts = accounts(employers);
    Path output = settings.path(CommonKeys.OUTPUT);
    fence.checkNow();
    Written written =
        LateFeeWorkbook.write(output, heading, accounts, findings.of(night.run().runId()));
    runs.artifact(
        night.run().runId(),
        RunLedger.Direction.OUTPUT,
        output.relativize(written.path()).toString(),
        written.sha256());
    tell(employers, LateFeeTotals.of(accounts), output);
    fence.check();
    return RepeatStatus.FINISHED;
  }

  private List<LateFeeAccount> accounts(KnownEmployers employers) {
    LateFeeAssessor assessor = LateFeeAssessor.of(night.policy());
    Map<String, Map<YearMonth, List<PaymentRecord>>> paid = payments.ofYear(night.year());
    return dues.ofYear(night.policy().name(), night.year()).stream()
        .map(
            due ->
                LateFeeAccount.of(
                    employers.name(due.employerCode()),
                    employers.agency(due.employerCode()),
                    due,
                    paid.getOrDefault(due.employerCode(), Map.of())
                        .getOrDefault(due.period(), List.of()),
                    assessor,
                    night.businessDate()))
        .toList();
  }

  private void tell(KnownEmployers employers, LateFeeTotals totals, Path output) {
    report
        .skippedFiles()
        .forEach(
            skipped ->
                say(
                    "latefee.summary-skipped",
                    skipped.path().replaceAll("\\p{Cntrl}", "?"),
                    skipped.reason().in(operator.language())));
    say(
        "latefee.summary-files",
        tally.files(),
        tally.lines(),
        tally.taken(),
        tally.onRecord(),
        tally.problems());
    if (heading.deadlines().isEmpty()) {
      say("latefee.summary-no-months");
    } else {
      say(
          "latefee.summary-months",
          heading.deadlines().stream()
              .map(deadline -> deadline.period().toString())
              .collect(Collectors.joining(" ")));
    }
    say(
        "latefee.summary-employers",
        employers.declarations().size(),
        totals.imputed(),
        totals.unknown());
    say(
        "latefee.summary-money",
        totals.due(),
        totals.paid(),
        totals.arrears(),
        totals.overpaid(),
        totals.fee());
    if (heading.isPlaceholder()) {
      say("latefee.summary-placeholder");
    }
    say("job.summary-outputs", output);
  }

  private void say(String key, Object... words) {
    report.line(
        Message.of(key, Arrays.stream(words).map(String::valueOf).toArray(String[]::new))
            .in(operator.language()));
  }
}
