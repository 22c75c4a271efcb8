package basedecl.job.latefee;

import basedecl.assessment.collection.EmployerMonth;
import basedecl.assessment.latefee.OverpaymentDecision;
import basedecl.job.run.Progress;
import basedecl.job.run.RunContext;
import basedecl.ledger.due.KnownEmployers;
import basedecl.ledger.due.UnowedDues;
import basedecl.ledger.due.YearDues;
import basedecl.ledger.year.DueRecord;
import basedecl.ledger.year.MonthsLedger;
import basedecl.policy.rule.Deadline;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Works out what every employer owes for each month whose deadline is reached, dues of nothing
 * where money came for a month that is not owed, and puts it in the place of what was known before,
 * all in one transaction.
 */
final class DuesTasklet implements Tasklet {

  private final RunContext runContext;
  private final List<Deadline> deadlines;
  private final LateFeeLedgers ledgers;
  private final YearDues year;
  private final Progress progress;

  DuesTasklet(
      RunContext runContext,
      List<Deadline> deadlines,
      LateFeeLedgers ledgers,
      MonthsLedger months,
      Progress progress) {
    this.runContext = runContext;
    this.deadlines = List.copyOf(deadlines);
    this.ledgers = ledgers;
    this.year =
        new YearDues(
            runContext.policy(),
            runContext.year(),
            runContext.businessDate(),
            ledgers.dues(),
            months);
    this.progress = progress;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
    KnownEmployers employers = ledgers.employers(runContext);
    progress.begin("dues", employers.persons());
    List<DueRecord> all = new ArrayList<>(year.of(employers, deadlines, () -> progress.step(1)));
    all.addAll(UnowedDues.of(runContext.policy(), employers, deadlines, all, moneyCame()));
    progress.end();
    ledgers
        .dues()
        .replace(runContext.policy().name(), runContext.year(), runContext.run().runId(), all);
    return RepeatStatus.FINISHED;
  }

  /** The months that were paid, or offset towards, by the business date. */
  private Set<EmployerMonth> moneyCame() {
    LocalDate today = runContext.businessDate();
    Set<EmployerMonth> months = new HashSet<>(ledgers.payments().months(runContext.year(), today));
    for (OverpaymentDecision decision :
        ledgers.decisions().ofYear(runContext.year()).overpayments()) {
      if (decision.holdsOn(today)) {
        decision
            .target()
            .ifPresent(target -> months.add(new EmployerMonth(decision.employerCode(), target)));
      }
    }
    return months;
  }
}
