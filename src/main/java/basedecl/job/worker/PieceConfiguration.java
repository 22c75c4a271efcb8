package basedecl.job.worker;

import basedecl.job.intake.AssessedRows;
import basedecl.job.intake.DeclarationItemProcessor;
import basedecl.job.intake.DeclarationItemReader;
import basedecl.job.intake.DeclarationItemWriter;
import basedecl.job.intake.FileRows;
import basedecl.job.intake.IntakeConfiguration;
import basedecl.job.intake.IntakeRules;
import basedecl.job.remote.Piece;
import basedecl.job.remote.Rounds;
import basedecl.job.run.FenceGuard;
import basedecl.job.run.Progress;
import basedecl.job.run.RunContext;
import basedecl.job.run.RunSummary;
import basedecl.job.run.StopSignal;
import basedecl.job.run.WorkFolder;
import basedecl.ledger.intake.IntakeLedger;
import basedecl.ledger.intake.StagingLedger;
import basedecl.ledger.remote.PieceLedger;
import basedecl.settings.JobSettings;
import basedecl.spreadsheet.SpreadsheetFiles;
import java.util.List;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** The step that reads one piece, beside the configuration of the job whose files they are. */
@Configuration(proxyBeanMethods = false)
public class PieceConfiguration {

  private static final String CURRENT = "#{stepExecution}";

  @Bean
  PieceLedger pieceLedger(JdbcTemplate jdbc) {
    return new PieceLedger(jdbc);
  }

  @Bean
  WorkerTally workerTally() {
    return new WorkerTally();
  }

  @Bean
  @StepScope
  DeclarationItemReader pieceReader(
      @Value(CURRENT) StepExecution step,
      WorkFolder work,
      JobSettings settings,
      IntakeRules rules,
      RunContext runContext,
      IntakeLedger intake) {
    Piece piece = Piece.of(step.getExecutionContext());
    PieceFiles files =
        new PieceFiles(
            piece.of(intake.claimedOf(runContext.run().runId(), piece.first(), piece.last())));
    return new DeclarationItemReader(
        files::next,
        work,
        new SpreadsheetFiles(settings.readLimits()),
        rules.form(),
        intake.acceptedBefore(
            runContext.policy().name(), runContext.year(), rules.population(), files.size()));
  }

  @Bean
  @StepScope
  DeclarationItemProcessor pieceProcessor(IntakeRules rules) {
    return new DeclarationItemProcessor(rules);
  }

  @Bean
  @StepScope
  PieceWriter pieceWriter(
      @Value(CURRENT) StepExecution step,
      StagingLedger staging,
      IntakeLedger intake,
      RunContext runContext,
      IntakeRules rules,
      PieceLedger pieces,
      FenceGuard fence,
      Progress progress,
      RunSummary report,
      WorkerTally tally) {
    return new PieceWriter(
        new DeclarationItemWriter(
            staging,
            intake,
            runContext.scope(rules.population()),
            new PieceGuard(pieces, fence, step.getId()),
            progress,
            report),
        staging,
        Piece.of(step.getExecutionContext()).again(),
        tally);
  }

  @Bean(Rounds.STEP)
  Step pieceStep(
      JobRepository repository,
      PlatformTransactionManager manager,
      StopSignal stop,
      DeclarationItemReader pieceReader,
      DeclarationItemProcessor pieceProcessor,
      PieceWriter pieceWriter) {
    return new StepBuilder(Rounds.STEP, repository)
        .<List<FileRows>, List<AssessedRows>>chunk(IntakeConfiguration.READS_PER_CHUNK)
        .transactionManager(manager)
        .reader(pieceReader)
        .processor(pieceProcessor)
        .writer(pieceWriter)
        .listener(stop)
        .build();
  }
}
