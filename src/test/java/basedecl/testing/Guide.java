package basedecl.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tables of the user guide that come from the code, each between two marks of its name. {@code
 * make guide} writes them anew; a plain test run only compares.
 */
public final class Guide {

  public static final Path FILE = Path.of("src/docs/user-guide.zh.md");

  private Guide() {}

  /** Writes the tables where {@code make guide} asks for it. */
  public static void writeWhereAsked(Map<String, String> tables) throws IOException {
    if (Boolean.getBoolean("basedecl.guide.write")) {
      String guide = Files.readString(FILE);
      for (Map.Entry<String, String> table : tables.entrySet()) {
        String begin = "<!-- " + table.getKey() + " -->\n";
        guide = guide.replace(begin + standing(guide, table.getKey()), begin + table.getValue());
      }
      Files.writeString(FILE, guide);
    }
  }

  /** Holds the table of that name to what it should be. */
  public static void compare(String name, Map<String, String> tables) throws IOException {
    assertThat(standing(Files.readString(FILE), name))
        .as("the table %s of %s; make guide writes it anew", name, FILE)
        .isEqualTo(tables.get(name));
  }

  private static String standing(String guide, String name) {
    String begin = "<!-- " + name + " -->\n";
    int from = guide.indexOf(begin);
    int to = guide.indexOf("<!-- /" + name + " -->");
    assertThat(from).as("the mark %s in %s", name, FILE).isNotNegative().isLessThan(to);
    return guide.substring(from + begin.length(), to);
  }

  /** A table of Markdown. */
  public static String table(List<String> titles, Stream<List<String>> rows) {
    List<String> lines = new ArrayList<>();
    lines.add(line(titles));
    lines.add("|" + "---|".repeat(titles.size()));
    rows.map(Guide::line).forEach(lines::add);
    return String.join("\n", lines) + "\n";
  }

  private static String line(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }
}
