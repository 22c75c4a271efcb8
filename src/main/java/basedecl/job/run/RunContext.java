package basedecl.job.run;

import basedecl.ledger.intake.StagingLedger;
import basedecl.ledger.run.RunRecord;
import basedecl.policy.ContributionMonth;
import basedecl.policy.Policy;
import basedecl.policy.Population;
import java.time.LocalDate;
import java.time.YearMonth;

/** What one run stands on: its number, its policy and the day it stands for. */
public record RunContext(RunRecord run, Rulebook rules) {

  /** The policy of the run; of a region's policies the first. */
  public Policy policy() {
    return rules.first();
  }

  public int year() {
    return run.year();
  }

  public LocalDate businessDate() {
    return run.businessDate();
  }

  /**
   * The month whose limits and rates a declaration is assessed with: that of the business date
   * within the contribution year, its first or last month before or after the year.
   */
  public YearMonth month() {
    return ContributionMonth.of(year(), businessDate());
  }

  public StagingLedger.Scope scope(Population population) {
    return new StagingLedger.Scope(
        run.runId(), policy().name(), year(), population, month(), businessDate());
  }
}
