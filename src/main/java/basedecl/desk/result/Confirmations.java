package basedecl.desk.result;

import basedecl.declaration.procedure.DeclarationProcedure;
import basedecl.declaration.procedure.DeclarationState;
import basedecl.desk.submission.Submissions.For;
import basedecl.file.OwnerOnly;
import basedecl.finding.Finding;
import basedecl.finding.FindingCode;
import basedecl.finding.Reason;
import basedecl.finding.SourceCell;
import basedecl.job.desk.JobRequest;
import basedecl.job.desk.RunDesk;
import basedecl.job.review.ConfirmationFile;
import basedecl.ledger.review.ProcedureLedger;
import basedecl.ledger.review.ProcedureRecord;
import basedecl.policy.Population;
import basedecl.settings.CommonKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * An employer's confirmation: a file of confirmations with one line, kept, which a run of the job
 * {@code review} takes as it takes any. There is one file for a version; handed in again, nothing
 * more happens.
 */
public final class Confirmations {

  private final Path folder;
  private final ProcedureLedger procedures;
  private final RunDesk runs;

  public Confirmations(Path folder, ProcedureLedger procedures, RunDesk runs) throws IOException {
    this.folder = folder;
    this.procedures = procedures;
    this.runs = runs;
    OwnerOnly.createFolders(folder);
  }

  /** Where the newest version stands; empty where the employer sent nothing. */
  Optional<ProcedureRecord> standing(For whom) {
    return procedures.standing(
        new ProcedureLedger.Scope(whom.policy(), whom.year(), whom.population()),
        whom.employerCode());
  }

  /** Whether a version may be confirmed now. */
  boolean isDue(ProcedureRecord standing) {
    return DeclarationProcedure.allows(standing.state(), DeclarationState.CONFIRMED)
        && !isHandedIn(standing);
  }

  /** Whether the confirmation is on its way to the ledger. */
  boolean isUnderWay(ProcedureRecord standing) {
    return DeclarationProcedure.allows(standing.state(), DeclarationState.CONFIRMED)
        && isHandedIn(standing);
  }

  /**
   * Confirms the newest version, or says in the words of the review why that is out of turn.
   * Confirmed twice, it is confirmed once.
   */
  synchronized Optional<Finding> confirm(For whom, LocalDate day) throws IOException {
    Optional<ProcedureRecord> standing = standing(whom);
    if (standing.isEmpty()) {
      return Optional.of(
          Finding.of(
              FindingCode.STEP_OUT_OF_TURN,
              whom.employerCode(),
              SourceCell.WHOLE_FILE,
              Reason.NOT_DECLARED));
    }
    if (!DeclarationProcedure.allows(standing.get().state(), DeclarationState.CONFIRMED)) {
      return Optional.of(
          Finding.of(
              FindingCode.STEP_OUT_OF_TURN,
              whom.employerCode(),
              SourceCell.WHOLE_FILE,
              standing.get().state().title()));
    }
    if (!isHandedIn(standing.get())) {
      ConfirmationFile.write(file(standing.get()), whom.employerCode(), day);
      take(standing.get(), whom.population());
    }
    return Optional.empty();
  }

  private boolean isHandedIn(ProcedureRecord standing) {
    return Files.isRegularFile(file(standing), LinkOption.NOFOLLOW_LINKS);
  }

  private Path file(ProcedureRecord standing) {
    return folder.resolve("confirmation-" + standing.declarationId() + ".csv");
  }

  private void take(ProcedureRecord standing, Population population) {
    runs.somethingSubmitted(
        new JobRequest(
            "review",
            Map.of(
                CommonKeys.POPULATION.name(),
                population.word(),
                "confirmations",
                file(standing).toString(),
                "desk-decisions",
                "false")));
  }

  /** To be called at the start: what was handed in and not taken is taken now. */
  public void reconcile(String policy, int year) {
    for (Population population : Population.values()) {
      procedures.standings(new ProcedureLedger.Scope(policy, year, population)).stream()
          .filter(this::isUnderWay)
          .forEach(standing -> take(standing, population));
    }
  }
}
