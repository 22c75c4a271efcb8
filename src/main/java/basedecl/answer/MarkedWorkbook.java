package basedecl.answer;

import basedecl.file.ReplacedFile;
import basedecl.finding.Finding;
import basedecl.finding.FindingCode;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.spreadsheet.SpreadsheetFiles;
import basedecl.workbook.ReproducibleZip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The answer to a file with problems: the employer's own workbook with every bad cell coloured and
 * commented (code, what is wrong, what to do, the rule), behind a sheet 问题清单 that lists them all.
 *
 * <p>The answer is always an .xlsx of values, formats, widths and merged cells: nothing that can
 * run or reach outside (macros, links, queries, formulas, embedded objects) is carried over; where
 * a formula stood its stored value stands. Text that begins like a formula stays text.
 *
 * <ul>
 *   <li>A workbook is copied with its looks.
 *   <li>A CSV file, or a workbook whose looks cannot be read, becomes a plain workbook of its rows.
 *   <li>A file that was refused as a whole, is beyond the {@link Bounds} or is gone gets 问题清单
 *       alone.
 *   <li>Of a file that holds several employers each gets its own rows and findings, and no other
 *       row ({@link MarkedWorkbookPart}).
 * </ul>
 */
public final class MarkedWorkbook {

  /**
   * How much is marked cell by cell; beyond it the list stands alone, and says so.
   *
   * <p>A declaration of 10,000 people with fifteen columns and three faults in each row is within
   * them; what that costs stands in {@code src/docs/performance.md}. Spreadsheets are slow to open
   * thousands of comments.
   *
   * @param inflatedBytes a workbook's parts unpacked
   * @param cells cells copied
   * @param findings listed beside marked cells; the list alone takes any number
   * @param comments cells that bear a comment; further bad cells are coloured only
   */
  public record Bounds(long inflatedBytes, int cells, int findings, int comments) {

    public static final Bounds DEFAULT = new Bounds(24L << 20, 200_000, 30_000, 2_000);
  }

  private final SpreadsheetFiles files;
  private final Bounds bounds;
  private final Language language;
  private final LocalDate date;

  /**
   * @param date the business date, which the answer's properties bear
   */
  public MarkedWorkbook(SpreadsheetFiles files, Bounds bounds, Language language, LocalDate date) {
    this.files = files;
    this.bounds = bounds;
    this.language = language;
    this.date = date;
  }

  /**
   * Writes the answer to {@code source}, which is left as it is, at {@code target} (an .xlsx that
   * only its owner may read). The file is read once for its looks and not checked again.
   *
   * @param findings all of the file, in the order in which they are to be listed
   */
  public ReplacedFile.Written write(Path source, List<Finding> findings, Path target)
      throws IOException {
    return write(source, findings, List.of(), target);
  }

  /**
   * The same with lines above the list.
   *
   * @param notes further lines, such as whom to call
   */
  public ReplacedFile.Written write(
      Path source, List<Finding> findings, List<String> notes, Path target) throws IOException {
    List<MarkedWorkbookCopy> ways =
        Files.exists(source)
            ? List.of(
                new MarkedWorkbookFormats(bounds), new MarkedWorkbookRows(files, bounds.cells()))
            : List.of();
    return write(ways, source, findings, notes, target);
  }

  /**
   * The answer to one employer of a file that holds several: nothing of the file is in it but
   * {@code part}.
   *
   * @param source the file, which is not opened
   * @param findings the employer's alone
   */
  public ReplacedFile.Written writePart(
      Path source, MarkedWorkbookPart part, List<Finding> findings, List<String> notes, Path target)
      throws IOException {
    return write(List.of(part), source, findings, notes, target);
  }

  /** The answer of which nobody's rows are a part: the list alone, with these notes only. */
  public ReplacedFile.Written writeList(List<Finding> findings, List<String> notes, Path target)
      throws IOException {
    return new MarkedWorkbookList(findings, language, new MarkedWorkbookWords(language))
        .alone(target, date, notes);
  }

  private ReplacedFile.Written write(
      List<MarkedWorkbookCopy> ways,
      Path source,
      List<Finding> findings,
      List<String> notes,
      Path target)
      throws IOException {
    boolean refusedWhole = findings.stream().anyMatch(MarkedWorkbook::isOfTheFile);
    if (!refusedWhole && findings.size() <= bounds.findings()) {
      Optional<ReplacedFile.Written> marked = markedCopy(ways, source, findings, notes, target);
      if (marked.isPresent()) {
        return marked.get();
      }
    }
    return listAlone(findings, notes, target, refusedWhole);
  }

  /** Empty where the file cannot be copied, or not within the memory there is. */
  private Optional<ReplacedFile.Written> markedCopy(
      List<MarkedWorkbookCopy> ways,
      Path source,
      List<Finding> findings,
      List<String> notes,
      Path target)
      throws IOException {
    byte[] answer;
    try {
      Optional<MarkedSheets> copy = copyOf(ways, source);
      if (copy.isEmpty()) {
        return Optional.empty();
      }
      try (MarkedSheets sheets = copy.get()) {
        answer = marked(sheets, findings, notes);
      }
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return Optional.empty();
    }
    try (ReplacedFile file = ReplacedFile.at(target)) {
      file.stream().write(answer);
      return Optional.of(file.finish());
    }
  }

  private static Optional<MarkedSheets> copyOf(List<MarkedWorkbookCopy> ways, Path source)
      throws IOException {
    for (MarkedWorkbookCopy way : ways) {
      try {
        return Optional.of(way.of(source));
      } catch (MarkedWorkbookCopy.NotCopied e) {
        // The next way may do; where none does, the list stands alone.
      }
    }
    return Optional.empty();
  }

  /** Such a file was not read, so it is not opened here either. */
  private static boolean isOfTheFile(Finding finding) {
    return finding.code().isError() && finding.code().scope() == FindingCode.Scope.FILE;
  }

  private byte[] marked(MarkedSheets sheets, List<Finding> findings, List<String> further)
      throws IOException {
    ReproducibleZip.bear(date, sheets.workbook());
    MarkedWorkbookWords words = new MarkedWorkbookWords(language);
    int uncommented = new MarkedWorkbookCells(sheets, bounds.comments(), words).mark(findings);
    List<String> notes = new ArrayList<>();
    notes.add(opening(findings, "marked.note-cells"));
    if (uncommented > 0) {
      notes.add(
          Message.of(
                  "marked.note-comments",
                  Integer.toString(bounds.comments()),
                  Integer.toString(uncommented))
              .in(language));
    }
    notes.addAll(further);
    new MarkedWorkbookList(findings, language, words).into(sheets, notes);
    return sheets.bytes(words.author());
  }

  private ReplacedFile.Written listAlone(
      List<Finding> findings, List<String> further, Path target, boolean refusedWhole)
      throws IOException {
    String note = refusedWhole ? "marked.note-refused" : "marked.note-list-only";
    List<String> notes = new ArrayList<>(List.of(opening(findings, note)));
    notes.addAll(further);
    return new MarkedWorkbookList(findings, language, new MarkedWorkbookWords(language))
        .alone(target, date, notes);
  }

  /** What to do with the answer; an employer that need not declare has nothing to correct. */
  private String opening(List<Finding> findings, String key) {
    List<FindingCode> errors =
        findings.stream().map(Finding::code).filter(FindingCode::isError).distinct().toList();
    boolean exempt = errors.equals(List.of(FindingCode.EMPLOYER_NOT_ELIGIBLE));
    return Message.of(exempt ? "marked.note-exempt" : key).in(language);
  }
}
