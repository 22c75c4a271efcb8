package basedecl.ledger.run;

import basedecl.file.OwnerOnly;
import basedecl.ledger.database.LedgerDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who has an H2 ledger open, written beside it: while one process has the file open no other can
 * look into it, and would only know that it is locked. The lock decides, this note explains.
 */
public final class HolderNote {

  private static final Logger LOG = LoggerFactory.getLogger(HolderNote.class);

  private final Path file;

  private HolderNote(Path file) {
    this.file = file;
  }

  /** The note of the run that holds the lease; empty where several processes can open it. */
  public static Optional<HolderNote> ofRun(String url) {
    return beside(url, LedgerDatabase.RUN_NOTE);
  }

  /** The note of the desk that keeps the ledger open, likewise. */
  public static Optional<HolderNote> ofDesk(String url) {
    return beside(url, LedgerDatabase.DESK_NOTE);
  }

  private static Optional<HolderNote> beside(String url, String suffix) {
    return LedgerDatabase.h2File(url)
        .map(ledger -> new HolderNote(ledger.resolveSibling(ledger.getFileName() + suffix)));
  }

  /** A night does not fail for want of a note. */
  public void write(Lease.Holder holder) {
    try {
      OwnerOnly.createFile(file);
      Files.writeString(file, holder.owner() + "\n" + holder.since() + "\n");
    } catch (IOException e) {
      LOG.warn("The note of the holder could not be written: {}", e.getClass().getName());
    }
  }

  public void remove() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("The note of the holder could not be removed: {}", e.getClass().getName());
    }
  }

  /** What the note says; empty where there is none or its writer is gone. */
  public Optional<Lease.Holder> read() {
    try {
      List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
      return lines.size() < 2 || Lease.isDeadHere(lines.get(0))
          ? Optional.empty()
          : Optional.of(new Lease.Holder(lines.get(0), LocalDateTime.parse(lines.get(1))));
    } catch (IOException | DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
