package basedecl.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * The figures as Markdown: who took how long, what that is against the targets, sizes and steps.
 */
final class BenchTables {

  /** The step that writes the year's workbooks, which a later night cannot save. */
  private static final String WORKBOOKS = "report";

  private static final String NONE = "–";

  private final Measurements measured;
  private final StringBuilder text = new StringBuilder();

  private BenchTables(Measurements measured) {
    this.measured = measured;
  }

  static String of(Measurements measured) {
    BenchTables tables = new BenchTables(measured);
    tables.line("Measured on " + measured.machine() + ".").line("");
    tables.subjects();
    tables.targets();
    tables.sizes();
    tables.steps();
    tables.text.append(WorkersTable.of(measured));
    tables.failures();
    return tables.text.toString().stripTrailing() + "\n";
  }

  /** What the figures were taken on, in words. */
  static String machine() throws IOException {
    String model = value("/proc/cpuinfo", "model name").map(name -> " (" + name + ")").orElse("");
    long mib =
        value("/proc/meminfo", "MemTotal")
                .map(t -> Long.parseLong(t.replaceAll("\\D", "")))
                .orElse(0L)
            / 1024;
    return Runtime.getRuntime().availableProcessors()
        + " cores"
        + model
        + ", "
        + Math.round(mib / 1024.0)
        + " GiB of memory, Java "
        + System.getProperty("java.version");
  }

  private static Optional<String> value(String file, String key) throws IOException {
    return Files.readAllLines(Path.of(file)).stream()
        .filter(line -> line.startsWith(key))
        .map(line -> line.substring(line.indexOf(':') + 1).trim())
        .findFirst();
  }

  private void subjects() {
    line("### The night");
    line("");
    line(
        "| | database | people | files | wall s | CPU s | server CPU s | peak MiB | rows/s | µs/row | load before |");
    line("|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
    for (String database : Measurements.databases()) {
      for (String subject : List.of("product", "floor", "peer", "one")) {
        measured.largest(subject, database).ifPresent(this::subject);
      }
    }
    line("");
  }

  private void subject(Measurement m) {
    row(
        m.subject().equals("one") ? "product, one workbook" : m.subject(),
        m.database(),
        whole(m.people()),
        whole(m.files()),
        seconds(m.wall()),
        seconds(m.cpu()),
        m.serverCpu() == 0 ? NONE : seconds(m.serverCpu()),
        whole(Math.round(m.peakMib())),
        whole(Math.round(m.rowsPerSecond())),
        String.format(Locale.ROOT, "%.1f", m.microsPerRow()),
        m.load() == 0 ? NONE : String.format(Locale.ROOT, "%.1f", m.load()));
  }

  private void targets() {
    line("### Against the targets");
    line("");
    line("| | target | H2 | MariaDB |");
    line("|---|---|--:|--:|");
    target(
        "peer ÷ product",
        "≥ 6.5 on H2, ≥ 8 on MariaDB",
        d -> against("peer", d, Measurement::microsPerRow));
    target("the same by processor time", "", d -> against("peer", d, Measurement::cpuPerRow));
    target(
        "product ÷ floor",
        "≤ 1.6 on H2, ≤ 2.4 on MariaDB",
        d -> against("floor", d, Measurement::microsPerRow).map(floor -> 1 / floor));
    target(
        "the same by processor time",
        "",
        d -> against("floor", d, Measurement::cpuPerRow).map(floor -> 1 / floor));
    target("peak memory of any night, MiB", "≤ 640", this::peak);
    target("µs/row of the largest ÷ of the smallest size", "≤ 1.2", this::growth);
    target("a further row: last interval of sizes ÷ first", "≤ 1.2", this::slope);
    target(
        "second night, all files again, 1 % changed ÷ first, without workbooks",
        "≤ 0.20", d -> later("second", d));
    target(
        "second night, only the changed 1 % ÷ first, without workbooks",
        "≤ 0.08", d -> later("changed", d));
    target(
        "one workbook ÷ many, by row", "≤ 1.5", d -> against("one", d, Measurement::microsPerRow));
    line("");
  }

  private void target(String name, String target, Function<String, Optional<Double>> figure) {
    List<String> cells = new ArrayList<>(List.of(name, target));
    for (String database : Measurements.databases()) {
      cells.add(figure.apply(database).map(BenchTables::ratio).orElse(NONE));
    }
    row(cells.toArray(String[]::new));
  }

  /** By row, at the subject's largest size, or the product's where the subject was spared that. */
  private Optional<Double> against(
      String subject, String database, ToDoubleFunction<Measurement> byRow) {
    Optional<Measurement> other = measured.largest(subject, database);
    return other.flatMap(
        o ->
            measured
                .of("product", database, o.people())
                .or(() -> measured.largest("product", database))
                .map(p -> byRow.applyAsDouble(o) / byRow.applyAsDouble(p)));
  }

  private Optional<Double> peak(String database) {
    return measured.all().stream()
        .filter(m -> m.isWhole() && m.database().equals(database))
        .filter(m -> !m.subject().equals("peer") && !m.subject().equals("floor"))
        .map(Measurement::peakMib)
        .max(Double::compare);
  }

  private Optional<Double> growth(String database) {
    List<Measurement> sizes = measured.of("product", database);
    return sizes.size() < 2
        ? Optional.empty()
        : Optional.of(sizes.get(sizes.size() - 1).microsPerRow() / sizes.get(0).microsPerRow());
  }

  /** The start of the process is in neither interval: what is left is what a row costs. */
  private Optional<Double> slope(String database) {
    List<Measurement> sizes = measured.of("product", database);
    if (sizes.size() < 3) {
      return Optional.empty();
    }
    int last = sizes.size() - 1;
    return Optional.of(
        slope(sizes.get(last - 1), sizes.get(last)) / slope(sizes.get(0), sizes.get(1)));
  }

  private static double slope(Measurement small, Measurement large) {
    return (large.wall() - small.wall()) / (large.people() - small.people());
  }

  private Optional<Double> later(String night, String database) {
    return measured
        .largest(night, database)
        .flatMap(
            l ->
                measured
                    .of("product", database, l.people())
                    .map(f -> withoutWorkbooks(l) / withoutWorkbooks(f)));
  }

  private static double withoutWorkbooks(Measurement m) {
    return m.wall() - m.phase(WORKBOOKS);
  }

  private void sizes() {
    line("### By size");
    line("");
    line("| people | " + String.join(" | ", headers()) + " |");
    line("|--:|" + "--:|".repeat(headers().size()));
    Set<Long> sizes = new java.util.TreeSet<>();
    measured.all().stream()
        .filter(m -> m.isWhole() && m.subject().equals("product"))
        .forEach(m -> sizes.add(m.people()));
    for (long size : sizes) {
      List<String> cells = new ArrayList<>(List.of(whole(size)));
      for (String database : Measurements.databases()) {
        Optional<Measurement> product = measured.of("product", database, size);
        cells.add(product.map(m -> seconds(m.wall())).orElse(NONE));
        cells.add(
            product.map(m -> String.format(Locale.ROOT, "%.1f", m.microsPerRow())).orElse(NONE));
        cells.add(product.map(m -> whole(Math.round(m.peakMib()))).orElse(NONE));
        for (String other : List.of("floor", "peer")) {
          cells.add(measured.of(other, database, size).map(m -> seconds(m.wall())).orElse(NONE));
        }
      }
      row(cells.toArray(String[]::new));
    }
    line("");
  }

  private static List<String> headers() {
    List<String> headers = new ArrayList<>();
    for (String database : Measurements.databases()) {
      headers.addAll(List.of(database + ": product s", "µs/row", "peak MiB", "floor s", "peer s"));
    }
    return headers;
  }

  private void steps() {
    for (String database : Measurements.databases()) {
      List<Measurement> nights = new ArrayList<>();
      for (String subject : List.of("product", "second", "changed", "one")) {
        measured.largest(subject, database).ifPresent(nights::add);
      }
      if (!nights.isEmpty()) {
        steps(database, nights);
      }
      for (String subject : List.of("floor", "peer")) {
        measured.largest(subject, database).ifPresent(this::phases);
      }
      line("");
    }
  }

  private void steps(String database, List<Measurement> nights) {
    line("### Steps on " + database + ", seconds");
    line("");
    List<String> heads = new ArrayList<>(List.of("step"));
    for (Measurement night : nights) {
      heads.add(
          switch (night.subject()) {
            case "second" -> "second night, all files";
            case "changed" -> "second night, changed files";
            case "one" -> "one workbook";
            default -> "first night";
          });
    }
    row(heads.toArray(String[]::new));
    line("|---|" + "--:|".repeat(nights.size()));
    Set<String> names = new LinkedHashSet<>();
    nights.forEach(night -> night.phases().forEach(phase -> names.add(phase.name())));
    for (String name : names) {
      List<String> cells = new ArrayList<>(List.of(name));
      nights.forEach(night -> cells.add(seconds(night.phase(name))));
      row(cells.toArray(String[]::new));
    }
    List<String> sums = new ArrayList<>(List.of("whole process"));
    nights.forEach(night -> sums.add(seconds(night.wall())));
    row(sums.toArray(String[]::new));
    line("");
  }

  private void phases(Measurement m) {
    List<String> words = new ArrayList<>();
    m.phases().forEach(phase -> words.add(phase.name() + " " + seconds(phase.seconds()) + " s"));
    line("The " + m.subject() + " on " + m.database() + ": " + String.join(", ", words) + ".");
    line("");
  }

  private void failures() {
    for (Measurement m : measured.all()) {
      if (!m.isWhole()) {
        line(
            "Not measured: %s on %s with %s people: %s."
                .formatted(
                    m.subject(),
                    m.database(),
                    whole(m.people()),
                    m.failure().lines().findFirst().orElse("")));
        line("");
      }
    }
  }

  private BenchTables line(String line) {
    text.append(line).append('\n');
    return this;
  }

  private void row(String... cells) {
    line("| " + String.join(" | ", cells) + " |");
  }

  private static String whole(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.2f", seconds);
  }

  private static String ratio(double ratio) {
    return ratio >= 100
        ? String.format(Locale.ROOT, "%.0f", ratio)
        : String.format(Locale.ROOT, "%.2f", ratio);
  }
}
