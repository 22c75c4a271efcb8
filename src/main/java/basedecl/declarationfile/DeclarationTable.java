package basedecl.declarationfile;

import basedecl.cell.CellValue;
import basedecl.cell.Field;
import basedecl.declaration.row.RawRow;
import basedecl.spreadsheet.row.MergedCells;
import basedecl.spreadsheet.row.SheetRow;
import basedecl.spreadsheet.row.SheetTraits;
import basedecl.table.CellWords;
import basedecl.table.ColumnPlaces;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A table of a declaration sheet: where its columns are, and its rows as persons' rows. */
final class DeclarationTable {

  private static final Field[] FIELDS = Field.values();
  private static final int FIELDS_WITHOUT_MONTHS = Field.MONTH_1.ordinal();

  /** {@code 5,000.00} without quotes becomes these two cells. */
  private static final Pattern THOUSANDS = Pattern.compile("-?\\d{1,3}");

  private static final Pattern REST_OF_THOUSANDS = Pattern.compile("\\d{3}(\\.\\d{1,2})?元?");

  private final ColumnPlaces columns;
  private final RawRow.ColumnMap map;
  private final PersonRows persons;
  private final MergedColumn code;
  private final MergedColumn creditCode;
  private final MergedColumn name;
  private final int fields;
  private final boolean[] wage;
  private final BitSet own = new BitSet();

  DeclarationTable(ColumnPlaces columns, EmployerCodes codes, SheetTraits traits) {
    this.columns = columns;
    Set<Field> hidden = EnumSet.noneOf(Field.class);
    for (Field field : FIELDS) {
      if (traits.isColumnHidden(columns.of(field))) {
        hidden.add(field);
      }
    }
    if (traits.isColumnHidden(columns.twin())) {
      hidden.add(Field.ID_NUMBER);
    }
    this.map = new RawRow.ColumnMap(columns.places(), hidden, traits.hidden());
    this.persons = new PersonRows(columns);
    this.code = new MergedColumn(columns.of(Field.EMPLOYER_CODE), codes::code);
    this.creditCode = new MergedColumn(columns.of(Field.CREDIT_CODE), codes::ofCreditCode);
    this.name = new MergedColumn(columns.of(Field.EMPLOYER_NAME), EmployerBlock::normal);
    boolean months = Field.MONTHS.stream().anyMatch(month -> columns.of(month) >= 0);
    this.fields = months ? FIELDS.length : FIELDS_WITHOUT_MONTHS;
    this.wage = new boolean[Math.max(1, columns.lastTitle() + 2)];
    for (Field field : FIELDS) {
      int place = columns.of(field);
      boolean amount =
          field == Field.WAGE
              || field == Field.PENSION
              || field == Field.YEAR_TOTAL
              || Field.MONTHS.contains(field);
      if (amount && place >= 0) {
        wage[place] = true;
      }
      if (field != Field.REMARKS && place >= 0) {
        own.set(place);
      }
    }
  }

  ColumnPlaces columns() {
    return columns;
  }

  /** Whether a column has a meaning of its own; what remarks say may concern any other. */
  boolean isOwn(int column) {
    return own.get(column);
  }

  PersonRows persons() {
    return persons;
  }

  /** Looks at a row, whether or not it turns out to be a person's. */
  void see(SheetRow row) {
    code.see(row);
    creditCode.see(row);
    name.see(row);
  }

  CellValue cell(SheetRow row, Field field) {
    return row.cell(columns.of(field));
  }

  /** Whether the table itself says an employer of each row. */
  boolean namesEmployers() {
    return code.exists() || creditCode.exists();
  }

  /** Whether the row's own cell is filled with what can be no code, such as ditto marks. */
  boolean isUnfit(int row) {
    return code.isUnfit(row) || creditCode.isUnfit(row);
  }

  /** The code that the row's own cells give, {@code ""} where they are blank. */
  String code(int row) {
    String own = code.here(row);
    return own.isEmpty() ? creditCode.here(row) : own;
  }

  /** The code merged over the row. */
  String mergedCode(int row, MergedCells merged) {
    String own = code.exists() ? code.merged(row, merged) : "";
    return own.isEmpty() && creditCode.exists() ? creditCode.merged(row, merged) : own;
  }

  String name(int row) {
    return name.here(row);
  }

  String mergedName(int row, MergedCells merged) {
    return name.exists() ? name.merged(row, merged) : "";
  }

  /** Whether a row has something of a person's beside the cells of a block. */
  boolean holdsPerson(SheetRow row, BitSet block) {
    for (int column = 0; column < wage.length; column++) {
      if (wage[column] && !block.get(column) && CellWords.holdsAmount(row.cell(column))) {
        return true;
      }
    }
    int name = columns.of(Field.NAME);
    int number = columns.of(Field.ID_NUMBER);
    return (!block.get(number) && CellWords.mayBeNumber(row.cell(number)))
        || (!block.get(name) && PersonNames.looksLikeOne(CellWords.squeezed(row.cell(name))));
  }

  RawRow row(SheetRow row, boolean hidden, String employerCode, String employerName, String mark) {
    CellValue[] cells = new CellValue[fields];
    for (int i = 0; i < fields; i++) {
      cells[i] = row.cell(map.of(FIELDS[i]));
    }
    List<CellValue> handedOut = Collections.unmodifiableList(Arrays.asList(cells));
    return new RawRow(
        row.sheet(),
        row.number(),
        hidden,
        employerCode,
        employerName,
        handedOut,
        map,
        beyond(row),
        mark);
  }

  /** The first cell that the header has no title for, or the second half of a divided amount. */
  private int beyond(SheetRow row) {
    for (int column = 0; column <= columns.lastTitle(); column++) {
      if (wage[column]
          && matches(row.cell(column), THOUSANDS)
          && matches(row.cell(column + 1), REST_OF_THOUSANDS)
          && (!wage[column + 1] || isDividedBetweenAmounts(row, column))) {
        return column + 1;
      }
    }
    return columns.firstBeyond(row);
  }

  /**
   * Whether two amounts side by side are one that an unquoted comma divided, which happens in text
   * files: no amount is written {@code 000.00}, and nobody with less than a hundred yuan a month
   * has some hundred in the next column.
   */
  private static boolean isDividedBetweenAmounts(SheetRow row, int column) {
    return row.sheet().isEmpty()
        && (row.cell(column + 1).asText().startsWith("0")
            || row.cell(column).asText().length() < 3);
  }

  private static boolean matches(CellValue cell, Pattern pattern) {
    return cell instanceof CellValue.Text text
        && text.text().length() <= 8
        && pattern.matcher(text.text()).matches();
  }
}
