package basedecl.desk.audit;

import basedecl.file.OwnerOnly;
import basedecl.finding.FindingText;
import basedecl.job.auditoutcome.AssessmentFile;
import basedecl.job.desk.JobRequest;
import basedecl.job.desk.RunDesk;
import basedecl.job.launch.RunOutcome;
import basedecl.ledger.intake.LineFindingLedger;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Assessments of wages: a table each, kept, which a run of the job {@code audit-outcome} takes as
 * it takes any. One employer has one on its way at most.
 */
public final class Assessments {

  private static final Logger LOG = LoggerFactory.getLogger(Assessments.class);
  private static final String JOB = "audit-outcome";
  private static final String TABLE = "outcomes";

  private final Path waiting;
  private final Path done;
  private final LineFindingLedger findings;
  private final RunDesk runs;
  private final Map<String, OnItsWay> byEmployer = new HashMap<>();

  private record OnItsWay(Path file, long asked) {}

  /**
   * @param folder where the tables are kept
   */
  public Assessments(Path folder, LineFindingLedger findings, RunDesk runs) throws IOException {
    this.waiting = folder.resolve("waiting");
    this.done = folder.resolve("done");
    this.findings = findings;
    this.runs = runs;
    OwnerOnly.createFolders(waiting);
    OwnerOnly.createFolders(done);
  }

  /** Whether an assessment of the employer is on its way to the ledger. */
  synchronized boolean isUnderWay(String employerCode) {
    return Optional.ofNullable(byEmployer.get(employerCode))
        .filter(known -> runs.ended(known.asked()).isEmpty())
        .isPresent();
  }

  /** Hands an assessment in, or says why it cannot be. */
  synchronized Optional<Message> handIn(String employerCode, List<AssessmentFile.Line> lines)
      throws IOException {
    if (isUnderWay(employerCode)) {
      return Optional.of(Message.of("desk.audit.assess-busy"));
    }
    putAway();
    Path file = waiting.resolve(UUID.randomUUID() + ".csv");
    AssessmentFile.write(file, employerCode, lines);
    try {
      byEmployer.put(employerCode, new OnItsWay(file, start(file)));
    } catch (RefusedException e) {
      Files.delete(file);
      return Optional.of(e.text());
    }
    return Optional.empty();
  }

  private long start(Path file) {
    return runs.start(new JobRequest(JOB, Map.of(TABLE, file.toString()))).number();
  }

  /** What the run said of the employer's last assessment; empty where all is well. */
  synchronized List<String> problems(String employerCode, Language language) throws IOException {
    putAway();
    return Optional.ofNullable(byEmployer.get(employerCode))
        .flatMap(known -> runs.ended(known.asked()))
        .map(ended -> told(ended.outcome(), language))
        .orElse(List.of());
  }

  private List<String> told(RunOutcome outcome, Language language) {
    if (!(outcome instanceof RunOutcome.Ended ended) || !outcome.isDone()) {
      return List.of(outcome.sentence(language).in(language));
    }
    return findings.of(ended.runId()).stream()
        .map(problem -> FindingText.sentence(problem.finding(), language))
        .toList();
  }

  private void startAgain(Path file) {
    try {
      byEmployer.put(String.valueOf(file.getFileName()), new OnItsWay(file, start(file)));
    } catch (RefusedException e) {
      LOG.warn("An assessment that was handed in waits on: {}", e.getMessage());
    }
  }

  /** Puts away what a run has looked at; what it did not come to stays for the next start. */
  private void putAway() throws IOException {
    for (OnItsWay each : byEmployer.values()) {
      if (Files.exists(each.file())
          && runs.ended(each.asked()).filter(ended -> ended.outcome().isDone()).isPresent()) {
        Files.move(
            each.file(), done.resolve(each.file().getFileName()), StandardCopyOption.ATOMIC_MOVE);
      }
    }
  }

  /**
   * To be called at the start: what was handed in and not put away is handed in again; taken
   * before, it is not taken twice.
   */
  public void reconcile() throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(waiting, "*.csv")) {
      for (Path file : files) {
        startAgain(file);
      }
    }
  }
}
