package basedecl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;

/**
 * Sheets that a run wrote, held against the tables of a folder of {@code samples/expected}: the
 * columns that the expected table has, in its order; money and counts as numbers.
 *
 * @param folder below {@code samples/expected}
 * @param texts columns that are no numbers, whatever stands in them
 * @param days columns of days, which a sheet keeps as numbers
 */
@NullUnmarked
record ExpectedSheets(String folder, List<String> texts, List<String> days) {

  private static final LocalDate DAY_NOUGHT = LocalDate.of(1899, 12, 30);

  /** The sheet has the table's rows and no others. */
  void same(Path workbook, String sheet, String firstTitle, String table) throws IOException {
    List<Map<String, String>> wanted = wanted(table);
    assertThat(found(workbook, sheet, firstTitle, wanted)).as(sheet).isEqualTo(wanted);
  }

  /** The sheet has the table's rows among others. */
  void among(Path workbook, String sheet, String firstTitle, String table) throws IOException {
    List<Map<String, String>> wanted = wanted(table);
    assertThat(found(workbook, sheet, firstTitle, wanted)).as(sheet).containsAll(wanted);
  }

  private List<Map<String, String>> wanted(String table) throws IOException {
    List<Map<String, String>> wanted =
        plain(Tables.csv(Workplace.SAMPLES.resolve("expected").resolve(folder).resolve(table)));
    assertThat(wanted).as(table).isNotEmpty();
    return wanted;
  }

  private List<Map<String, String>> found(
      Path workbook, String sheet, String firstTitle, List<Map<String, String>> wanted)
      throws IOException {
    List<Map<String, String>> found = new ArrayList<>();
    for (Map<String, String> row : plain(Tables.sheet(workbook, sheet, firstTitle))) {
      Map<String, String> chosen = new LinkedHashMap<>();
      wanted.get(0).keySet().forEach(column -> chosen.put(column, shown(column, row)));
      found.add(chosen);
    }
    return found;
  }

  private List<Map<String, String>> plain(List<Map<String, String>> rows) {
    return Tables.plain(rows, texts.toArray(String[]::new));
  }

  private String shown(String column, Map<String, String> row) {
    String value = row.get(column);
    return days.contains(column) ? DAY_NOUGHT.plusDays(Long.parseLong(value)).toString() : value;
  }
}
