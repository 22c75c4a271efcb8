package basedecl.job.topup;

import basedecl.job.support.CommonKeys;
import basedecl.job.support.FenceGuard;
import basedecl.job.support.JobSettings;
import basedecl.job.support.Night;
import basedecl.job.support.NightReport;
import basedecl.job.support.Operator;
import basedecl.ledger.ElectionLedger;
import basedecl.ledger.RunLedger;
import basedecl.ledger.TopUpBill;
import basedecl.ledger.TopUpLedger;
import basedecl.message.Message;
import basedecl.money.Money;
import basedecl.report.BillsCsv;
import basedecl.report.RegionHeading;
import basedecl.report.TopUpSum;
import basedecl.report.TopUpWorkbook;
import basedecl.spreadsheet.ReplacedFile.Written;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Plans the top-up twice: once to put new bills into the ledger, once more to write the outputs
 * from what the ledger then says. A dry run puts nothing into the ledger and leaves {@code
 * bills.csv} alone: its bills stand in {@code bills-dry-run.csv}, which nobody can take for the
 * real ones. Where it goes on with a run that had billed before it was cut off, the channel gets
 * those bills all the same: no later run would write them.
 */
final class TopUpSteps {

  private final JobSettings settings;
  private final Night night;
  private final ElectionLedger elections;
  private final TopUpLedger ledger;
  private final RunLedger runs;
  private final FenceGuard fence;
  private final NightReport report;
  private final Operator operator;

  TopUpSteps(
      JobSettings settings,
      Night night,
      ElectionLedger elections,
      TopUpLedger ledger,
      RunLedger runs,
      FenceGuard fence,
      NightReport report,
      Operator operator) {
    this.settings = settings;
    this.night = night;
    this.elections = elections;
    this.ledger = ledger;
    this.runs = runs;
    this.fence = fence;
    this.report = report;
    this.operator = operator;
  }

  /** Puts new bills into the ledger, all in one transaction. */
  Tasklet billing() {
    return (StepContribution contribution, ChunkContext context) -> {
      if (!dryRun()) {
        ledger.insert(
            region(),
            night.year(),
            night.run().runId(),
            plan(RetiredPersons.read(settings, night.businessDate())).newBills());
        fence.check();
      }
      return RepeatStatus.FINISHED;
    };
  }

  /** Writes the workbook and the bills of this run. */
  Tasklet reporting() {
    return (StepContribution contribution, ChunkContext context) -> {
      RetiredPersons retired = RetiredPersons.read(settings, night.businessDate());
      TopUpPlan plan = plan(retired);
      Path output = settings.path(CommonKeys.OUTPUT);
      fence.checkNow();
      keep(
          output,
          TopUpWorkbook.write(
              output,
              new RegionHeading(night.rules().policies(), night.year(), night.businessDate()),
              dryRun(),
              plan.sums(),
              plan.leftOut(),
              retired.findings()));
      List<TopUpBill> billed = ledger.billsOf(night.run().runId());
      fence.checkNow();
      if (!dryRun() || !billed.isEmpty()) {
        keep(output, BillsCsv.write(output.resolve("bills.csv"), billed));
      }
      if (dryRun()) {
        keep(output, BillsCsv.write(output.resolve("bills-dry-run.csv"), plan.newBills()));
      }
      tell(plan, retired, dryRun() ? plan.newBills() : billed, output);
      fence.check();
      return RepeatStatus.FINISHED;
    };
  }

  private TopUpPlan plan(RetiredPersons retired) {
    return new TopUpPlan(
        night,
        elections.of(region(), night.year()),
        retired.persons(),
        ledger.months(region(), night.year()),
        ledger.count(region(), night.year()));
  }

  private void tell(TopUpPlan plan, RetiredPersons retired, List<TopUpBill> bills, Path output) {
    if (dryRun()) {
      say("flexible.dry-run");
    }
    say(
        "flexible.top-up",
        Integer.toString(plan.sums().size()),
        plan.sums().stream().map(TopUpSum::total).reduce(Money.ZERO, Money::plus).toString(),
        Integer.toString(plan.leftOut().size()),
        Integer.toString(retired.findings().size()));
    say(
        "flexible.bills",
        Integer.toString(bills.size()),
        bills.stream().map(TopUpBill::amount).reduce(Money.ZERO, Money::plus).toString());
    say("job.summary-outputs", output.toString());
  }

  private void keep(Path output, Written written) throws IOException {
    runs.artifact(
        night.run().runId(),
        RunLedger.Direction.OUTPUT,
        output.relativize(written.path()).toString(),
        written.sha256());
  }

  private boolean dryRun() {
    return settings.yes(TopUpJob.DRY_RUN);
  }

  private String region() {
    return night.rules().name();
  }

  private void say(String key, String... words) {
    report.line(Message.of(key, words).in(operator.language()));
  }
}
