package basedecl.workbook;

/**
 * A column of a table: its header, what its cells hold, and its width in digits (a Chinese
 * character is two wide).
 */
public record TableColumn(String name, Kind kind, int width) {

  /** What the cells of a column hold, with the number format they are shown in. */
  public enum Kind {
    /** Text on one line, shrunk where it is longer than the column. */
    TEXT(49),
    /** One of a few short words, such as 是 and 否; centred. */
    WORD(49),
    /** Text that is broken over several lines. */
    PROSE(49),
    /** Yuan with two decimals, {@code #,##0.00}. */
    MONEY(4),
    /** A count of things, {@code #,##0}. */
    COUNT(3),
    /** A serial or version number, {@code 0}. */
    SERIAL(1),
    /** A fraction shown as a percentage, {@code 0.00%}. */
    PERCENT(10),
    /** A day, {@code yyyy-mm-dd}. */
    DATE(TableStyles.DATE_FORMAT);

    private final int numberFormat;

    Kind(int numberFormat) {
      this.numberFormat = numberFormat;
    }

    int numberFormat() {
      return numberFormat;
    }

    boolean isText() {
      return this == TEXT || this == WORD || this == PROSE;
    }
  }

  public TableColumn {
    if (name.isBlank() || width < 1 || width > 200) {
      throw new IllegalArgumentException("A column has a name and a width of 1 to 200: " + name);
    }
  }

  public static TableColumn text(String name, int width) {
    return new TableColumn(name, Kind.TEXT, width);
  }

  public static TableColumn word(String name, int width) {
    return new TableColumn(name, Kind.WORD, width);
  }

  public static TableColumn prose(String name, int width) {
    return new TableColumn(name, Kind.PROSE, width);
  }

  public static TableColumn money(String name, int width) {
    return new TableColumn(name, Kind.MONEY, width);
  }

  public static TableColumn count(String name, int width) {
    return new TableColumn(name, Kind.COUNT, width);
  }

  public static TableColumn serial(String name, int width) {
    return new TableColumn(name, Kind.SERIAL, width);
  }

  public static TableColumn percent(String name, int width) {
    return new TableColumn(name, Kind.PERCENT, width);
  }

  public static TableColumn date(String name, int width) {
    return new TableColumn(name, Kind.DATE, width);
  }

  /** The column at {@code index} (from 0) as a spreadsheet names it: {@code A}, {@code AB}. */
  public static String letters(int index) {
    StringBuilder letters = new StringBuilder();
    for (int i = index; i >= 0; i = i / 26 - 1) {
      letters.insert(0, (char) ('A' + i % 26));
    }
    return letters.toString();
  }
}
