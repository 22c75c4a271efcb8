package basedecl.declarationfile;

import basedecl.cell.AmountReading;
import basedecl.cell.CellValue;
import basedecl.cell.Field;
import basedecl.cell.UndividedRow;
import basedecl.spreadsheet.row.SheetRow;
import basedecl.table.CellWords;
import basedecl.table.ColumnPlaces;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which rows under a header are somebody's, told by what stands in the table's own columns
 * (contract 4): whoever has something in the column of numbers that is no label, or an amount in a
 * column of wages, is a person. Passed over are rows without either that are blank, totals,
 * averages, lone texts, footers, or lines right under the header that explain it. What is not
 * certain is a person's, so that a check reports it.
 */
final class PersonRows {

  /** Rows under a header that may explain it. */
  private static final int EXPLAINING_ROWS = 3;

  private static final Pattern EXPLANATION =
      Pattern.compile(
          ".*(必填|选填|必录|填写|填报|文本|字符|数字|数值|格式|单元格|不能为空|可空|大写|小写|保留|说明|请|位数|\\d位|两位|系统|自动|下拉|选择).*"
              + "|[a-z][a-z_. ]*|\\(.*\\)");

  private final ColumnPlaces columns;
  private final int name;
  private final int number;
  private final int[] wages;
  private int rowsSince;

  /**
   * Of the first column of wages since the header; and what it was at the last sum without a word.
   */
  private BigDecimal sum = BigDecimal.ZERO;

  private BigDecimal sumBefore = BigDecimal.ZERO;
  private long persons;
  private long personsBefore;

  PersonRows(ColumnPlaces columns) {
    this.columns = columns;
    this.name = columns.of(Field.NAME);
    this.number = columns.of(Field.ID_NUMBER);
    List<Integer> places = new ArrayList<>();
    for (Field field : List.of(Field.WAGE, Field.PENSION, Field.YEAR_TOTAL)) {
      places.add(columns.of(field));
    }
    Field.MONTHS.forEach(month -> places.add(columns.of(month)));
    this.wages = places.stream().filter(place -> place >= 0).mapToInt(place -> place).toArray();
  }

  /** Whether a number of a document stands where it should: nearly every row. */
  boolean isPlainlyPerson(SheetRow row) {
    return CellWords.looksLikeIdNumber(row.cell(number));
  }

  /** Whether a row without employer's block or header's words is somebody's. */
  boolean isPerson(SheetRow row) {
    CellValue named = row.cell(name);
    CellValue numbered = row.cell(number);
    boolean amount = holdsAmount(row);
    if (rowsSince <= EXPLAINING_ROWS && CellWords.numbersColumns(row)) {
      return false;
    }
    if (CellWords.mayBeNumber(numbered)) {
      // a headcount beside a total, a telephone or a day beside its label
      boolean explained = isNamedTotal(row, named) || (!amount && CellWords.beginsWithLabel(row));
      return !(explained && CellWords.isShortNumber(numbered));
    }
    if (isTotal(row, named)) {
      return false;
    }
    if (amount) {
      return !CellWords.isFooter(row, true) && !isSumOfAbove(row, named);
    }
    if (row.cells().stream().anyMatch(UndividedRow::isIn)) {
      return true;
    }
    if (CellWords.isNothingOrFailed(named)) {
      return CellWords.anyIdNumber(row);
    }
    if (explainsHeader(row, named) || CellWords.isFooter(row, false)) {
      return false;
    }
    return isAlone(row)
        ? PersonNames.looksLikeOne(CellWords.squeezed(named)) || CellWords.anyIdNumber(row)
        : !CellWords.isNote(row);
  }

  /** Whether nothing stands beside the name that belongs to a person. */
  private boolean isAlone(SheetRow row) {
    if (!CellWords.isNothing(row.cell(number))) {
      return false;
    }
    for (int wage : wages) {
      if (!CellWords.isNothingOrFailed(row.cell(wage))) {
        return false;
      }
    }
    return CellWords.isNothing(row.cell(columns.of(Field.DOCUMENT_KIND)))
        && CellWords.isNothing(row.cell(columns.of(Field.SIGNATURE)));
  }

  boolean holdsAmount(SheetRow row) {
    for (int wage : wages) {
      if (CellWords.holdsAmount(row.cell(wage))) {
        return true;
      }
    }
    return false;
  }

  /** A total says so in the place of a name, or anywhere but beside a name. */
  private boolean isTotal(SheetRow row, CellValue named) {
    if (CellWords.isTotal(named)) {
      return isNamedTotal(row, named);
    }
    if (CellWords.isNothingOrFailed(named) || CellWords.isCount(named)) {
      return row.cells().stream().anyMatch(CellWords::isTotal);
    }
    return !PersonNames.looksLikeOne(CellWords.squeezed(named))
        && (CellWords.isTotal(row.cell(columns.of(Field.SERIAL)))
            || CellWords.isTotal(row.cell(columns.of(Field.EMPLOYER_CODE)))
            || CellWords.isTotal(row.cell(columns.of(Field.EMPLOYER_NAME)))
            || CellWords.isTotal(row.cell(number)));
  }

  /**
   * A total in the place of a name. 王小计 with a wage, a number or a kind of document may be
   * somebody: only the figures tell.
   */
  private boolean isNamedTotal(SheetRow row, CellValue named) {
    if (!CellWords.isTotal(named)) {
      return false;
    }
    boolean nobody =
        CellWords.isNothing(row.cell(columns.of(Field.DOCUMENT_KIND)))
            && (!PersonNames.mayBeOne(CellWords.squeezed(named))
                || !(holdsAmount(row) || CellWords.mayBeNumber(row.cell(number))));
    return nobody || equalsThoseAbove(row);
  }

  /** A line right under the header: field names, what must be filled in. */
  private boolean explainsHeader(SheetRow row, CellValue named) {
    if (rowsSince > EXPLAINING_ROWS) {
      return false;
    }
    return !PersonNames.looksLikeOne(CellWords.squeezed(named))
        && isExplanation(row.cell(number).isBlank() ? named : row.cell(number));
  }

  private static boolean isExplanation(CellValue cell) {
    return cell instanceof CellValue.Text
        && EXPLANATION.matcher(CellWords.squeezed(cell)).matches();
  }

  /** An amount by itself that is the sum or the average of those above: a total without a word. */
  private boolean isSumOfAbove(SheetRow row, CellValue named) {
    return CellWords.isNothingOrFailed(named) && onlyAmounts(row) && equalsThoseAbove(row);
  }

  /** Whether the first wage of a row is the sum or the average of those above it. */
  private boolean equalsThoseAbove(SheetRow row) {
    if (persons == 0 || wages.length == 0) {
      return false;
    }
    if (!(AmountReading.of(row.cell(wages[0]), Field.WAGE) instanceof AmountReading.Exact exact)) {
      return false;
    }
    BigDecimal amount = exact.value();
    BigDecimal sumSince = sum.subtract(sumBefore);
    long personsSince = persons - personsBefore;
    boolean matches =
        amount.compareTo(sum) == 0
            || amount.compareTo(sumSince) == 0
            || isAverage(amount, sum, persons)
            || isAverage(amount, sumSince, personsSince);
    if (matches) {
      sumBefore = sum;
      personsBefore = persons;
    }
    return matches && persons > 1;
  }

  private static boolean isAverage(BigDecimal amount, BigDecimal sum, long persons) {
    return persons > 0
        && amount
                .setScale(2, RoundingMode.HALF_UP)
                .compareTo(sum.divide(BigDecimal.valueOf(persons), 2, RoundingMode.HALF_UP))
            == 0;
  }

  /** Nothing in the row but amounts of wages, noughts and dashes. */
  private boolean onlyAmounts(SheetRow row) {
    for (int column = 0; column < row.cells().size(); column++) {
      int place = column;
      boolean wage = Arrays.stream(wages).anyMatch(own -> own == place);
      if (!wage && !CellWords.isNothingOrFailed(row.cell(column))) {
        return false;
      }
    }
    return true;
  }

  /** A person's row was handed out. */
  void count(SheetRow row) {
    rowsSince++;
    persons++;
    if (wages.length > 0 && row.cell(wages[0]) instanceof CellValue.Numeric wage) {
      sum = sum.add(wage.value());
    } else if (wages.length > 0
        && AmountReading.of(row.cell(wages[0]), Field.WAGE) instanceof AmountReading.Exact exact) {
      sum = sum.add(exact.value());
    }
  }

  /** The same header stands once more: lines below may explain it again. */
  void headedAgain() {
    rowsSince = 0;
  }

  /** A row was passed over. */
  void passOver() {
    rowsSince++;
  }
}
