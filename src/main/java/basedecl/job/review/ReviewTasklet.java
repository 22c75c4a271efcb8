package basedecl.job.review;

import basedecl.declaration.Employer;
import basedecl.job.support.FenceGuard;
import basedecl.job.support.JobSettings;
import basedecl.job.support.Night;
import basedecl.ledger.ProcedureLedger;
import basedecl.ledger.RosterLedger;
import basedecl.spreadsheet.RefusedFileException;
import basedecl.spreadsheet.SpreadsheetFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Materials, then decisions, then confirmations, all in this step's one transaction. */
final class ReviewTasklet implements Tasklet {

  private final JobSettings settings;
  private final Night night;
  private final ProcedureLedger ledger;
  private final RosterLedger roster;
  private final FenceGuard fence;
  private final ReviewOutcome outcome;

  ReviewTasklet(
      JobSettings settings,
      Night night,
      ProcedureLedger ledger,
      RosterLedger roster,
      FenceGuard fence,
      ReviewOutcome outcome) {
    this.settings = settings;
    this.night = night;
    this.ledger = ledger;
    this.roster = roster;
    this.fence = fence;
    this.outcome = outcome;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context)
      throws IOException {
    Review review =
        new Review(
            ledger,
            new ProcedureLedger.Scope(night.policy().name(), night.year(), settings.population()),
            roster.all().stream().map(Employer::code).collect(Collectors.toSet()),
            night.run().runId(),
            night.businessDate(),
            outcome);
    Optional<Path> materials = settings.optionalPath(ReviewJob.MATERIALS);
    if (materials.isPresent()) {
      review.materials(
          new MaterialsFolder(materials.get(), settings.count(ReviewJob.MAX_MATERIAL_BYTES)));
    }
    decisions(review);
    confirmations(review);
    fence.check();
    return RepeatStatus.FINISHED;
  }

  private void decisions(Review review) throws IOException {
    Optional<Path> file = settings.optionalPath(ReviewJob.DECISIONS);
    if (file.isPresent()) {
      try {
        review.decisions(name(file.get()), DecisionLine.read(spreadsheets(), file.get()));
      } catch (RefusedFileException e) {
        outcome.problem(name(file.get()), e.finding());
      }
    }
  }

  private void confirmations(Review review) throws IOException {
    Optional<Path> file = settings.optionalPath(ReviewJob.CONFIRMATIONS);
    if (file.isPresent()) {
      try {
        review.confirmations(name(file.get()), ConfirmationLine.read(spreadsheets(), file.get()));
      } catch (RefusedFileException e) {
        outcome.problem(name(file.get()), e.finding());
      }
    }
  }

  private SpreadsheetFiles spreadsheets() {
    return new SpreadsheetFiles(settings.readLimits());
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
