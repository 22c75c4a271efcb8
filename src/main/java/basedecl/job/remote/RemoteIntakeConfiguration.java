package basedecl.job.remote;

import basedecl.job.run.FenceGuard;
import basedecl.job.run.Progress;
import basedecl.job.run.RunContext;
import basedecl.job.run.RunSummary;
import basedecl.job.run.StopSignal;
import basedecl.job.run.WorkFolder;
import basedecl.job.submitted.RosterFile;
import basedecl.ledger.intake.IntakeLedger;
import basedecl.ledger.intake.StagingLedger;
import basedecl.ledger.remote.CallLedger;
import basedecl.ledger.remote.PieceLedger;
import basedecl.ledger.remote.WorkerLedger;
import basedecl.settings.JobSettings;
import javax.sql.DataSource;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Beside a job's own configuration where its files are read by workers. */
@Configuration(proxyBeanMethods = false)
public class RemoteIntakeConfiguration {

  @Bean
  RemoteLedgers remoteLedgers(JdbcTemplate jdbc, IntakeLedger intake, StagingLedger staging) {
    return new RemoteLedgers(
        new CallLedger(jdbc), new PieceLedger(jdbc), new WorkerLedger(jdbc), intake, staging);
  }

  @Bean
  Rounds rounds(
      JobRepository repository,
      RunContext runContext,
      JobSettings settings,
      StopSignal stop,
      FenceGuard fence,
      Progress progress,
      RemoteLedgers ledgers,
      TransactionTemplate transaction,
      DataSource dataSource) {
    return new Rounds(
        repository,
        new JdbcRequests(dataSource, new HeldConnections()),
        runContext.run().runId(),
        settings,
        stop,
        fence,
        progress,
        ledgers,
        transaction);
  }

  @Bean
  RemoteIntake remoteIntake(
      RunContext runContext,
      JobSettings settings,
      RosterFile roster,
      WorkFolder work,
      FenceGuard fence,
      RunSummary report,
      RemoteLedgers ledgers,
      TransactionTemplate transaction,
      Rounds rounds) {
    return new RemoteIntake(
        runContext, settings, roster, work, fence, report, ledgers, transaction, rounds);
  }
}
