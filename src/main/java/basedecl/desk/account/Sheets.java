package basedecl.desk.account;

import basedecl.desk.submission.Housekeeping;
import basedecl.file.OwnerOnly;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Sheets of one-time passwords between their making and the one time they are fetched, by whoever
 * had them made. Only the program's user may read them; one that nobody fetches is deleted after a
 * day, since it opens a city's accounts.
 */
final class Sheets implements Housekeeping.Chore {

  private static final Duration KEPT = Duration.ofDays(1);

  private final Path folder;
  private final InstantSource clock;

  /**
   * @param folder of the desk's work folder
   */
  Sheets(Path folder, InstantSource clock) throws IOException {
    this.folder = folder.resolve("sheets");
    this.clock = clock;
    OwnerOnly.createFolders(this.folder);
    // What a kill cut off: of passwords that open nothing.
    each(".making.xlsx", Instant.MAX);
  }

  /** Where the sheet of an account's owner is written; what it says opens nothing yet. */
  Path making(long account) {
    return folder.resolve(account + ".making.xlsx");
  }

  /** The sheet was written, and the accounts were made. */
  void made(long account) throws IOException {
    Files.move(making(account), made(folder, account), StandardCopyOption.ATOMIC_MOVE);
  }

  /** The sheet that waits for an account's owner. */
  Optional<Path> waiting(long account) {
    return Optional.of(made(folder, account)).filter(Files::exists);
  }

  /** Gives the sheet away; it is kept if it did not arrive. */
  void give(Path sheet, OutputStream to) throws IOException {
    Files.copy(sheet, to);
    to.flush();
    Files.deleteIfExists(sheet);
  }

  private static Path made(Path folder, long account) {
    return folder.resolve(account + ".xlsx");
  }

  @Override
  public void forgetOld() throws IOException {
    each(".xlsx", clock.instant().minus(KEPT));
  }

  private void each(String ending, Instant writtenBefore) throws IOException {
    try (DirectoryStream<Path> sheets = Files.newDirectoryStream(folder, "*" + ending)) {
      for (Path sheet : sheets) {
        if (Files.getLastModifiedTime(sheet).toInstant().isBefore(writtenBefore)) {
          Files.deleteIfExists(sheet);
        }
      }
    }
  }
}
