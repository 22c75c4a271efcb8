package basedecl.workbook;

import java.util.List;

/**
 * A bar chart beside a table, drawn from rows of that table: a column of names and one of figures.
 * The values are given again, so that a reader who does not calculate sees the chart too.
 *
 * @param names index of the column with the names, from 0
 * @param figures index of the column with the figures, from 0
 * @param firstRow index of the first row under the header, from 0
 * @param categories the names in those rows
 * @param values the figures in those rows, plain digits
 * @param percent whether the figures are fractions shown as percentages
 */
public record TableChart(
    String title,
    int names,
    int figures,
    int firstRow,
    List<String> categories,
    List<String> values,
    boolean percent) {

  public TableChart {
    categories = List.copyOf(categories);
    values = List.copyOf(values);
    if (categories.isEmpty() || categories.size() != values.size()) {
      throw new IllegalArgumentException("A chart has a figure for each name: " + title);
    }
  }

  /** Absolute range of one of its columns: {@code '分布'!$B$5:$B$21}. */
  String range(TableSheet sheet, int column) {
    int first = sheet.headerRow() + 1 + firstRow;
    String letter = TableColumn.letters(column);
    return "'"
        + sheet.name().replace("'", "''")
        + "'!$"
        + letter
        + "$"
        + first
        + ":$"
        + letter
        + "$"
        + (first + categories.size() - 1);
  }
}
