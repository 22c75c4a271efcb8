package basedecl.job.collection;

import basedecl.assessment.collection.Collected;
import basedecl.file.ReplacedFile.Written;
import basedecl.job.run.Outputs;
import basedecl.job.run.RunContext;
import basedecl.job.run.RunServices;
import basedecl.ledger.collection.CollectionLine;
import basedecl.ledger.year.PendingLedger;
import basedecl.policy.rule.Deadline;
import basedecl.report.LimitsNotices;
import basedecl.report.collection.CollectionCsv;
import basedecl.report.collection.CollectionHeading;
import basedecl.report.collection.CollectionWorkbook;
import basedecl.report.collection.ColumnNames;
import basedecl.settings.CommonKeys;
import basedecl.settings.JobSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Writes a batch from the ledger: {@code collection-YYYY-MM-BATCH.xlsx} and {@code .csv}. */
final class CollectionReport implements Tasklet {

  private final JobSettings settings;
  private final RunContext runContext;
  private final Outputs outputs;
  private final Batches batches;
  private final PendingLedger pending;
  private final PeopleOfBatch people;

  CollectionReport(RunServices run, Batches batches, PendingLedger pending, PeopleOfBatch people) {
    this.settings = run.settings();
    this.runContext = run.context();
    this.outputs = run.outputs();
    this.batches = batches;
    this.pending = pending;
    this.people = people;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context)
      throws IOException {
    Optional<Batches.Ready> ready = batches.ready();
    if (ready.isPresent()) {
      write(ready.get());
    } else {
      outputs.say("collection.summary-nothing");
    }
    if (batches.isBeforeNewest()) {
      outputs.say("collection.summary-before-newest", runContext.businessDate());
    }
    outputs.sayWhere();
    return RepeatStatus.FINISHED;
  }

  private void write(Batches.Ready ready) throws IOException {
    LimitsNotices notices =
        LimitsNotices.of(runContext.policy(), runContext.businessDate(), pending.ofYear());
    CollectionHeading heading = heading(ready, notices);
    Optional<ColumnNames> names = settings.optionalPath(CollectionJob.MAPPING).map(this::names);
    Path folder = outputs.folder();
    Written workbook =
        CollectionWorkbook.write(
            folder,
            heading,
            ready.lines(),
            ready.soFar(),
            settings.yes(CollectionJob.PERSONS)
                ? Optional.of(consumer -> people.forEach(ready.lines(), consumer))
                : Optional.empty(),
            names);
    outputs.keep(workbook);
    outputs.keep(CollectionCsv.write(outputs.folder(), heading, ready.lines(), names));
    tell(ready, heading);
    notices.told(CommonKeys.sameLedger(settings)).forEach(outputs::say);
    if (heading.isPlaceholder()) {
      outputs.say("latefee.summary-placeholder");
    }
  }

  private ColumnNames names(Path mapping) {
    return Mapping.read(mapping);
  }

  private CollectionHeading heading(Batches.Ready ready, LimitsNotices notices) {
    List<Deadline> months =
        Stream.iterate(1, month -> month + 1)
            .limit(ready.batch().period().getMonthValue())
            .flatMap(
                month ->
                    runContext
                        .policy()
                        .deadlineFor(ready.batch().period().withMonth(month))
                        .stream())
            .toList();
    return new CollectionHeading(
        runContext.policy(),
        ready.batch(),
        months,
        ready.origin() == Batches.Origin.TRIED,
        notices);
  }

  private void tell(Batches.Ready ready, CollectionHeading heading) {
    Collected sum =
        ready.lines().stream()
            .map(each -> each.line().difference())
            .reduce(Collected.NOTHING, Collected::plus);
    outputs.say(
        "collection.summary-" + ready.origin().name(),
        ready.batch().number(),
        ready.batch().period(),
        heading.fileName());
    outputs.say(
        "collection.summary-lines",
        ready.lines().size(),
        ready.lines().stream().map(CollectionReport::employer).distinct().count(),
        sum.employer(),
        sum.personal(),
        sum.lateFee());
  }

  private static String employer(CollectionLine line) {
    return line.line().key().employerCode();
  }
}
