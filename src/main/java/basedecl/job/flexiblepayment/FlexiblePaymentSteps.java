package basedecl.job.flexiblepayment;

import basedecl.file.ReplacedFile.Written;
import basedecl.job.run.Outputs;
import basedecl.job.run.RunContext;
import basedecl.job.run.RunServices;
import basedecl.job.run.RunSummary;
import basedecl.job.submitted.SubmittedFile;
import basedecl.job.submitted.SubmittedFindings;
import basedecl.job.submitted.SubmittedLines;
import basedecl.job.submitted.SubmittedTable;
import basedecl.report.RegionHeading;
import basedecl.report.flexible.FlexiblePaymentWorkbook;
import basedecl.report.flexible.FlexibleYear;
import basedecl.settings.CommonKeys;
import basedecl.settings.JobSettings;
import java.sql.Savepoint;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Payments into the ledger, in one transaction; then the workbook from it. Safe to repeat. A dry
 * run takes all back before its transaction ends.
 */
final class FlexiblePaymentSteps {

  private final JobSettings settings;
  private final RunContext runContext;
  private final RegionBooks books;
  private final SubmittedFindings problems = new SubmittedFindings();
  private final RunSummary summary;
  private final Outputs outputs;

  /** What a dry run would have left, kept beyond what it took back. */
  private Optional<FlexibleYear> tried = Optional.empty();

  FlexiblePaymentSteps(RunServices run, RegionBooks books) {
    this.settings = run.settings();
    this.runContext = run.context();
    this.books = books;
    this.summary = run.summary();
    this.outputs = run.outputs();
  }

  Tasklet taking() {
    return (StepContribution contribution, ChunkContext context) -> {
      ReceivedInstalments received =
          new ReceivedInstalments(
              runContext, books.accounts().of(runContext.year()), books.payments());
      Map<SubmittedFile, SubmittedLines<PaymentLine.Column>> tables = new LinkedHashMap<>();
      for (SubmittedFile file :
          SubmittedFile.of(settings.path(FlexiblePaymentJob.PAYMENTS), summary::skipped)) {
        SubmittedLines<PaymentLine.Column> table =
            new SubmittedTable<>(file.path(), PaymentLine.HEADER, settings.readLimits()).lines();
        table.lines().forEach(line -> received.read(file, line));
        tables.put(file, table);
      }
      received.settle();
      tables.forEach((file, table) -> problems.add(file, table.findings()));
      Savepoint before = books.savepoint();
      books.add(received.added());
      if (isDry()) {
        tried = Optional.of(year());
        books.rollBackTo(before);
      }
      long failed = received.added().stream().filter(payment -> payment.failed()).count();
      outputs.say(
          "flexible.payments-taken",
          Long.toString(received.added().size() - failed),
          Long.toString(failed));
      return RepeatStatus.FINISHED;
    };
  }

  Tasklet reporting() {
    return (StepContribution contribution, ChunkContext context) -> {
      FlexibleYear year = tried.orElseGet(this::year);
      Written written = FlexiblePaymentWorkbook.write(outputs.folder(), year, problems.all());
      outputs.keep(written);
      if (isDry()) {
        outputs.say("flexible.payments-dry-run");
      }
      outputs.say(
          "flexible.payments-year",
          Integer.toString(runContext.year()),
          Integer.toString(year.instalments()),
          Integer.toString(year.interrupted()),
          Integer.toString(year.reminders().size()),
          Integer.toString(problems.all().size()));
      outputs.sayWhere();
      return RepeatStatus.FINISHED;
    };
  }

  private boolean isDry() {
    return settings.yes(CommonKeys.DRY_RUN);
  }

  private FlexibleYear year() {
    return new FlexibleYear(
        new RegionHeading(
            runContext.rules().policies(), runContext.year(), runContext.businessDate()),
        books.accounts(),
        books.payments(),
        books.charges(),
        Math.toIntExact(settings.count(FlexiblePaymentJob.REMIND_DAYS)),
        isDry());
  }
}
