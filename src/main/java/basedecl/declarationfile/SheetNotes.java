package basedecl.declarationfile;

import basedecl.cell.CellValue;
import basedecl.finding.Finding;
import basedecl.finding.FindingCode;
import basedecl.finding.SourceCell;
import basedecl.spreadsheet.row.SheetRow;
import basedecl.table.CellWords;
import basedecl.table.UnitWords;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a sheet as a whole says beside its people: another unit than yuan, another year. It concerns
 * every employer with a row on the sheet.
 */
final class SheetNotes {

  private static final int LONGEST_TITLE = 60;
  private static final int LONGEST_UNIT = 16;

  private static final Pattern YEAR =
      Pattern.compile("(?<!\\d)((?:19|20)\\d{2})(?:年|(?=[-~—至到](?:19|20)\\d{2}年))");

  private static final Pattern TITLE = Pattern.compile("表|申报|工资|基数|年度|缴费|社保|医保|花名|明细|汇总|收入");

  private final String sheet;
  private final int year;
  private final Set<Finding> found = new LinkedHashSet<>();
  private final Set<Integer> otherYears = new TreeSet<>();
  private @Nullable SourceCell firstOtherYear;
  private boolean unit;
  private boolean people;

  SheetNotes(String sheet, int year) {
    this.sheet = sheet;
    this.year = year;
    readYears(sheet, new SourceCell(sheet, 0, -1));
    UnitWords.inLine(CellWords.squeezed(sheet)).ifPresent(other -> otherUnit(0, -1, other));
  }

  /** A line that is nobody's: above, below or between people. */
  void line(SheetRow row) {
    look(row, column -> true, text -> UnitWords.inLine(CellWords.squeezed(text)));
  }

  /** A header: a cell of it may say the unit of the whole table. */
  void header(SheetRow row) {
    title(row);
    look(row, column -> true, text -> UnitWords.inCell(CellWords.squeezed(text)));
  }

  /** The first unit other than yuan that these columns of a row say, unless one was said before. */
  private void look(
      SheetRow row, IntPredicate columns, Function<CellValue.Text, Optional<String>> said) {
    for (int column = 0; column < row.cells().size() && !unit; column++) {
      if (columns.test(column) && row.cell(column) instanceof CellValue.Text text) {
        Optional<String> other = said.apply(text);
        if (other.isPresent()) {
          otherUnit(row.number(), column, other.get());
        }
      }
    }
  }

  private void otherUnit(int row, int column, String other) {
    unit = true;
    found.add(Finding.of(FindingCode.UNIT_NOT_YUAN, "", new SourceCell(sheet, row, column), other));
  }

  /** A line of titles: above the table, or its header. */
  void title(SheetRow row) {
    for (int column = 0; column < row.cells().size(); column++) {
      if (row.cell(column) instanceof CellValue.Text text
          && text.text().length() <= LONGEST_TITLE) {
        readYears(CellWords.squeezed(text), new SourceCell(sheet, row.number(), column));
      }
    }
  }

  private void readYears(String text, SourceCell place) {
    if (!TITLE.matcher(text).find() && place.row() > 0) {
      return;
    }
    Matcher years = YEAR.matcher(text);
    while (years.find()) {
      int named = Integer.parseInt(years.group(1));
      if (named != year && named != year - 1) {
        otherYears.add(named);
        if (firstOtherYear == null) {
          firstOtherYear = place;
        }
      }
    }
  }

  /**
   * A person's row is handed out; a cell of it that is none of the table's own may say the unit of
   * the amount beside it.
   */
  void person(SheetRow row, DeclarationTable table) {
    people = true;
    look(row, column -> !table.isOwn(column), SheetNotes::unitBeside);
  }

  private static Optional<String> unitBeside(CellValue.Text text) {
    return text.text().length() <= LONGEST_UNIT
        ? UnitWords.inCell(CellWords.squeezed(text)).filter(other -> other.length() > 1)
        : Optional.empty();
  }

  /** What was found, if the sheet has people at all. */
  List<Finding> findings() {
    if (!people) {
      return List.of();
    }
    List<Finding> all = new ArrayList<>(found);
    if (firstOtherYear != null) {
      all.add(
          Finding.of(
              FindingCode.YEAR_UNLIKELY,
              "",
              firstOtherYear,
              String.join("、", otherYears.stream().map(String::valueOf).toList()),
              Integer.toString(year)));
    }
    return all;
  }
}
