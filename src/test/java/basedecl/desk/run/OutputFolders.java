package basedecl.desk.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What two folders of outputs say, place by place: cells of workbooks, lines of tables, values of
 * manifests, parts of letters. Files of the same bytes say the same.
 */
final class OutputFolders {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private OutputFolders() {}

  /** A place of which the two folders say something else. */
  record Difference(String file, String place, String first, String second) {}

  static List<Difference> between(Path first, Path second) throws IOException {
    Map<String, Path> ours = files(first);
    Map<String, Path> theirs = files(second);
    List<Difference> found = new ArrayList<>();
    for (String file : union(ours, theirs)) {
      Path one = ours.get(file);
      Path two = theirs.get(file);
      if (one == null || two == null) {
        found.add(new Difference(file, "", one == null ? "-" : "+", two == null ? "-" : "+"));
      } else if (Files.mismatch(one, two) >= 0) {
        found.addAll(differences(file, said(one), said(two)));
      }
    }
    return found;
  }

  private static List<Difference> differences(
      String file, Map<String, String> one, Map<String, String> two) {
    return union(one, two).stream()
        .filter(place -> !Objects.equals(one.get(place), two.get(place)))
        .map(
            place ->
                new Difference(
                    file, place, one.getOrDefault(place, "-"), two.getOrDefault(place, "-")))
        .toList();
  }

  private static Set<String> union(Map<String, ?> one, Map<String, ?> two) {
    Set<String> all = new TreeSet<>(one.keySet());
    all.addAll(two.keySet());
    return all;
  }

  /** Every file below a folder by its path there. */
  static Map<String, Path> files(Path folder) throws IOException {
    Map<String, Path> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      all.filter(Files::isRegularFile)
          .forEach(file -> files.put(folder.relativize(file).toString(), file));
    }
    return files;
  }

  private static Map<String, String> said(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    Map<String, String> said = new TreeMap<>();
    if (name.endsWith(".xlsx")) {
      workbook(file, said);
    } else if (name.endsWith(".json")) {
      values("", JSON.readTree(Files.readAllBytes(file)), said);
    } else if (name.endsWith(".docx")) {
      parts(file, said);
    } else {
      lines(Files.readAllLines(file), said);
    }
    return said;
  }

  private static void lines(List<String> lines, Map<String, String> said) {
    for (int i = 0; i < lines.size(); i++) {
      said.put("line " + (i + 1), lines.get(i));
    }
  }

  private static void workbook(Path file, Map<String, String> said) throws IOException {
    try (Workbook book = WorkbookFactory.create(file.toFile(), null, true)) {
      for (Sheet sheet : book) {
        said.put(sheet.getSheetName(), "sheet " + book.getSheetIndex(sheet));
        for (Row row : sheet) {
          row.forEach(
              cell -> said.put(sheet.getSheetName() + "!" + cell.getAddress(), value(cell)));
        }
      }
    }
  }

  /** Kind, format and value. */
  private static String value(Cell cell) {
    return switch (cell.getCellType()) {
      case NUMERIC -> cell.getNumericCellValue() + " " + cell.getCellStyle().getDataFormatString();
      case STRING -> cell.getStringCellValue();
      case BLANK -> "";
      default -> cell.getCellType() + " " + cell;
    };
  }

  private static void values(String place, JsonNode node, Map<String, String> said) {
    if (node.isObject()) {
      node.properties().forEach(each -> values(place + "/" + each.getKey(), each.getValue(), said));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        values(place + "/" + i, node.get(i), said);
      }
    } else {
      said.put(place, isInput(place) ? name(node.asString()) : node.asString());
    }
  }

  /** Of a file that was handed over the manifest states where it lay, here or in the desk. */
  private static boolean isInput(String place) {
    return place.matches("/inputs/\\d+/file");
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static void parts(Path file, Map<String, String> said) throws IOException {
    try (InputStream bytes = Files.newInputStream(file);
        ZipInputStream zip = new ZipInputStream(bytes)) {
      for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
        byte[] content = zip.readAllBytes();
        said.put(
            part.getName(),
            part.getName().endsWith(".xml")
                ? new String(content, UTF_8)
                : Integer.toString(Arrays.hashCode(content)));
      }
    }
  }
}
