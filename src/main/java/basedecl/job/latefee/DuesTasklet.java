package basedecl.job.latefee;

import basedecl.job.run.Progress;
import basedecl.job.run.RunContext;
import basedecl.ledger.due.KnownEmployers;
import basedecl.ledger.due.YearDues;
import basedecl.ledger.year.DueRecord;
import basedecl.ledger.year.MonthsLedger;
import basedecl.policy.rule.Deadline;
import java.util.List;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Works out what every employer owes for each month whose deadline is reached, and puts it in the
 * place of what was known before, all in one transaction.
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
    List<DueRecord> all = year.of(employers, deadlines, () -> progress.step(1));
    progress.end();
    ledgers
        .dues()
        .replace(runContext.policy().name(), runContext.year(), runContext.run().runId(), all);
    return RepeatStatus.FINISHED;
  }
}
