package basedecl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.jspecify.annotations.NullUnmarked;

/** Reads the tables that a run left and those that are expected. */
@NullUnmarked
final class Tables {

  private Tables() {}

  /** The rows of a sheet below its header, each by its titles; numbers as they are stored. */
  static List<Map<String, String>> sheet(Path workbook, String sheet, String firstTitle)
      throws IOException {
    return byTitle(rows(workbook, sheet, firstTitle, Tables::stored));
  }

  static boolean hasSheet(Path workbook, String sheet) throws IOException {
    try (Workbook opened = WorkbookFactory.create(workbook.toFile())) {
      return opened.getSheet(sheet) != null;
    }
  }

  /** The rows of a sheet as they look, header row first; it begins with {@code firstTitle}. */
  static List<List<String>> table(Path workbook, String sheet, String firstTitle)
      throws IOException {
    DataFormatter looks = new DataFormatter();
    return rows(workbook, sheet, firstTitle, cell -> looks.formatCellValue(cell).replace(",", ""));
  }

  /** A table's rows as they look by their first cell, each by its titles. */
  static Map<String, Map<String, String>> byFirst(Path workbook, String sheet, String firstTitle)
      throws IOException {
    Map<String, Map<String, String>> rows = new LinkedHashMap<>();
    byTitle(table(workbook, sheet, firstTitle)).forEach(row -> rows.put(row.get(firstTitle), row));
    return rows;
  }

  /** The texts of a sheet's first column. */
  static List<String> column(Path workbook, String sheet) throws IOException {
    List<String> texts = new ArrayList<>();
    try (Workbook book = WorkbookFactory.create(workbook.toFile(), null, true)) {
      book.getSheet(sheet).forEach(row -> texts.add(stored(row.getCell(0))));
    }
    return texts;
  }

  private static List<List<String>> rows(
      Path workbook, String sheet, String firstTitle, Function<Cell, String> text)
      throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (Workbook book = WorkbookFactory.create(workbook.toFile(), null, true)) {
      Sheet found = book.getSheet(sheet);
      assertThat(found).as(sheet).isNotNull();
      int width = 0;
      for (Row row : found) {
        if (rows.isEmpty() && !text.apply(row.getCell(0)).equals(firstTitle)) {
          continue;
        }
        width = rows.isEmpty() ? row.getLastCellNum() : width;
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < width; i++) {
          cells.add(text.apply(row.getCell(i)));
        }
        rows.add(cells);
      }
    }
    return rows;
  }

  private static List<Map<String, String>> byTitle(List<List<String>> table) {
    List<Map<String, String>> rows = new ArrayList<>();
    for (List<String> cells : table.subList(Math.min(1, table.size()), table.size())) {
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < cells.size(); i++) {
        row.put(table.get(0).get(i), cells.get(i));
      }
      rows.add(row);
    }
    return rows;
  }

  private static String stored(Cell cell) {
    if (cell == null || cell.getCellType() == CellType.BLANK) {
      return "";
    }
    return cell.getCellType() == CellType.NUMERIC
        ? BigDecimal.valueOf(cell.getNumericCellValue()).stripTrailingZeros().toPlainString()
        : cell.getStringCellValue();
  }

  static List<Map<String, String>> csv(Path file) throws IOException {
    List<Map<String, String>> rows = new ArrayList<>();
    try (CSVParser parser =
        CSVParser.parse(
            file,
            StandardCharsets.UTF_8,
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get())) {
      for (CSVRecord line : parser) {
        rows.add(new LinkedHashMap<>(line.toMap()));
      }
    }
    return rows;
  }

  /** The lines of an expected table, header row first. */
  static List<List<String>> expected(String name) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (String line : Files.readAllLines(Workplace.SAMPLES.resolve("expected").resolve(name))) {
      rows.add(List.of(line.replace("\ufeff", "").split(",", -1)));
    }
    return rows;
  }

  /** Values with numbers in one form, so that {@code 4242.00} and {@code 4242} are the same. */
  static List<Map<String, String>> plain(List<Map<String, String>> rows, String... textColumns) {
    List<String> text = List.of(textColumns);
    List<Map<String, String>> plain = new ArrayList<>();
    for (Map<String, String> row : rows) {
      Map<String, String> values = new LinkedHashMap<>();
      row.forEach(
          (name, value) ->
              values.put(
                  name,
                  !text.contains(name) && value.matches("-?\\d+(\\.\\d+)?")
                      ? new BigDecimal(value).stripTrailingZeros().toPlainString()
                      : value));
      plain.add(values);
    }
    return plain;
  }
}
