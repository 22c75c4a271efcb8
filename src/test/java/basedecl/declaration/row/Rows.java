package basedecl.declaration.row;

import basedecl.cell.CellValue;
import basedecl.cell.Field;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Makes rows as a reader would hand them over. */
public final class Rows {

  static final String ZHANG = "370702199001010012";

  /** A sheet with every column, in the order of {@link Field}. */
  private static final RawRow.ColumnMap EVERY_COLUMN = columns(List.of(Field.values()));

  private final Map<Field, CellValue> cells = new EnumMap<>(Field.class);
  private String employer = "0370700001";
  private String sheet = "Sheet1";
  private int row = 5;
  private boolean hidden;
  private String employerName = "潍坊某某有限公司";
  private int beyond = -1;
  private String mark = "";
  private RawRow.ColumnMap columns = EVERY_COLUMN;

  private Rows() {}

  /** A row of a wage declaration without a fault. */
  public static Rows good() {
    return new Rows()
        .with(Field.NAME, "张三")
        .with(Field.ID_NUMBER, ZHANG)
        .with(Field.WAGE, 5000)
        .with(Field.SIGNATURE, "张三");
  }

  public static Rows retiree() {
    return good().with(Field.WAGE, CellValue.Blank.BLANK).with(Field.PENSION, 3210);
  }

  public static RawRow.ColumnMap columns(List<Field> fields) {
    int[] columns = new int[Field.values().length];
    Arrays.fill(columns, -1);
    for (int i = 0; i < fields.size(); i++) {
      columns[fields.get(i).ordinal()] = i;
    }
    return new RawRow.ColumnMap(columns);
  }

  public Rows with(Field field, CellValue value) {
    cells.put(field, value);
    return this;
  }

  public Rows with(Field field, String text) {
    return with(field, text.isBlank() ? CellValue.Blank.BLANK : new CellValue.Text(text.strip()));
  }

  public Rows with(Field field, int number) {
    return with(field, number(Integer.toString(number)));
  }

  public Rows employer(String code) {
    employer = code;
    return this;
  }

  public Rows at(String sheetName, int rowNumber) {
    sheet = sheetName;
    row = rowNumber;
    return this;
  }

  public Rows hidden() {
    hidden = true;
    return this;
  }

  public Rows employerName(String name) {
    employerName = name;
    return this;
  }

  Rows beyond(int column) {
    beyond = column;
    return this;
  }

  Rows mark(String words) {
    mark = words;
    return this;
  }

  public Rows columns(RawRow.ColumnMap map) {
    columns = map;
    return this;
  }

  public Rows onlyColumns(Field... fields) {
    columns = columns(List.of(fields));
    return this;
  }

  public RawRow row() {
    List<CellValue> values =
        new ArrayList<>(Collections.nCopies(Field.values().length, CellValue.Blank.BLANK));
    cells.forEach((field, value) -> values.set(field.ordinal(), value));
    return new RawRow(sheet, row, hidden, employer, employerName, values, columns, beyond, mark);
  }

  /**
   * A cell as the YAML cases write it: text, or {@code number 5000}, {@code date 2024-01-31},
   * {@code error #REF!}, {@code uncalculated formula}, {@code out of date 4242}, {@code unit 万元
   * 0.65}, {@code truth value}.
   */
  public static CellValue cell(String written) {
    if (written.startsWith("number ")) {
      return number(written.substring("number ".length()));
    }
    if (written.startsWith("date ")) {
      return new CellValue.Date(
          LocalDate.parse(written.substring("date ".length())), BigDecimal.valueOf(45000));
    }
    if (written.startsWith("error ")) {
      return new CellValue.ErrorValue(written.substring("error ".length()));
    }
    if (written.startsWith("out of date ")) {
      return new CellValue.OutOfDate(number(written.substring("out of date ".length())));
    }
    if (written.startsWith("unit ")) {
      String[] unit = written.split(" ", -1);
      return new CellValue.InUnit(new BigDecimal(unit[2]), unit[1]);
    }
    return switch (written) {
      case "" -> CellValue.Blank.BLANK;
      case "uncalculated formula" -> new CellValue.NotCalculated();
      case "truth value" -> new CellValue.Bool(true);
      default -> new CellValue.Text(written);
    };
  }

  public static CellValue.Numeric number(String plain) {
    BigDecimal value = new BigDecimal(plain);
    return new CellValue.Numeric(value, 0, value.precision() - value.scale() > 15);
  }
}
