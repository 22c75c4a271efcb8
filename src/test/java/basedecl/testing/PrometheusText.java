package basedecl.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A file of Prometheus' text format, version 0.0.4, as a node exporter's textfile collector takes
 * it: no times, no line twice, and a {@code TYPE} before the samples of a name.
 */
public final class PrometheusText {

  private static final String NAME = "[a-zA-Z_:][a-zA-Z0-9_:]*";
  private static final String LABEL = "[a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\\n]|\\\\[\\\\\"n])*\"";
  private static final Pattern SAMPLE =
      Pattern.compile(
          "(?<name>"
              + NAME
              + ")(?<labels>\\{"
              + LABEL
              + "(?:,"
              + LABEL
              + ")*,?})?"
              + " (?<value>[-+]?(?:\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?|Inf)|NaN)");
  private static final Pattern COMMENT =
      Pattern.compile(
          "# (?:HELP "
              + NAME
              + " .*|TYPE "
              + NAME
              + " (?:counter|gauge|summary|histogram|untyped))");

  private final List<String> samples;

  private PrometheusText(List<String> samples) {
    this.samples = samples;
  }

  /** Reads it; an {@link AssertionError} names what a collector would not take. */
  public static PrometheusText of(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    Set<String> seen = new HashSet<>();
    for (String line : lines) {
      boolean comment = line.startsWith("#");
      if (!(comment ? COMMENT : SAMPLE).matcher(line).matches()) {
        throw new AssertionError("Not a line of Prometheus' text: " + line);
      }
      if (!seen.add(comment ? line : line.substring(0, line.lastIndexOf(' ')))) {
        throw new AssertionError("Twice: " + line);
      }
    }
    return new PrometheusText(lines.stream().filter(line -> !line.startsWith("#")).toList());
  }

  /** The lines that hold a number. */
  public List<String> samples() {
    return samples;
  }

  /** The number of a name, of the first line that has this among its labels. */
  public double value(String name, String label) {
    return samples.stream()
        .filter(line -> line.startsWith(name + "{") && line.contains(label))
        .map(line -> Double.valueOf(line.substring(line.lastIndexOf(' ') + 1)))
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "No " + name + " with " + label + " in\n" + String.join("\n", samples)));
  }
}
