package basedecl.job.run;

import basedecl.ledger.database.LedgerDatabase;
import basedecl.ledger.intake.IntakeLedger;
import basedecl.ledger.intake.PublishingLedger;
import basedecl.ledger.intake.ReceiptLedger;
import basedecl.ledger.intake.StagingLedger;
import basedecl.ledger.review.ProcedureLedger;
import basedecl.ledger.run.RunLedger;
import basedecl.ledger.year.RosterLedger;
import basedecl.ledger.year.YearLedger;
import basedecl.message.Language;
import basedecl.settings.CommonKeys;
import basedecl.settings.JobSettings;
import javax.sql.DataSource;
import org.springframework.batch.core.configuration.support.JdbcDefaultBatchConfiguration;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What every job finds in its context: the ledger's parts, the work folder, stopping and progress.
 * The data source, the settings and the night itself are put there by what starts the run. Spring
 * Boot, which serves the desk, stays out of it: what it would look for takes longer than a small
 * night's work.
 */
@Configuration(proxyBeanMethods = false)
@Import(RunConfiguration.Batch.class)
public class RunConfiguration {

  /**
   * Spring Batch over its tables beside the ledger's, jobs in the thread that starts them. One
   * owner at a time runs jobs, so that the repository needs no stricter order than the ledger.
   */
  @Configuration(proxyBeanMethods = false)
  static class Batch extends JdbcDefaultBatchConfiguration {

    private final DataSource database;
    private final PlatformTransactionManager manager;

    Batch(DataSource database, PlatformTransactionManager manager) {
      this.database = database;
      this.manager = manager;
    }

    @Override
    protected DataSource getDataSource() {
      return database;
    }

    @Override
    protected PlatformTransactionManager getTransactionManager() {
      return manager;
    }

    @Override
    protected Isolation getIsolationLevelForCreate() {
      return Isolation.READ_COMMITTED;
    }
  }

  /** Of the ledger's transactions, the job repository's included. */
  @Bean
  PlatformTransactionManager transactionManager(DataSource database) {
    return new JdbcTransactionManager(database);
  }

  @Bean
  JdbcTemplate jdbcTemplate(DataSource database) {
    return LedgerDatabase.template(database);
  }

  @Bean
  RunLedger runLedger(JdbcTemplate jdbc) {
    return new RunLedger(org.springframework.jdbc.core.simple.JdbcClient.create(jdbc));
  }

  @Bean
  IntakeLedger intakeLedger(JdbcTemplate jdbc) {
    return new IntakeLedger(jdbc);
  }

  @Bean
  StagingLedger stagingLedger(JdbcTemplate jdbc) {
    return new StagingLedger(jdbc);
  }

  @Bean
  PublishingLedger publishingLedger(JdbcTemplate jdbc, IntakeLedger intake, StagingLedger staging) {
    return new PublishingLedger(jdbc, intake, staging);
  }

  @Bean
  YearLedger yearLedger(JdbcTemplate jdbc) {
    return new YearLedger(jdbc);
  }

  @Bean
  ReceiptLedger receiptLedger(JdbcTemplate jdbc, IntakeLedger intake) {
    return new ReceiptLedger(jdbc, intake);
  }

  @Bean
  RosterLedger rosterLedger(JdbcTemplate jdbc) {
    return new RosterLedger(jdbc);
  }

  @Bean
  ProcedureLedger procedureLedger(JdbcTemplate jdbc) {
    return new ProcedureLedger(jdbc);
  }

  @Bean
  TransactionTemplate transaction(PlatformTransactionManager manager) {
    return new TransactionTemplate(manager);
  }

  @Bean
  StepFactory nightSteps(
      JobRepository repository,
      PlatformTransactionManager manager,
      StopSignal stop,
      FenceGuard fence) {
    return new StepFactory(repository, manager, stop, fence);
  }

  @Bean
  Outputs outputs(
      JobSettings settings,
      RunContext runContext,
      RunLedger runs,
      FenceGuard fence,
      RunSummary report,
      Language language) {
    return new Outputs(settings, runContext, runs, fence, report, language);
  }

  @Bean
  RunServices runServices(
      JobSettings settings,
      RunContext runContext,
      Outputs outputs,
      RunSummary summary,
      Progress progress) {
    return new RunServices(settings, runContext, outputs, summary, progress);
  }

  @Bean
  WorkFolder workFolder(JobSettings settings) {
    return new WorkFolder(settings.path(CommonKeys.WORK));
  }
}
