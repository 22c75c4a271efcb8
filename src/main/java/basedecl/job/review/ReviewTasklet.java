package basedecl.job.review;

import basedecl.declaration.Employer;
import basedecl.job.material.MaterialsFolder;
import basedecl.job.run.RunContext;
import basedecl.job.run.RunServices;
import basedecl.job.submitted.SubmittedTable;
import basedecl.ledger.intake.LineFindingLedger;
import basedecl.ledger.review.DecisionLedger;
import basedecl.ledger.review.MaterialLedger;
import basedecl.ledger.review.ProcedureLedger;
import basedecl.ledger.run.RunLedger;
import basedecl.ledger.staff.CarryOver;
import basedecl.ledger.year.RosterLedger;
import basedecl.settings.CommonKeys;
import basedecl.settings.JobSettings;
import basedecl.table.HeaderSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Materials, then decisions of the desk and of the file, then confirmations, all in this step's one
 * transaction, with what could not be used. A run that was cut off after that, with the same files
 * and no other run in between, takes what they came to from the ledger: a second look at
 * declarations that have moved on would tell another story.
 */
final class ReviewTasklet implements Tasklet {

  private final JobSettings settings;
  private final RunContext runContext;
  private final ProcedureLedger ledger;
  private final MaterialLedger scans;
  private final DecisionLedger desk;
  private final RosterLedger roster;
  private final LineFindingLedger findings;
  private final RunLedger runs;
  private final CarryOver carryOver;

  ReviewTasklet(
      RunServices run,
      ProcedureLedger ledger,
      MaterialLedger scans,
      DecisionLedger desk,
      RosterLedger roster,
      LineFindingLedger findings,
      RunLedger runs,
      CarryOver carryOver) {
    this.settings = run.settings();
    this.runContext = run.context();
    this.ledger = ledger;
    this.scans = scans;
    this.desk = desk;
    this.roster = roster;
    this.findings = findings;
    this.runs = runs;
    this.carryOver = carryOver;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context)
      throws IOException {
    long run = runContext.run().runId();
    RunLedger.Artifact inputs =
        new RunLedger.Artifact(RunLedger.Direction.INPUT, "review", ReviewInputs.digest(settings));
    boolean done = runs.newest(1).get(0).runId() == run && runs.artifacts(run).contains(inputs);
    if (!done) {
      Set<Long> pending = carryOver.pending();
      ReviewOutcome outcome = review();
      carryOver.approved(pending);
      findings.clear(run);
      findings.add(run, outcome.problems());
      runs.artifact(run, inputs.direction(), inputs.path(), inputs.sha256());
    }
    return RepeatStatus.FINISHED;
  }

  private ReviewOutcome review() throws IOException {
    ReviewOutcome outcome = new ReviewOutcome();
    Review review =
        new Review(
            ledger,
            scans,
            new ProcedureLedger.Scope(
                runContext.policy().name(), runContext.year(), settings.population()),
            roster.all().stream().map(Employer::code).collect(Collectors.toSet()),
            runContext.run().runId(),
            runContext.businessDate(),
            outcome);
    Optional<Path> materials = settings.optionalPath(ReviewJob.MATERIALS);
    if (materials.isPresent()) {
      review.materials(
          new MaterialsFolder(materials.get(), settings.count(CommonKeys.MAX_MATERIAL_BYTES)));
    }
    if (settings.yes(ReviewJob.DESK_DECISIONS)) {
      review.deskDecisions(desk);
    }
    Optional<Path> decisions = settings.optionalPath(ReviewJob.DECISIONS);
    if (decisions.isPresent()) {
      review.decisions(table(decisions.get(), DecisionLine.HEADER), desk);
    }
    Optional<Path> confirmations = settings.optionalPath(ReviewJob.CONFIRMATIONS);
    if (confirmations.isPresent()) {
      review.confirmations(table(confirmations.get(), ConfirmationLine.HEADER));
    }
    return outcome;
  }

  private <C extends Enum<C>> SubmittedTable<C> table(Path file, HeaderSpec<C> header) {
    return new SubmittedTable<>(file, header, settings.readLimits());
  }
}
