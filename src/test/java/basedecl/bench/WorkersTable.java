package basedecl.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What workers added, as Markdown: nothing where that was not measured. */
final class WorkersTable {

  private WorkersTable() {}

  static String of(Measurements measured) {
    List<WorkersMeasured> all = measured.workers();
    if (all.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder("### Workers on MariaDB\n\n");
    text.append("![Rows a second by workers](workers.svg)\n\n");
    text.append(
        "Each worker is a process with one thread, kept to its share of a core by "
            + all.stream().map(WorkersMeasured::way).distinct().collect(Collectors.joining("; "))
            + ".\n\n");
    text.append(
        "| workers | core each | rows | seconds | rows/s | of linear | rows by processor second | took"
            + " of its share | server, cores | server µs/row | run, cores | machine busy | by others |"
            + " bound by |\n");
    text.append("|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|---|\n");
    for (WorkersMeasured m : all) {
      text.append(
          m.isWhole()
              ? line(m, all)
              : "| %d | %d %% | not measured: %s |%n"
                  .formatted(m.workers(), m.percent(), m.failure().lines().findFirst().orElse("")));
    }
    text.append('\n');
    all.stream()
        .filter(m -> m.joined() > 0)
        .forEach(
            m ->
                text.append(
                    format(
                        "A worker that came in the middle of a run began its first piece %.2f s after"
                            + " it was first heard of.%n%n",
                        m.joined())));
    stores(measured.stores(), text);
    return text.toString();
  }

  private static String line(WorkersMeasured m, List<WorkersMeasured> all) {
    WorkersMeasured fewest =
        all.stream()
            .filter(other -> other.isWhole() && other.percent() == m.percent())
            .findFirst()
            .orElse(m);
    double linear = fewest.rowsPerSecond() / fewest.workers() * m.workers();
    return format(
        "| %d | %d %% | %,d | %.2f | %,.0f | %.2f | %,.0f | %.0f %% | %.2f | %.2f | %.2f | %.0f %% | %.0f"
            + " %% | %s |%n",
        m.workers(),
        m.percent(),
        m.rows(),
        m.seconds(),
        m.rowsPerSecond(),
        m.rowsPerSecond() / linear,
        m.rowsPerCpuSecond(),
        m.used() * 100,
        m.serverCpu() / m.seconds(),
        m.serverMicrosPerRow(),
        m.runCpu() / m.seconds(),
        m.busyShare() * 100,
        m.othersShare() * 100,
        m.isBoundByMachine() ? "the machine" : "its share");
  }

  private static void stores(List<StoreMeasured> stores, StringBuilder text) {
    if (stores.isEmpty()) {
      return;
    }
    text.append(
        "The database alone, the same rows from connections that do nothing but store:\n\n"
            + "| connections | rows | seconds | rows/s | server, cores | server µs/row | rows/s of all"
            + " cores of the machine for the server |\n"
            + "|--:|--:|--:|--:|--:|--:|--:|\n");
    for (StoreMeasured s : stores) {
      text.append(
          format(
              "| %d | %,d | %.2f | %,.0f | %.2f | %.2f | %,.0f |%n",
              s.connections(),
              s.rows(),
              s.seconds(),
              s.rowsPerSecond(),
              s.serverCpu() / s.seconds(),
              s.serverMicrosPerRow(),
              s.cores() * 1e6 / s.serverMicrosPerRow()));
    }
    text.append('\n');
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
