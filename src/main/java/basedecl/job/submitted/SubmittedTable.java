package basedecl.job.submitted;

import basedecl.finding.Finding;
import basedecl.finding.FindingText;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import basedecl.spreadsheet.SpreadsheetFiles;
import basedecl.spreadsheet.gate.FileReason;
import basedecl.spreadsheet.gate.ReadLimits;
import basedecl.spreadsheet.gate.RefusedFileException;
import basedecl.table.HeaderSpec;
import basedecl.table.SheetTable;
import basedecl.table.TableRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A table that an office submits: a file, the columns it must and may have, and the limits it is
 * read within. Every roster, list of payments, of elections and so on is read here. What a line
 * means, and which of its faults refuse it, is the loader's to say.
 *
 * @param <C> the columns
 */
public final class SubmittedTable<C extends Enum<C>> {

  private final Path file;
  private final HeaderSpec<C> header;
  private final ReadLimits limits;

  public SubmittedTable(Path file, HeaderSpec<C> header, ReadLimits limits) {
    this.file = file;
    this.header = header;
    this.limits = limits;
  }

  /** The name of the file, as its findings tell it. */
  public String name() {
    return String.valueOf(file.getFileName());
  }

  /** All lines together: a file that breaks off gives none. */
  public SubmittedLines<C> lines() throws IOException {
    List<SubmittedLine<C>> lines = new ArrayList<>();
    Optional<Finding> refused = forEach(lines::add);
    return refused.isPresent()
        ? new SubmittedLines<>(List.of(), refused)
        : new SubmittedLines<>(lines, refused);
  }

  /**
   * Hands on each line as it is read and keeps none, for files of any length.
   *
   * @return why the file could not be read to its end: then nothing of it is to be used
   */
  public Optional<Finding> forEach(Consumer<SubmittedLine<C>> reader) throws IOException {
    return refusal(reader).map(RefusedFileException::finding);
  }

  /**
   * The same for a table without which a job does not begin.
   *
   * @param messageKey of a message that takes the file, what is wrong with it, what to do and the
   *     code
   * @throws RefusedException if the file cannot be read to its end
   */
  public void forEachOrRefuse(String messageKey, Consumer<SubmittedLine<C>> reader)
      throws IOException {
    Optional<RefusedFileException> refusal = refusal(reader);
    if (refusal.isPresent()) {
      Finding finding = refusal.get().finding();
      throw new RefusedException(
          Message.of(
              messageKey,
              file.toString(),
              FindingText.sentence(finding, Language.ZH),
              FindingText.remedy(finding, Language.ZH),
              finding.code().name()),
          refusal.get());
    }
  }

  /**
   * Passes over the whole file once: a damaged one is told before anything is touched.
   *
   * @throws RefusedException as {@link #forEachOrRefuse}
   */
  public void checkReadable(String messageKey) {
    try {
      forEachOrRefuse(messageKey, line -> {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<RefusedFileException> refusal(Consumer<SubmittedLine<C>> reader)
      throws IOException {
    try (SheetTable<C> table = SheetTable.open(new SpreadsheetFiles(limits), file, header)) {
      for (TableRow<C> row = table.next(); row != null; row = table.next()) {
        reader.accept(new SubmittedLine<>(row));
      }
      return Optional.empty();
    } catch (RefusedFileException e) {
      return Optional.of(e);
    } catch (OutOfMemoryError e) {
      return Optional.of(FileReason.MEMORY.refusal());
    }
  }
}
