package basedecl.report.collection;

import java.util.List;

/**
 * The names by which other systems call the columns of a batch.
 *
 * @param csvHeader whose names head the CSV: {@code ours}, {@code platform} or {@code tax-client}
 */
public record ColumnNames(String title, String csvHeader, List<Column> columns) {

  public ColumnNames {
    columns = List.copyOf(columns);
  }

  /** A column's names, empty where none is known. */
  public record Column(
      String title, String platform, String taxClient, boolean secondary, String citation) {

    private String of(String system) {
      return switch (system) {
        case "platform" -> platform;
        case "tax-client" -> taxClient;
        default -> title;
      };
    }
  }

  /** What heads our column in the CSV: ours where the other system's name is not known. */
  String inCsv(String title) {
    return columns.stream()
        .filter(column -> column.title().equals(title))
        .map(column -> column.of(csvHeader))
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse(title);
  }
}
