package basedecl.bench;

import basedecl.answer.MarkedWorkbook;
import basedecl.finding.Finding;
import basedecl.message.Language;
import basedecl.spreadsheet.SpreadsheetFiles;
import basedecl.spreadsheet.gate.ReadLimits;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How long a sender waits for its marked workbook: 10,000 rows with one to three faults each, as
 * .xlsx, .xls and .csv, in one warm virtual machine as in a server, four at a time, and as a whole
 * {@code check --output} from cold. Prints a table.
 */
public final class AnswerBench {

  private static final Path FOLDER = Path.of("target", "bench", "answers");
  private static final LocalDate DATE = LocalDate.of(2024, 1, 26);
  private static final int WARM_UP = 5;
  private static final int TIMEOUT_SECONDS = 300;
  private static final int AT_A_TIME = 4;
  private static final int ROUNDS = 5;
  private static final double NANOS = 1e9;
  private static final double MIB = 1 << 20;

  private final int rows;

  private AnswerBench(int rows) {
    this.rows = rows;
  }

  /**
   * Measures.
   *
   * @param arguments the number of rows, 10,000 where left out
   */
  public static void main(String[] arguments) throws Exception {
    int rows = arguments.length == 0 ? 10_000 : Integer.parseInt(arguments[0]);
    Files.createDirectories(FOLDER);
    new AnswerBench(rows).measure();
  }

  private void measure() throws Exception {
    System.out.println("Measured on " + BenchTables.machine() + ".\n");
    System.out.printf(
        Locale.ROOT,
        "| %,d rows | faults a row | warm s | CPU s | allocated MiB | of the answer KiB | %d at a time, s each | check --output from cold s | peak MiB |%n",
        rows,
        AT_A_TIME);
    System.out.println("|---|--:|--:|--:|--:|--:|--:|--:|--:|");
    for (FaultyFile file : FaultyFile.all(rows)) {
      measure(file, file.write(FOLDER));
    }
  }

  private void measure(FaultyFile file, Path source) throws Exception {
    List<Finding> findings = file.findings();
    for (int i = 0; i < WARM_UP; i++) {
      once(source, findings, 0);
    }
    List<Double> seconds = new ArrayList<>();
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long cpu = threads.getCurrentThreadCpuTime();
    long allocated = threads.getCurrentThreadAllocatedBytes();
    long bytes = 0;
    for (int i = 0; i < ROUNDS; i++) {
      long start = System.nanoTime();
      bytes = once(source, findings, 0);
      seconds.add((System.nanoTime() - start) / NANOS);
    }
    allocated = (threads.getCurrentThreadAllocatedBytes() - allocated) / ROUNDS;
    cpu = (threads.getCurrentThreadCpuTime() - cpu) / ROUNDS;
    seconds.sort(null);
    double together = together(source, findings);
    MeasuredProcess.Taken cold = cold(source);
    System.out.printf(
        Locale.ROOT,
        "| %s | %d | %.2f | %.2f | %.0f | %.0f | %.2f | %.2f | %.0f |%n",
        file.name(),
        file.faults(),
        seconds.get(ROUNDS / 2),
        cpu / NANOS,
        allocated / MIB,
        bytes / 1024.0,
        together,
        cold.wall(),
        cold.peakMib());
  }

  /** Seconds that each of those that run at one time takes, on average. */
  private static double together(Path source, List<Finding> findings) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(AT_A_TIME);
    try {
      List<Future<Double>> all = new ArrayList<>();
      for (int i = 0; i < AT_A_TIME; i++) {
        int number = i;
        all.add(
            pool.submit(
                () -> {
                  long start = System.nanoTime();
                  once(source, findings, number);
                  return (System.nanoTime() - start) / NANOS;
                }));
      }
      double sum = 0;
      for (Future<Double> one : all) {
        sum += one.get();
      }
      return sum / AT_A_TIME;
    } finally {
      pool.shutdown();
    }
  }

  private static long once(Path source, List<Finding> findings, int number) throws IOException {
    return new MarkedWorkbook(
            new SpreadsheetFiles(ReadLimits.DEFAULT),
            MarkedWorkbook.Bounds.DEFAULT,
            Language.ZH,
            DATE)
        .write(source, findings, FOLDER.resolve("answer-" + number + ".xlsx"))
        .bytes();
  }

  private static MeasuredProcess.Taken cold(Path source) throws IOException {
    return MeasuredProcess.run(
        List.of(
            "bin/base-declaration",
            "check",
            source.toString(),
            "--output",
            FOLDER.resolve("cold").toString()),
        Map.of(),
        FOLDER.resolve("cold.log"),
        TIMEOUT_SECONDS);
  }
}
