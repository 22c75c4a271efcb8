package basedecl.table;

import basedecl.cell.CellValue;
import basedecl.finding.Finding;
import basedecl.finding.FindingCode;
import basedecl.finding.Reason;
import basedecl.finding.SourceCell;
import basedecl.spreadsheet.gate.RefusedFileException;
import basedecl.spreadsheet.row.SheetRow;
import basedecl.table.HeaderMatch.Candidate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the header row of a sheet by its words: the first row that has every required column, by
 * itself or together with up to two rows above it (a group title over its sub-titles, or titles
 * merged downwards). A line of sub-titles may also follow below a row that is complete already.
 *
 * @param <C> the columns
 */
public final class HeaderFinder<C extends Enum<C>> {

  private static final int ROWS_ABOVE = 2;
  private static final int TITLES_TOLD = 20;
  private static final int TITLE_TOLD = 20;

  private final HeaderSpec<C> spec;
  private final Deque<SheetRow> above = new ArrayDeque<>();

  /** For how many more rows a title seen above may still be part of a header. */
  private int wordsAbove;

  private HeaderMatch.No<C> nearest;
  private @Nullable HeaderLines<C> found;

  public HeaderFinder(HeaderSpec<C> spec) {
    this.spec = spec;
    this.nearest = new HeaderMatch.No<>(0, spec.none(), spec.missing(spec.none()), List.of());
  }

  public void forgetRowsAbove() {
    above.clear();
    wordsAbove = 0;
  }

  public HeaderMatch<C> offer(SheetRow row) {
    if (CellWords.anyIdNumber(row)) {
      // somebody's row, whatever words are in it
      forgetRowsAbove();
      return new HeaderMatch.No<>(row.number(), spec.none(), spec.missing(spec.none()), List.of());
    }
    HeaderMatch<C> alone = match(new HeaderLines<>(spec, List.of(row), HeaderLines.Above.NOTHING));
    if (!(alone instanceof HeaderMatch.No<C> no)) {
      return alone;
    }
    boolean words = !no.present().isEmpty();
    if ((words || wordsAbove > 0) && !above.isEmpty() && HeaderLines.isOfTitles(row)) {
      List<SheetRow> stack = new ArrayList<>(above);
      stack.add(row);
      for (HeaderLines.Above use :
          List.of(HeaderLines.Above.WHERE_BLANK, HeaderLines.Above.WHERE_UNKNOWN)) {
        HeaderMatch<C> together = match(new HeaderLines<>(spec, stack, use));
        if (!(together instanceof HeaderMatch.No)) {
          return together;
        }
      }
    }
    if (isNearer(no)) {
      nearest = no;
    }
    if (!HeaderLines.isOfTitles(row)) {
      // data or a block: what stands above it heads nothing below
      forgetRowsAbove();
      return no;
    }
    wordsAbove = words ? ROWS_ABOVE : Math.max(0, wordsAbove - 1);
    above.addLast(row);
    if (above.size() > ROWS_ABOVE) {
      above.removeFirst();
    }
    return no;
  }

  /**
   * The row right below a header that was found, as a line of sub-titles: the header again with the
   * columns that they name, or what is wrong with it; {@link HeaderMatch.No} where it is no such
   * line.
   */
  public HeaderMatch<C> below(SheetRow row) {
    HeaderLines<C> lines = found;
    if (lines == null || !HeaderLines.isOfTitles(row) || !lines.hasSubTitles(row)) {
      return new HeaderMatch.No<>(row.number(), spec.none(), spec.none(), List.of());
    }
    return match(lines.with(row));
  }

  private HeaderMatch<C> match(HeaderLines<C> lines) {
    HeaderMatch<C> match = lines.match();
    if (match instanceof HeaderMatch.Found) {
      found = lines;
    }
    return match;
  }

  private boolean isNearer(HeaderMatch.No<C> row) {
    int wanted = spec.requiredAmong(row.present());
    int best = spec.requiredAmong(nearest.present());
    return wanted > best
        || (wanted == best && row.titles().size() > nearest.titles().size() && wanted > 0);
  }

  /** Not found: what is missing, the titles of the row that came nearest, and a hint. */
  public RefusedFileException notFound(String sheet) {
    boolean near = spec.requiredAmong(nearest.present()) > 0;
    return new RefusedFileException(
        notFound(new SourceCell(sheet, near ? nearest.row() : 0, -1), near));
  }

  private Finding notFound(SourceCell place, boolean near) {
    String missing = titles(nearest.missing());
    if (!near || nearest.titles().isEmpty()) {
      return notFound(place, Reason.HEADER_MISSING, missing);
    }
    String seen =
        String.join(
            "、",
            nearest.titles().stream()
                .limit(TITLES_TOLD)
                .map(title -> title.length() > TITLE_TOLD ? title.substring(0, TITLE_TOLD) : title)
                .toList());
    List<String> never =
        nearest.titles().stream().filter(spec::neverStands).distinct().limit(TITLES_TOLD).toList();
    if (!never.isEmpty()) {
      return notFound(place, Reason.HEADER_OTHER, missing, seen, String.join("、", never));
    }
    return spec.nearestTitle(nearest.missing(), nearest.titles())
        .map(title -> notFound(place, Reason.HEADER_NEAREST, missing, seen, title))
        .orElseGet(() -> notFound(place, Reason.HEADER_SEEN, missing, seen));
  }

  private static Finding notFound(SourceCell place, Reason reason, String... words) {
    return Finding.of(FindingCode.HEADER_NOT_FOUND, "", place, reason, words);
  }

  /** Ambiguous: the title, then the letters of the columns with the words below it. */
  public RefusedFileException ambiguous(String sheet, HeaderMatch.Ambiguous<C> match) {
    List<String> columns =
        match.candidates().stream().limit(TITLES_TOLD).map(HeaderFinder::named).toList();
    return new RefusedFileException(
        Finding.of(
            FindingCode.HEADER_AMBIGUOUS,
            "",
            new SourceCell(sheet, match.row(), match.candidates().get(1).place()),
            spec.title(match.column()),
            String.join("、", columns)));
  }

  private static String named(Candidate candidate) {
    String letter = new SourceCell("", 1, candidate.place()).columnLetter();
    String words = candidate.words();
    return words.isEmpty()
        ? letter
        : letter + "（" + words.substring(0, Math.min(words.length(), TITLE_TOLD)) + "）";
  }

  /** An amount that is not in yuan, at its title. */
  public static RefusedFileException otherUnit(String sheet, HeaderMatch.OtherUnit<?> match) {
    return new RefusedFileException(
        Finding.of(
            FindingCode.UNIT_NOT_YUAN,
            "",
            new SourceCell(sheet, match.row(), match.place()),
            match.unit()));
  }

  private String titles(Set<C> columns) {
    List<String> titles = new ArrayList<>();
    columns.forEach(column -> titles.add(spec.title(column)));
    return String.join("、", titles);
  }

  /** The texts of a row as titles; none where a cell may be somebody's data. */
  static List<String> titlesOf(SheetRow row) {
    List<String> titles = new ArrayList<>();
    for (CellValue cell : row.cells()) {
      String text = CellWords.squeezed(HeaderWords.title(cell));
      if ((text.isEmpty() && !cell.isBlank()) || HeaderLines.isTooManyDigits(text)) {
        return List.of();
      }
      if (!text.isEmpty()) {
        titles.add(text);
      }
    }
    return titles;
  }
}
