package basedecl.job.topup;

import basedecl.job.run.Outputs;
import basedecl.job.run.RegionPolicies;
import basedecl.job.run.RunContext;
import basedecl.job.run.RunServices;
import basedecl.ledger.flexible.ElectionLedger;
import basedecl.ledger.flexible.Retirement;
import basedecl.ledger.flexible.RetirementLedger;
import basedecl.ledger.flexible.TopUpBill;
import basedecl.ledger.flexible.TopUpLedger;
import basedecl.money.Money;
import basedecl.person.IdNumber;
import basedecl.report.RegionHeading;
import basedecl.report.flexible.BillsCsv;
import basedecl.report.flexible.TopUpSum;
import basedecl.report.flexible.TopUpWorkbook;
import basedecl.settings.CommonKeys;
import basedecl.settings.JobSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  private final RunContext runContext;
  private final ElectionLedger elections;
  private final RetirementLedger retirements;
  private final TopUpLedger ledger;
  private final Outputs outputs;

  TopUpSteps(
      RunServices run, ElectionLedger elections, RetirementLedger retirements, TopUpLedger ledger) {
    this.settings = run.settings();
    this.runContext = run.context();
    this.elections = elections;
    this.retirements = retirements;
    this.ledger = ledger;
    this.outputs = run.outputs();
  }

  /** Puts new bills into the ledger, all in one transaction. */
  Tasklet billing() {
    return (StepContribution contribution, ChunkContext context) -> {
      if (!dryRun()) {
        RetiredPersons retired = RetiredPersons.read(settings, runContext.businessDate());
        TopUpPlan plan = plan(retired);
        long run = runContext.run().runId();
        retirements.keep(region(), runContext.year(), run, retired.persons());
        ledger.takeBack(region(), run, plan.takenBack());
        ledger.insert(region(), runContext.year(), run, plan.newBills());
      }
      return RepeatStatus.FINISHED;
    };
  }

  /** Writes the workbook and the bills of this run. */
  Tasklet reporting() {
    return (StepContribution contribution, ChunkContext context) -> {
      RetiredPersons retired = RetiredPersons.read(settings, runContext.businessDate());
      TopUpPlan plan = plan(retired);
      outputs.keep(
          TopUpWorkbook.write(
              outputs.folder(),
              heading(),
              dryRun(),
              plan.sums(),
              plan.leftOut(),
              retired.findings()));
      List<TopUpBill> billed = asking(ledger.billsOf(runContext.run().runId()));
      if (!dryRun() || !billed.isEmpty()) {
        outputs.keep(BillsCsv.write(outputs.folder().resolve("bills.csv"), billed, heading()));
      }
      if (dryRun()) {
        outputs.keep(
            BillsCsv.write(
                outputs.folder().resolve("bills-dry-run.csv"), asking(plan.newBills()), heading()));
      }
      tell(plan, retired, dryRun() ? asking(plan.newBills()) : billed);
      return RepeatStatus.FINISHED;
    };
  }

  private RegionHeading heading() {
    return new RegionHeading(
        runContext.rules().policies(), runContext.year(), runContext.businessDate());
  }

  /** Nobody is asked for nothing. */
  private static List<TopUpBill> asking(List<TopUpBill> bills) {
    return bills.stream().filter(bill -> !bill.amount().isZero()).toList();
  }

  /** Whoever an earlier list of the year had retired still has, unless this one says otherwise. */
  private TopUpPlan plan(RetiredPersons list) {
    Map<IdNumber, Retirement> retired =
        new LinkedHashMap<>(retirements.of(region(), runContext.year()));
    retired.putAll(list.persons());
    return new TopUpPlan(
        new TopUpPlan.Scope(
            region(),
            runContext.year(),
            runContext.businessDate(),
            RegionPolicies.byKind(runContext.rules())),
        elections.of(region(), runContext.year()),
        retired,
        ledger.billed(region(), runContext.year()));
  }

  private void tell(TopUpPlan plan, RetiredPersons retired, List<TopUpBill> bills) {
    if (dryRun()) {
      outputs.say("flexible.dry-run");
    }
    outputs.say(
        "flexible.top-up",
        Integer.toString(plan.sums().size()),
        plan.sums().stream().map(TopUpSum::total).reduce(Money.ZERO, Money::plus).toString(),
        Integer.toString(plan.leftOut().size()),
        Integer.toString(retired.findings().size()));
    outputs.say(
        "flexible.bills",
        Integer.toString(bills.size()),
        bills.stream().map(TopUpBill::amount).reduce(Money.ZERO, Money::plus).toString());
    tellCredits(plan);
    outputs.sayWhere();
  }

  private void tellCredits(TopUpPlan plan) {
    List<TopUpSum> with = plan.sums().stream().filter(sum -> !sum.takenBack().isEmpty()).toList();
    if (!with.isEmpty()) {
      outputs.say(
          "flexible.taken-back",
          Integer.toString(with.size()),
          Integer.toString(with.stream().mapToInt(sum -> sum.takenBack().size()).sum()),
          with.stream().map(TopUpSum::takenBackTotal).reduce(Money.ZERO, Money::plus).toString(),
          with.stream().map(TopUpSum::credit).reduce(Money.ZERO, Money::plus).toString());
    }
  }

  private boolean dryRun() {
    return settings.yes(CommonKeys.DRY_RUN);
  }

  private String region() {
    return runContext.rules().name();
  }
}
