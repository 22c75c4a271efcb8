package basedecl.job.intake;

import basedecl.file.Inbox;
import basedecl.job.run.FenceGuard;
import basedecl.job.run.Partitions;
import basedecl.job.run.RunContext;
import basedecl.job.run.RunSummary;
import basedecl.job.run.SideBySide;
import basedecl.job.run.WorkFolder;
import basedecl.ledger.intake.IntakeFile;
import basedecl.ledger.intake.IntakeLedger;
import basedecl.ledger.intake.StagingLedger;
import basedecl.message.Message;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finishes or undoes what an interrupted attempt of this run left, then takes the inbox's files:
 * the ledger first, the move second. Runs outside a transaction; each part has its own.
 */
public final class ClaimTasklet implements Tasklet {

  /** A name that no file of an inbox is taken under: hidden files are passed over. */
  private static final String UNFINDABLE = ".none";

  /** Files that one thread moves at a time. */
  private static final int MOVES = 250;

  private final RunContext runContext;
  private final Inbox inbox;
  private final Path inboxFolder;
  private final WorkFolder work;
  private final IntakeLedger intake;
  private final StagingLedger staging;
  private final TransactionTemplate transaction;
  private final FenceGuard fence;
  private final IntakeQueue queue;
  private final RunSummary report;

  public ClaimTasklet(
      RunContext runContext,
      Inbox inbox,
      Path inboxFolder,
      WorkFolder work,
      IntakeLedger intake,
      StagingLedger staging,
      TransactionTemplate transaction,
      FenceGuard fence,
      IntakeQueue queue,
      RunSummary report) {
    this.runContext = runContext;
    this.inbox = inbox;
    this.inboxFolder = inboxFolder;
    this.work = work;
    this.intake = intake;
    this.staging = staging;
    this.transaction = transaction;
    this.fence = fence;
    this.queue = queue;
    this.report = report;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context)
      throws IOException {
    List<IntakeFile> before = intake.filesOf(runContext.run().runId());
    List<IntakeFile> toRead = new ArrayList<>(reconcile(before));
    toRead.addAll(claim(before.isEmpty() ? 0 : before.get(before.size() - 1).sequence()));
    queue.fill(toRead);
    return RepeatStatus.FINISHED;
  }

  /**
   * Files whose move was not seen to its end are moved now, or forgotten where they are gone from
   * both places. What was stored of half-read files is thrown away, and of those that are to be
   * read again. Returns the files that are to be read.
   */
  private List<IntakeFile> reconcile(List<IntakeFile> before) throws IOException {
    if (before.isEmpty()) {
      return List.of();
    }
    Set<Long> gone = new HashSet<>();
    for (IntakeFile file : before) {
      if (file.state() == IntakeFile.State.CLAIMING && !isTaken(sourceOf(file), file)) {
        gone.add(file.fileId());
      }
    }
    List<Long> unpublished =
        before.stream()
            .filter(file -> file.verdict().isEmpty())
            .filter(file -> file.state() != IntakeFile.State.STORED)
            .map(IntakeFile::fileId)
            .toList();
    inTransaction(
        () -> {
          gone.forEach(intake::forget);
          intake.markClaimed(runContext.run().runId());
          staging.discard(unpublished);
        });
    report.recovered(unpublished.size());
    return before.stream()
        .filter(
            file ->
                file.state() == IntakeFile.State.CLAIMING
                    || file.state() == IntakeFile.State.CLAIMED)
        .filter(file -> !gone.contains(file.fileId()))
        .toList();
  }

  private List<IntakeFile> claim(int lastSequence) throws IOException {
    Inbox.Scan scan = inbox.scan();
    report.skipped(scan.skipped());
    List<IntakeFile> files = new ArrayList<>();
    long id = intake.nextFileId();
    Set<String> taken = work.claimedNames();
    int sequence = lastSequence;
    for (Inbox.Candidate candidate : scan.candidates()) {
      files.add(
          new IntakeFile(
              id,
              runContext.run().runId(),
              ++sequence,
              candidate.path(),
              WorkFolder.freeName(id++, taken),
              candidate.size(),
              candidate.modifiedAt(),
              Optional.empty(),
              IntakeFile.State.CLAIMING,
              Optional.empty(),
              0,
              0,
              0));
    }
    inTransaction(() -> intake.insertClaiming(files));
    Set<Long> gone = new HashSet<>(moved(scan.candidates(), files));
    inTransaction(
        () -> {
          gone.forEach(intake::forget);
          intake.markClaimed(runContext.run().runId());
        });
    return files.stream().filter(file -> !gone.contains(file.fileId())).toList();
  }

  /** Moves the files, each to a name of its own; returns the numbers of those that did not come. */
  private List<Long> moved(List<Inbox.Candidate> found, List<IntakeFile> files) throws IOException {
    List<SideBySide.Work<List<Long>>> moves = new ArrayList<>();
    for (int from = 0; from < files.size(); from += MOVES) {
      int begin = from;
      int end = Math.min(files.size(), from + MOVES);
      moves.add(() -> moved(found, files, begin, end));
    }
    return SideBySide.all("claim", Partitions.count(), moves).stream()
        .flatMap(List::stream)
        .toList();
  }

  private List<Long> moved(List<Inbox.Candidate> found, List<IntakeFile> files, int begin, int end)
      throws IOException {
    List<Long> gone = new ArrayList<>();
    for (int i = begin; i < end; i++) {
      // The path as found, not rebuilt from text: a name need not be valid UTF-8.
      if (!isTaken(found.get(i).file(), files.get(i))) {
        gone.add(files.get(i).fileId());
      }
    }
    return gone;
  }

  /** False for a file that stays in the inbox or has left it, which is told. */
  private boolean isTaken(Path source, IntakeFile file) throws IOException {
    String reason =
        switch (work.claim(source, file)) {
          case TAKEN -> "";
          case GONE -> "job.skip-vanished";
          case CHANGED -> "job.skip-growing";
          case IMMOVABLE -> "job.skip-immovable";
        };
    if (!reason.isEmpty()) {
      report.skipped(List.of(new Inbox.Skipped(file.path(), Message.of(reason))));
    }
    return reason.isEmpty();
  }

  /** A name that is not valid UTF-8 is found by the next look at the inbox, not by its text. */
  private Path sourceOf(IntakeFile file) {
    try {
      return inboxFolder.resolve(file.path());
    } catch (InvalidPathException e) {
      return inboxFolder.resolve(UNFINDABLE);
    }
  }

  private void inTransaction(Runnable work) {
    transaction.executeWithoutResult(
        status -> {
          work.run();
          fence.check();
        });
  }
}
