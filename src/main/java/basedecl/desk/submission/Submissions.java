package basedecl.desk.submission;

import basedecl.file.LastingMove;
import basedecl.file.ReplacedFile;
import basedecl.finding.Finding;
import basedecl.ledger.intake.IntakeLedger;
import basedecl.ledger.intake.ReceiptLedger;
import basedecl.ledger.submission.Outcome;
import basedecl.ledger.submission.Submission;
import basedecl.ledger.submission.SubmissionLedger;
import basedecl.ledger.submission.SubmissionNumber;
import basedecl.ledger.submission.SubmissionState;
import basedecl.ledger.submission.Upload;
import basedecl.ledger.submission.UploadId;
import basedecl.ledger.submission.UploadLedger;
import basedecl.policy.Population;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps uploads and submits them, in an order that a kill at any moment leaves whole: the file is
 * on the disk before its row, its submission is in the ledger before the file goes into the inbox
 * in one step, and only then is a receipt shown. {@link #reconcile} goes on where a kill cut it
 * off.
 */
public final class Submissions {

  /** An upload that nobody submits is kept that long. */
  public static final Duration KEPT = Duration.ofDays(1);

  private static final Logger LOG = LoggerFactory.getLogger(Submissions.class);

  private final DeskFolders folders;
  private final UploadLedger uploads;
  private final SubmissionLedger submissions;
  private final ReceiptLedger receipts;
  private final TransactionTemplate transaction;
  private final InstantSource clock;
  private final Taker taker;
  private final SecureRandom random = new SecureRandom();

  /** Takes what lies in the inbox of a population, soon. */
  public interface Taker {
    void somethingSubmitted(Population population);
  }

  public Submissions(
      DeskFolders folders,
      JdbcTemplate template,
      TransactionTemplate transaction,
      InstantSource clock,
      Taker taker) {
    this.folders = folders;
    this.uploads = new UploadLedger(template);
    this.submissions = new SubmissionLedger(template);
    this.receipts = new ReceiptLedger(template, new IntakeLedger(template));
    this.transaction = transaction;
    this.clock = clock;
    this.taker = taker;
  }

  /**
   * For whom a file comes in.
   *
   * @param account the number of who uploads it
   */
  public record For(
      long account, String policy, int year, Population population, String employerCode) {}

  /**
   * Keeps a file to be checked.
   *
   * @param fileName as it is called where it came from
   */
  public Upload keep(For whom, String fileName, InputStream content) throws IOException {
    UploadId id = UploadId.draw(random);
    ReplacedFile.Written written;
    try (ReplacedFile file = ReplacedFile.at(folders.upload(id))) {
      content.transferTo(file.stream());
      written = file.finish();
    }
    Upload upload =
        new Upload(
            id,
            whom.account(),
            whom.policy(),
            whom.year(),
            whom.population(),
            whom.employerCode(),
            fileName,
            written.sha256(),
            written.bytes(),
            clock.instant(),
            false);
    uploads.add(upload);
    return upload;
  }

  /** An account's upload; empty for that of another as for one that is not there. */
  public Optional<Upload> upload(String id, long account) {
    return UploadId.of(id).flatMap(known -> uploads.find(known, account));
  }

  /** Forgets an upload unless it was submitted. */
  public void forget(Upload upload) throws IOException {
    forget(upload.id());
  }

  private void forget(UploadId id) throws IOException {
    if (uploads.forget(id)) {
      Files.deleteIfExists(folders.upload(id));
    }
  }

  /**
   * Submits an upload, once: whoever asks again is given the same submission.
   *
   * @param checked by the rules of now, and good
   */
  public Submission submit(Checked checked) throws IOException {
    Upload upload = checked.upload();
    transaction.executeWithoutResult(
        status -> submissions.submit(upload.id(), clock.instant(), checked.confirmed()));
    Submission submission = submissions.of(upload.id()).orElseThrow();
    deliver(submission);
    return submission;
  }

  /** What an upload was submitted as; its file is in the inbox then. */
  public Optional<Submission> submitted(Upload upload) throws IOException {
    Optional<Submission> submission = submissions.of(upload.id());
    if (submission.isPresent()) {
      deliver(submission.get());
    }
    return submission;
  }

  public Optional<Submission> find(String number) {
    return SubmissionNumber.of(number).flatMap(submissions::find);
  }

  /** The newest submissions that hold people of an employer, the newest first. */
  public List<Submission> ofEmployer(For whom, int limit) {
    return submissions.ofEmployer(
        whom.policy(), whom.year(), whom.population(), whom.employerCode(), limit);
  }

  public Outcome outcome(Submission submission) {
    return submissions.outcome(submission);
  }

  public SubmissionState state(Submission submission) {
    return submissions.state(submission);
  }

  /** What the run that took it found; nothing before there is a run. */
  public List<Finding> findings(Outcome outcome) {
    return outcome.file().isPresent() ? receipts.findings(outcome.file().getAsLong()) : List.of();
  }

  private void deliver(Submission submission) throws IOException {
    Upload upload = submission.upload();
    Path place = folders.inbox(upload.population()).resolve(submission.inboxPath());
    if (LastingMove.move(folders.upload(upload.id()), place)) {
      taker.somethingSubmitted(upload.population());
    }
  }

  /**
   * To be called at the start: what was submitted and had not reached the inbox is put there, and
   * what lies there is to be taken.
   */
  public void reconcile() throws IOException {
    folders.create();
    for (Path file : filesIn(folders.uploads())) {
      Optional<UploadId> id = UploadId.of(nameOf(file));
      Optional<Submission> submission = id.flatMap(submissions::of);
      if (submission.isPresent()) {
        LOG.info("Submission {} goes on to the inbox", submission.get().number());
        deliver(submission.get());
      }
    }
    for (Population population : Population.values()) {
      try (Stream<Path> files = Files.walk(folders.inbox(population))) {
        if (files.anyMatch(Files::isRegularFile)) {
          taker.somethingSubmitted(population);
        }
      }
    }
  }

  /** Forgets uploads that nobody submitted within {@link #KEPT}, and what no row tells of. */
  public void forgetOld() throws IOException {
    Instant before = clock.instant().minus(KEPT);
    for (UploadId id : uploads.leftBehind(before)) {
      forget(id);
    }
    for (Path file : filesIn(folders.uploads())) {
      boolean known = UploadId.of(nameOf(file)).filter(uploads::isKnown).isPresent();
      if (!known && isOlderThan(file, before)) {
        Files.deleteIfExists(file);
      }
    }
    for (Path file : filesIn(folders.answers())) {
      if (isOlderThan(file, before)) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static List<Path> filesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static String nameOf(Path file) {
    return Objects.toString(file.getFileName());
  }

  private static boolean isOlderThan(Path file, Instant before) throws IOException {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(before);
    } catch (NoSuchFileException e) {
      return false;
    }
  }
}
