package basedecl.spreadsheet;

import basedecl.declaration.CellValue;
import basedecl.declaration.Finding;
import basedecl.declaration.FindingCode;
import basedecl.declaration.SourceCell;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the header row of a sheet by its words: the first row that has every required column, by
 * itself or together with up to two rows above it (a group title merged over its sub-headers, or
 * titles merged downwards).
 *
 * @param <C> the columns
 */
final class HeaderFinder<C extends Enum<C>> {

  private static final int ROWS_ABOVE = 2;

  private final HeaderSpec<C> spec;
  private final Deque<SheetRow> above = new ArrayDeque<>();

  /** For how many more rows a title seen above may still be part of a header. */
  private int wordsAbove;

  private HeaderMatch.No<C> nearest;

  HeaderFinder(HeaderSpec<C> spec) {
    this.spec = spec;
    this.nearest = new HeaderMatch.No<>(0, spec.none(), spec.missing(spec.none()));
  }

  /** The row that came nearest to a header so far. */
  HeaderMatch.No<C> nearest() {
    return nearest;
  }

  void forgetRowsAbove() {
    above.clear();
    wordsAbove = 0;
  }

  HeaderMatch<C> offer(SheetRow row) {
    HeaderMatch<C> alone = match(row, Above.NOTHING);
    if (!(alone instanceof HeaderMatch.No<C> no)) {
      return alone;
    }
    boolean words = !no.present().isEmpty();
    if (words || wordsAbove > 0) {
      for (Above use : List.of(Above.WHERE_BLANK, Above.WHERE_UNKNOWN)) {
        HeaderMatch<C> together = match(row, use);
        if (!(together instanceof HeaderMatch.No)) {
          return together;
        }
      }
    }
    if (spec.requiredAmong(no.present()) > spec.requiredAmong(nearest.present())) {
      nearest = no;
    }
    wordsAbove = words ? ROWS_ABOVE : Math.max(0, wordsAbove - 1);
    above.addFirst(row);
    if (above.size() > ROWS_ABOVE) {
      above.removeLast();
    }
    return no;
  }

  /** Which texts of the rows above count. */
  private enum Above {
    NOTHING,
    WHERE_BLANK,
    WHERE_UNKNOWN
  }

  private HeaderMatch<C> match(SheetRow row, Above use) {
    int[] places = new int[spec.columns()];
    Arrays.fill(places, -1);
    Set<C> found = spec.none();
    HeaderMatch.Ambiguous<C> twice = null;
    int width = row.cells().size();
    if (use != Above.NOTHING) {
      for (SheetRow upper : above) {
        width = Math.max(width, upper.cells().size());
      }
    }
    for (int column = 0; column < width; column++) {
      Optional<C> named = named(row, column, use);
      if (named.isEmpty()) {
        continue;
      }
      C field = named.get();
      if (found.add(field)) {
        places[field.ordinal()] = column;
      } else if (twice == null && !spec.mayRepeat(field)) {
        twice = new HeaderMatch.Ambiguous<>(row.number(), field, places[field.ordinal()], column);
      }
    }
    Set<C> missing = spec.missing(found);
    if (!missing.isEmpty()) {
      return new HeaderMatch.No<>(row.number(), found, missing);
    }
    return twice != null ? twice : new HeaderMatch.Found<>(row.number(), new Columns(places));
  }

  private Optional<C> named(SheetRow row, int column, Above use) {
    String own = text(row, column);
    Optional<C> named = spec.named(own);
    if (named.isPresent() || use == Above.NOTHING) {
      return named;
    }
    if (!own.isEmpty() && use == Above.WHERE_BLANK) {
      return Optional.empty();
    }
    Iterator<SheetRow> upwards = above.iterator();
    while (named.isEmpty() && upwards.hasNext()) {
      String upper = text(upwards.next(), column);
      if (!upper.isEmpty()) {
        named = spec.named(upper);
        if (named.isEmpty() && !own.isEmpty()) {
          named = spec.named(upper + own);
        }
        if (named.isEmpty() && use == Above.WHERE_BLANK) {
          return named;
        }
      }
    }
    return named;
  }

  private static String text(SheetRow row, int column) {
    return row.cell(column) instanceof CellValue.Text text ? text.text() : "";
  }

  /** Not found: the missing titles, then those of the row that came nearest. */
  RefusedFileException notFound(String sheet) {
    boolean near = spec.requiredAmong(nearest.present()) > 0;
    return new RefusedFileException(
        Finding.of(
            FindingCode.HEADER_NOT_FOUND,
            "",
            new SourceCell(sheet, near ? nearest.row() : 0, -1),
            titles(nearest.missing()),
            titles(nearest.present())));
  }

  /** Ambiguous: the title, then the letters of both columns. */
  RefusedFileException ambiguous(String sheet, HeaderMatch.Ambiguous<C> match) {
    SourceCell first = new SourceCell(sheet, match.row(), match.first());
    SourceCell second = new SourceCell(sheet, match.row(), match.second());
    return new RefusedFileException(
        Finding.of(
            FindingCode.HEADER_AMBIGUOUS,
            "",
            second,
            spec.title(match.column()),
            first.columnLetter(),
            second.columnLetter()));
  }

  private String titles(Set<C> columns) {
    List<String> titles = new ArrayList<>();
    columns.forEach(column -> titles.add(spec.title(column)));
    return String.join("、", titles);
  }
}
