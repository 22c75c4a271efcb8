package basedecl.job.run;

import javax.sql.DataSource;
import org.springframework.batch.core.configuration.support.JdbcDefaultBatchConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Isolation;

/**
 * Spring Batch over its tables beside the ledger's, jobs in the thread that starts them. One owner
 * at a time runs jobs, so that the repository needs no stricter order than the ledger itself.
 */
@Configuration(proxyBeanMethods = false)
class BatchConfiguration extends JdbcDefaultBatchConfiguration {

  private final DataSource database;
  private final PlatformTransactionManager manager;

  BatchConfiguration(DataSource database, PlatformTransactionManager manager) {
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

  /** Of the ledger's transactions, the job repository's included. */
  @Configuration(proxyBeanMethods = false)
  static class Transactions {

    @Bean
    PlatformTransactionManager transactionManager(DataSource database) {
      return new JdbcTransactionManager(database);
    }
  }
}
