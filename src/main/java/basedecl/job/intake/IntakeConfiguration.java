package basedecl.job.intake;

import basedecl.file.Inbox;
import basedecl.job.run.FenceGuard;
import basedecl.job.run.Partitions;
import basedecl.job.run.Progress;
import basedecl.job.run.RunContext;
import basedecl.job.run.RunServices;
import basedecl.job.run.RunSummary;
import basedecl.job.run.StopSignal;
import basedecl.job.run.WorkFolder;
import basedecl.job.submitted.RosterFile;
import basedecl.ledger.collection.CollectionLedger;
import basedecl.ledger.intake.IntakeLedger;
import basedecl.ledger.intake.PublishingLedger;
import basedecl.ledger.intake.ReceiptLedger;
import basedecl.ledger.intake.StagingLedger;
import basedecl.ledger.run.RunLedger;
import basedecl.ledger.staff.CarryOver;
import basedecl.ledger.year.RunLimitsLedger;
import basedecl.message.Language;
import basedecl.settings.CommonKeys;
import basedecl.settings.JobSettings;
import basedecl.spreadsheet.SpreadsheetFiles;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.partition.PartitionHandler;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.interceptor.DefaultTransactionAttribute;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The steps by which declarations of any population come in: claim, intake over partitions,
 * publish; and the archive at the end. A job adds its {@link IntakeRules} and its reports.
 */
@Configuration(proxyBeanMethods = false)
public class IntakeConfiguration {

  /** Reads of a chunk, which is one transaction: some four thousand rows, or a thousand files. */
  public static final int READS_PER_CHUNK = 20;

  /** A tasklet step goes round for ever after an exception it is not told to roll back on. */
  private static final DefaultTransactionAttribute NO_TRANSACTION =
      new DefaultTransactionAttribute(TransactionDefinition.PROPAGATION_NOT_SUPPORTED) {
        @Override
        public boolean rollbackOn(Throwable failure) {
          return true;
        }
      };

  @Bean
  IntakeQueue intakeQueue() {
    return new IntakeQueue();
  }

  @Bean
  IntakeOutputs intakeOutputs(
      JobSettings settings,
      RunContext runContext,
      RosterFile roster,
      IntakeRules rules,
      IntakeLedger intake,
      ReceiptLedger receipts,
      RunLedger runs,
      WorkFolder work,
      FenceGuard fence,
      RunSummary report,
      JdbcTemplate jdbc) {
    return new IntakeOutputs(
        settings,
        runContext,
        roster,
        rules,
        intake,
        receipts,
        runs,
        work,
        fence,
        report,
        new CollectionLedger(jdbc, runContext.policy().name(), runContext.year()));
  }

  @Bean
  ReceiptsReport receiptsReport(RunServices run, IntakeOutputs outputs, Language language) {
    return new ReceiptsReport(run, outputs, language);
  }

  @Bean
  Step claimStep(
      JobRepository repository,
      PlatformTransactionManager manager,
      StopSignal stop,
      RunContext runContext,
      JobSettings settings,
      WorkFolder work,
      IntakeLedger intake,
      StagingLedger staging,
      TransactionTemplate transaction,
      FenceGuard fence,
      IntakeQueue queue,
      RunSummary report) {
    Inbox inbox =
        new Inbox(
            settings.path(CommonKeys.INBOX),
            Duration.ofSeconds(settings.count(CommonKeys.SETTLE_SECONDS)));
    return new StepBuilder("claim", repository)
        .tasklet(
            new ClaimTasklet(
                runContext,
                inbox,
                settings.path(CommonKeys.INBOX),
                work,
                intake,
                staging,
                transaction,
                fence,
                queue,
                report),
            manager)
        .transactionAttribute(NO_TRANSACTION)
        .listener(stop)
        .build();
  }

  @Bean
  @StepScope
  DeclarationItemReader sliceReader(
      IntakeQueue queue,
      WorkFolder work,
      JobSettings settings,
      IntakeRules rules,
      RunContext runContext,
      IntakeLedger intake) {
    return new DeclarationItemReader(
        queue::next,
        work,
        new SpreadsheetFiles(settings.readLimits()),
        rules.form(),
        intake.acceptedBefore(
            runContext.policy().name(), runContext.year(), rules.population(), queue.size()));
  }

  @Bean
  @StepScope
  DeclarationItemProcessor sliceProcessor(IntakeRules rules) {
    return new DeclarationItemProcessor(rules);
  }

  @Bean
  DeclarationItemWriter sliceWriter(
      StagingLedger staging,
      IntakeLedger intake,
      RunContext runContext,
      IntakeRules rules,
      FenceGuard fence,
      Progress progress,
      RunSummary report) {
    return new DeclarationItemWriter(
        staging, intake, runContext.scope(rules.population()), fence, progress, report);
  }

  @Bean
  Step workerStep(
      JobRepository repository,
      PlatformTransactionManager manager,
      StopSignal stop,
      DeclarationItemReader reader,
      DeclarationItemProcessor processor,
      DeclarationItemWriter writer) {
    return new StepBuilder("worker", repository)
        .<List<FileRows>, List<AssessedRows>>chunk(READS_PER_CHUNK)
        .transactionManager(manager)
        .reader(reader)
        .processor(processor)
        .writer(writer)
        .listener(stop)
        .build();
  }

  @Bean
  Step intakeStep(
      JobRepository repository,
      StopSignal stop,
      Step workerStep,
      IntakeQueue queue,
      Progress progress,
      ObjectProvider<PartitionHandler> elsewhere) {
    ProgressListener shown = new ProgressListener(progress, queue);
    Optional<PartitionHandler> workers = elsewhere.stream().findFirst();
    if (workers.isPresent()) {
      return new StepBuilder("intake", repository)
          .partitioner("worker", queue)
          .partitionHandler(workers.get())
          .listener(stop)
          .listener(shown)
          .build();
    }
    SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor("intake-");
    executor.setConcurrencyLimit(Partitions.count());
    return new StepBuilder("intake", repository)
        .partitioner("worker", queue)
        .step(workerStep)
        .gridSize(Partitions.count())
        .taskExecutor(executor)
        .listener(stop)
        .listener(shown)
        .build();
  }

  @Bean
  Step publishStep(
      JobRepository repository,
      PlatformTransactionManager manager,
      StopSignal stop,
      PublishingLedger publishing,
      JdbcTemplate jdbc,
      RunContext runContext,
      IntakeRules rules,
      FenceGuard fence) {
    return new StepBuilder("publish", repository)
        .tasklet(
            new PublishTasklet(
                runContext,
                rules.population(),
                publishing,
                new RunLimitsLedger(jdbc),
                new CarryOver(jdbc, runContext.policy(), runContext.year()),
                fence),
            manager)
        .listener(stop)
        .build();
  }

  @Bean
  Step archiveStep(
      JobRepository repository,
      PlatformTransactionManager manager,
      StopSignal stop,
      RunContext runContext,
      WorkFolder work,
      IntakeLedger intake,
      FenceGuard fence,
      RunSummary report) {
    return new StepBuilder("archive", repository)
        .tasklet(new ArchiveTasklet(runContext, work, intake, fence, report), manager)
        .listener(stop)
        .build();
  }
}
