package basedecl.job.intake;

import basedecl.declaration.row.RawRow;
import basedecl.declarationfile.DeclarationForm;
import basedecl.declarationfile.DeclarationRows;
import basedecl.file.FileDigest;
import basedecl.finding.Finding;
import basedecl.job.run.WorkFolder;
import basedecl.ledger.intake.IntakeFile;
import basedecl.spreadsheet.SpreadsheetFiles;
import basedecl.spreadsheet.gate.FileReason;
import basedecl.spreadsheet.gate.RefusedFileException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Reads files one after the other, in slices of rows; slices of small files, and of those that hold
 * nothing new, are handed on together. A file that cannot be read ends in a refused slice, never in
 * an exception; only a failing disk fails the step.
 */
public class DeclarationItemReader implements ItemStreamReader<List<FileRows>> {

  /**
   * Rows of a slice, and of slices together at least. Twenty times as many are a transaction: of a
   * large file four thousand rows, which is where H2 stores fastest; with more, what it keeps for
   * rolling back no longer fits its buffer and is written too.
   */
  public static final int ROWS = 200;

  /** Slices that are handed on together at most, and the bytes of their files. */
  private static final int TOGETHER = 50;

  private static final long TOGETHER_BYTES = 1 << 20;

  /** Files of at most so many bytes are read once, for their digest and for their rows. */
  private static final int SMALL = 1 << 20;

  private static final Logger LOG = LoggerFactory.getLogger(DeclarationItemReader.class);

  private final Supplier<Optional<IntakeFile>> files;
  private final WorkFolder work;
  private final SpreadsheetFiles spreadsheets;
  private final DeclarationForm form;
  private final Predicate<String> acceptedBefore;
  private @Nullable OpenFile open;

  /**
   * @param files gives one file after the other, each once, to whichever reader asks
   */
  public DeclarationItemReader(
      Supplier<Optional<IntakeFile>> files,
      WorkFolder work,
      SpreadsheetFiles spreadsheets,
      DeclarationForm form,
      Predicate<String> acceptedBefore) {
    this.files = files;
    this.work = work;
    this.spreadsheets = spreadsheets;
    this.form = form;
    this.acceptedBefore = acceptedBefore;
  }

  private record OpenFile(
      IntakeFile file, String sha256, DeclarationRows rows, BasicFileAttributes before) {}

  @Override
  public @Nullable List<FileRows> read() throws IOException {
    List<FileRows> slices = new ArrayList<>();
    int rows = 0;
    long bytes = 0;
    while (rows < ROWS && bytes < TOGETHER_BYTES && slices.size() < TOGETHER) {
      FileRows next = next();
      if (next == null) {
        return slices.isEmpty() ? null : slices;
      }
      slices.add(next);
      rows += next.rows().size();
      bytes += next.file().size();
    }
    return slices;
  }

  private @Nullable FileRows next() throws IOException {
    OpenFile current = open;
    if (current != null) {
      return slice(current);
    }
    Optional<IntakeFile> next = files.get();
    return next.isEmpty() ? null : begin(next.get());
  }

  private FileRows begin(IntakeFile file) throws IOException {
    Path path = work.claimed(file.claimedName());
    String sha256 = "";
    try {
      BasicFileAttributes before = attributes(path);
      if (!before.isRegularFile()) {
        return refused(file, "", List.of(), FileReason.NOT_READABLE.refusal().findings());
      }
      Optional<byte[]> small =
          before.size() <= SMALL ? Optional.of(Files.readAllBytes(path)) : Optional.empty();
      sha256 = small.isPresent() ? FileDigest.sha256(small.get()) : FileDigest.sha256(path);
      if (acceptedBefore.test(sha256)) {
        return new FileRows(file, sha256, List.of(), FileRows.End.DUPLICATE, List.of());
      }
      OpenFile begun =
          new OpenFile(
              file,
              sha256,
              new DeclarationRows(
                  small.isPresent() ? spreadsheets.open(small.get()) : spreadsheets.open(path),
                  form,
                  folders(file)),
              before);
      open = begun;
      return slice(begun);
    } catch (NoSuchFileException e) {
      // Taken away by hand; without a verdict it would stop every later night.
      return refused(file, sha256, List.of(), FileReason.GONE.refusal().findings());
    } catch (AccessDeniedException e) {
      LOG.warn("File {} cannot be opened: {}", file.fileId(), e.getClass().getName());
      return refused(file, sha256, List.of(), FileReason.NOT_READABLE.refusal().findings());
    } catch (RefusedFileException e) {
      return refused(file, sha256, List.of(), e.findings());
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return refused(file, sha256, List.of(), unexpected(file, e));
    }
  }

  private static BasicFileAttributes attributes(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  /** Whether somebody wrote to the file, or put another in its place, while it was read. */
  private boolean isChanged(OpenFile read) {
    try {
      BasicFileAttributes now = attributes(work.claimed(read.file().claimedName()));
      return now.size() != read.before().size()
          || !now.lastModifiedTime().equals(read.before().lastModifiedTime())
          || !Objects.equals(now.fileKey(), read.before().fileKey());
    } catch (IOException e) {
      // What was read of it is whole: it was open all the while.
      return false;
    }
  }

  /** The folders of the inbox that a file lay in, the nearest first. */
  static List<String> folders(IntakeFile file) {
    List<String> folders = new ArrayList<>(List.of(file.path().split("/", -1)));
    folders.remove(folders.size() - 1);
    Collections.reverse(folders);
    return folders;
  }

  private FileRows slice(OpenFile current) throws IOException {
    List<RawRow> rows = new ArrayList<>();
    try {
      while (rows.size() < ROWS) {
        RawRow row = current.rows().next();
        if (row == null) {
          List<Finding> ofSheets = current.rows().findings();
          closeFile();
          if (isChanged(current)) {
            return refused(
                current.file(), current.sha256(), rows, FileReason.CHANGED.refusal().findings());
          }
          return new FileRows(
              current.file(), current.sha256(), rows, FileRows.End.COMPLETE, ofSheets);
        }
        rows.add(row);
      }
      return new FileRows(current.file(), current.sha256(), rows, FileRows.End.MORE, List.of());
    } catch (RefusedFileException e) {
      closeFile();
      return refused(current.file(), current.sha256(), rows, e.findings());
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      closeFile();
      return refused(current.file(), current.sha256(), rows, unexpected(current.file(), e));
    }
  }

  private static FileRows refused(
      IntakeFile file, String sha256, List<RawRow> rows, List<Finding> findings) {
    return new FileRows(file, sha256, rows, FileRows.End.REFUSED, findings);
  }

  /** What no reader foresaw is a damaged file to its sender; the log names the kind of failure. */
  private static List<Finding> unexpected(IntakeFile file, Throwable failure) {
    LOG.warn("File {} could not be read: {}", file.fileId(), failure.getClass().getName());
    FileReason reason =
        failure instanceof OutOfMemoryError ? FileReason.MEMORY : FileReason.CONTENT;
    return reason.refusal().findings();
  }

  private void closeFile() throws IOException {
    OpenFile current = open;
    open = null;
    if (current != null) {
      current.rows().close();
    }
  }

  @Override
  public void open(ExecutionContext context) {
    open = null;
  }

  @Override
  public void close() {
    try {
      closeFile();
    } catch (IOException e) {
      LOG.debug("Closing a file failed: {}", e.getClass().getName());
    }
  }
}
