package basedecl.desk.material;

import basedecl.declaration.procedure.DeclarationProcedure;
import basedecl.declaration.procedure.DeclarationState;
import basedecl.desk.submission.Submissions.For;
import basedecl.finding.Finding;
import basedecl.finding.FindingCode;
import basedecl.finding.Reason;
import basedecl.finding.SourceCell;
import basedecl.job.desk.JobRequest;
import basedecl.job.desk.RunDesk;
import basedecl.job.material.MaterialsFolder;
import basedecl.job.material.ScanKind;
import basedecl.ledger.review.ProcedureLedger;
import basedecl.ledger.review.ProcedureRecord;
import basedecl.policy.Population;
import basedecl.settings.CommonKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Scans come in while the version is accepted and not yet submitted for review. Submitted, the job
 * {@code review} takes them as it takes any folder of scans, and moves the version on.
 */
public final class Materials {

  private final MaterialsShelf shelf;
  private final ProcedureLedger procedures;
  private final RunDesk runs;

  public Materials(MaterialsShelf shelf, ProcedureLedger procedures, RunDesk runs) {
    this.shelf = shelf;
    this.procedures = procedures;
    this.runs = runs;
  }

  /** Where the newest version stands; empty where the employer sent nothing. */
  public Optional<ProcedureRecord> standing(For whom) {
    return procedures.standing(
        scope(whom.policy(), whom.year(), whom.population()), whom.employerCode());
  }

  private static ProcedureLedger.Scope scope(String policy, int year, Population population) {
    return new ProcedureLedger.Scope(policy, year, population);
  }

  /** Whether scans may come and go. */
  public boolean isOpen(ProcedureRecord standing, Population population) {
    return DeclarationProcedure.allows(standing.state(), DeclarationState.MATERIALS_COMPLETE)
        && MaterialsShelf.takes(standing.employerCode())
        && !isUnderWay(standing, population);
  }

  /** Whether a run is about to take the scans, or takes them. */
  public boolean isUnderWay(ProcedureRecord standing, Population population) {
    JobRequest review = review(standing.declarationId(), population);
    return shelf.isSubmitted(standing.declarationId())
        && runs.open().stream()
            .map(RunDesk.Asked::request)
            .anyMatch(request -> isOf(request, review));
  }

  private static boolean isOf(JobRequest request, JobRequest review) {
    return request.job().equals(review.job())
        && request.settings().entrySet().containsAll(review.settings().entrySet());
  }

  /** The scans of a version, in order of their names. */
  public List<Scan> scans(ProcedureRecord standing) throws IOException {
    return shelf.scans(standing.declarationId(), standing.employerCode());
  }

  /** What is still missing, in the words of the review; empty where nothing is. */
  public static Optional<Finding> missing(String employerCode, List<Scan> scans) {
    Optional<Reason> reason =
        MaterialsFolder.missing(has(scans, ScanKind.SUMMARY), has(scans, ScanKind.DETAIL));
    return reason.map(
        why ->
            Finding.of(FindingCode.MATERIALS_INCOMPLETE, employerCode, SourceCell.WHOLE_FILE, why));
  }

  private static boolean has(List<Scan> scans, ScanKind kind) {
    return scans.stream().anyMatch(scan -> scan.kind() == kind);
  }

  /** The state of a version in which its scans stay as they are. */
  static Finding closed(ProcedureRecord standing) {
    return Finding.of(
        FindingCode.STEP_OUT_OF_TURN,
        standing.employerCode(),
        SourceCell.WHOLE_FILE,
        standing.state().title());
  }

  /** Keeps a scan, or says why not. */
  public synchronized Optional<Finding> keep(
      For whom, ProcedureRecord standing, ScanKind kind, Path file, String fileName)
      throws IOException {
    if (!isOpen(standing, whom.population())) {
      return Optional.of(closed(standing));
    }
    return shelf.keep(standing.declarationId(), standing.employerCode(), kind, file, fileName);
  }

  /** Whether no more scans of a kind are taken. */
  public boolean isFull(ProcedureRecord standing, ScanKind kind) throws IOException {
    return shelf.count(standing.declarationId(), standing.employerCode(), kind)
        >= MaterialsShelf.MOST;
  }

  /** Takes a scan away, or says why not; of one that is not there nothing is said. */
  public synchronized Optional<Finding> remove(For whom, ProcedureRecord standing, String name)
      throws IOException {
    if (!isOpen(standing, whom.population())) {
      return Optional.of(closed(standing));
    }
    shelf.remove(standing.declarationId(), standing.employerCode(), name);
    return Optional.empty();
  }

  /** Submits what is there for review, or says what is missing. */
  public synchronized Optional<Finding> submit(For whom, ProcedureRecord standing)
      throws IOException {
    if (!isOpen(standing, whom.population())) {
      return Optional.of(closed(standing));
    }
    Optional<Finding> missing = missing(standing.employerCode(), scans(standing));
    if (missing.isEmpty()) {
      shelf.markSubmitted(standing.declarationId());
      runs.somethingSubmitted(review(standing.declarationId(), whom.population()));
    }
    return missing;
  }

  private JobRequest review(long declaration, Population population) {
    return new JobRequest(
        "review",
        Map.of(
            CommonKeys.POPULATION.name(),
            population.word(),
            "materials",
            shelf.folder(declaration).toString(),
            "desk-decisions",
            "false"));
  }

  /** To be called at the start: what was submitted and not taken is taken now. */
  public void reconcile(String policy, int year) {
    for (Population population : Population.values()) {
      procedures.standings(scope(policy, year, population)).stream()
          .filter(standing -> standing.state() == DeclarationState.ACCEPTED)
          .filter(standing -> shelf.isSubmitted(standing.declarationId()))
          .forEach(
              standing -> runs.somethingSubmitted(review(standing.declarationId(), population)));
    }
  }
}
