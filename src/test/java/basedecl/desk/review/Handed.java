package basedecl.desk.review;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import basedecl.desk.DeskUnderTest;
import basedecl.desk.material.MaterialsShelf;
import basedecl.job.desk.JobRequest;
import basedecl.job.desk.RunDesk;
import basedecl.job.material.ScanKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Employers that have declared and handed in their scans, by the desk's own runs. */
final class Handed {

  private static final Path SCANS = Path.of("samples", "materials", "0370700001");
  private static final Duration LONGEST = Duration.ofMinutes(3);

  private final RunDesk runs;
  private final DeskUnderTest desk;
  private final Path folder;
  private int serial;

  Handed(DeskUnderTest desk, Path folder) {
    this.runs = desk.runs();
    this.desk = desk;
    this.folder = folder;
  }

  /** A declaration of one person for each of the employers, whose wage is another each time. */
  void declare(String... employers) throws Exception {
    Path inbox = Files.createDirectories(folder.resolve("inbox-" + ++serial));
    String lines =
        Stream.of(employers)
            .map(employer -> employer + ",王芳,370702199001010012,5" + (100 + serial))
            .collect(Collectors.joining("\n", "单位编号,姓名,证件号码,月均工资\n", "\n"));
    Files.writeString(inbox.resolve("declaration.csv"), lines, UTF_8);
    run(
        "declaration",
        Map.of("inbox", inbox.toString(), "settle-seconds", "1", "workbooks", "none"));
  }

  /** Scans on the desk's shelf, and the run that takes them. */
  void scans(String... employers) throws Exception {
    Path all = Files.createDirectories(folder.resolve("materials-" + ++serial));
    MaterialsShelf shelf = new MaterialsShelf(desk.work().resolve("materials"), 1 << 20);
    for (String employer : employers) {
      long declaration = declaration(employer);
      for (Map.Entry<ScanKind, Path> scan :
          Map.of(
                  ScanKind.SUMMARY, ScanPicture.of(folder, employer),
                  ScanKind.DETAIL, SCANS.resolve("detail.jpg"))
              .entrySet()) {
        assertThat(shelf.keep(declaration, employer, scan.getKey(), scan.getValue(), "扫描件"))
            .isEmpty();
      }
      copy(shelf.folder(declaration).resolve(employer), all.resolve(employer));
    }
    run(
        "review",
        Map.of("materials", all.toString(), "desk-decisions", "false", "workbooks", "none"));
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  /** The newest version's number in the ledger. */
  long declaration(String employer) {
    List<Long> ids =
        desk.template()
            .queryForList(
                "SELECT declaration_id FROM declaration WHERE employer_code = ? AND standing IN"
                    + " ('CURRENT', 'PENDING') ORDER BY declaration_id DESC",
                Long.class,
                employer);
    return ids.get(0);
  }

  String state(String employer) {
    return desk.template()
        .queryForList(
            "SELECT state FROM declaration WHERE declaration_id = ?",
            String.class,
            declaration(employer))
        .get(0);
  }

  void run(String job, Map<String, String> settings) throws Exception {
    RunDesk.Asked asked = runs.start(new JobRequest(job, settings));
    long end = System.nanoTime() + LONGEST.toNanos();
    while (runs.ended(asked.number()).isEmpty()) {
      assertThat(System.nanoTime() - end).as("a run comes to its end in time").isNegative();
      Thread.sleep(20);
    }
    assertThat(runs.ended(asked.number()).orElseThrow().outcome().isDone()).isTrue();
  }
}
