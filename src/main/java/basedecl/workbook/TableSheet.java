package basedecl.workbook;

import java.util.ArrayList;
import java.util.List;

/**
 * How a sheet looks before its rows: name, title, notes under the title, warnings (red) under the
 * notes, then the header row with the columns' names.
 *
 * @param rowHeight the least height of a row in points; a row whose prose needs more lines is
 *     higher
 * @param mark a number that stands at the head and foot of every printed page; {@code ""} for none
 * @param closing what stands below the last row
 */
public record TableSheet(
    String name,
    String title,
    List<String> notes,
    List<String> warnings,
    List<TableColumn> columns,
    int rowHeight,
    String mark,
    List<TableBlock> closing,
    List<TableChart> charts) {

  private static final int ROW_HEIGHT = 18;
  private static final int NAME_LENGTH = 31;
  private static final String NOT_IN_A_NAME = "[]:*?/\\";

  public TableSheet {
    if (name.isBlank() || name.length() > NAME_LENGTH || name.startsWith("'")) {
      throw new IllegalArgumentException("A sheet's name has 1 to 31 characters: " + name);
    }
    if (name.chars().anyMatch(c -> NOT_IN_A_NAME.indexOf(c) >= 0)) {
      throw new IllegalArgumentException("A sheet's name has none of []:*?/\\: " + name);
    }
    notes = List.copyOf(notes);
    warnings = List.copyOf(warnings);
    columns = List.copyOf(columns);
    closing = List.copyOf(closing);
    charts = List.copyOf(charts);
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("A sheet has columns: " + name);
    }
  }

  public TableSheet(
      String name,
      String title,
      List<String> notes,
      List<String> warnings,
      List<TableColumn> columns,
      int rowHeight) {
    this(name, title, notes, warnings, columns, rowHeight, "", List.of(), List.of());
  }

  public static TableSheet of(String name, String title, TableColumn... columns) {
    return of(name, title, List.of(columns));
  }

  public static TableSheet of(String name, String title, List<TableColumn> columns) {
    return new TableSheet(
        name, title, List.of(), List.of(), columns, ROW_HEIGHT, "", List.of(), List.of());
  }

  public TableSheet withNotes(List<String> more) {
    return new TableSheet(
        name, title, joined(notes, more), warnings, columns, rowHeight, mark, closing, charts);
  }

  public TableSheet withWarnings(List<String> more) {
    return new TableSheet(
        name, title, notes, joined(warnings, more), columns, rowHeight, mark, closing, charts);
  }

  public TableSheet withRowHeight(int points) {
    return new TableSheet(name, title, notes, warnings, columns, points, mark, closing, charts);
  }

  /** With a number at the head and foot of every printed page. */
  public TableSheet withMark(String number) {
    return new TableSheet(
        name, title, notes, warnings, columns, rowHeight, number, closing, charts);
  }

  /** With charts to the right of its table; a table that goes on has them once. */
  public TableSheet withCharts(List<TableChart> drawn) {
    return new TableSheet(name, title, notes, warnings, columns, rowHeight, mark, closing, drawn);
  }

  /** With lines below the last row. */
  public TableSheet withClosing(List<TableBlock> blocks) {
    return new TableSheet(name, title, notes, warnings, columns, rowHeight, mark, blocks, charts);
  }

  /** The same table under the name it has where it goes on: {@code 明细表2}. */
  TableSheet part(int number) {
    return new TableSheet(
        name + number, title, notes, warnings, columns, rowHeight, mark, closing, charts);
  }

  /** The row (from 1) the header stands in. */
  int headerRow() {
    return 1 + notes.size() + warnings.size() + 1;
  }

  String lastColumn() {
    return TableColumn.letters(columns.size() - 1);
  }

  int width() {
    return columns.stream().mapToInt(TableColumn::width).sum();
  }

  private static List<String> joined(List<String> first, List<String> more) {
    List<String> all = new ArrayList<>(first);
    all.addAll(more);
    return all;
  }
}
