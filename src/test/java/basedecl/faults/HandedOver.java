package basedecl.faults;

import basedecl.declaration.procedure.Decision;
import basedecl.ledger.database.LedgerDatabase;
import basedecl.ledger.review.DecisionLedger;
import basedecl.testing.LimitsOfJuly;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a year's jobs are handed: the samples, and beside them what a job could take for something
 * else when it comes upon it a second time.
 */
final class HandedOver {

  private static final Path SAMPLES = Path.of("samples");

  private HandedOver() {}

  /** Puts everything down on a ground, the inboxes' files all of one time. */
  static void to(Ground ground) throws IOException {
    Path folder = ground.folder();
    for (String part : new String[] {"plain", "limits", "corrections", "refused-rows", "several"}) {
      Path place = SAMPLES.resolve("inbox").resolve(part);
      for (Path file : files(place)) {
        ground.putSample(part + "/" + place.relativize(file));
      }
    }
    for (Path file : files(SAMPLES.resolve("retirees").resolve("first"))) {
      Ground.arrive(
          folder.resolve("inbox-retirees").resolve(file.getFileName()), Files.readAllBytes(file));
    }
    materials(folder.resolve("materials"));
    // A line that comes too late: the one before it decided, a confirmation followed.
    write(
        folder.resolve("decisions.csv"),
        Files.readString(SAMPLES.resolve("review").resolve("decisions.csv"))
            + "0370700001,潍坊白浪澄机械制造有限公司,退回,又及\n");
    policies(folder.resolve("policies"));
    elections(folder.resolve("elections"));
    // A refund that came before the payment it would take from.
    write(
        folder.resolve("special-payments.csv"),
        Files.readString(SAMPLES.resolve("special").resolve("payments-2022.csv"))
            + "370700198503160021,养老,2022-12-07,-300.00,WF2022120700009\n");
  }

  /**
   * What reviewers decided before a night: one as the file says it, one otherwise, one too late.
   */
  static void inTheDesk(Ground ground) {
    try (HikariDataSource source =
        LedgerDatabase.open(ground.database(), 1, ground.environment())) {
      JdbcTemplate template = new JdbcTemplate(source);
      DecisionLedger decisions = new DecisionLedger(template);
      Map.of(
              "0370700003", Decision.APPROVE,
              "0370700046", Decision.RETURN,
              "0370700004", Decision.REOPEN)
          .entrySet()
          .stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(
              decided ->
                  template
                      .queryForList(
                          "SELECT declaration_id FROM declaration WHERE employer_code = ? AND"
                              + " population = 'EMPLOYEES' AND standing = 'CURRENT'",
                          Long.class,
                          decided.getKey())
                      .forEach(
                          id ->
                              decisions.add(
                                  new DecisionLedger.Taken(
                                      id,
                                      decided.getValue(),
                                      "缺少单位盖章",
                                      1,
                                      "shen",
                                      Instant.parse("2024-01-29T01:02:03.456Z")))));
    }
  }

  /** Complete materials with a scan too many that is none. */
  private static void materials(Path folder) throws IOException {
    Path samples = SAMPLES.resolve("materials");
    for (Path file : files(samples)) {
      Ground.arrive(folder.resolve(samples.relativize(file)), Files.readAllBytes(file));
    }
    write(folder.resolve("0370700001").resolve("summary-again.pdf"), "no scan");
  }

  /** The shipped policy with new limits from July on. */
  private static void policies(Path folder) throws IOException {
    write(folder.resolve(LimitsOfJuly.FILE), LimitsOfJuly.policy());
  }

  /** The sample, and a file that turns out to be damaged when its first line has been read. */
  private static void elections(Path folder) throws IOException {
    String sample = Files.readString(SAMPLES.resolve("flexible").resolve("weifang-2022.csv"));
    write(folder.resolve("a.csv"), sample);
    String header = sample.lines().findFirst().orElseThrow();
    write(
        folder.resolve("b-damaged.csv"),
        header + "\n丁一,37070019860701001X,养老,选择,4000,按月,2022-01,否\n\"甲,,,,,,,\n");
  }

  private static void write(Path file, String text) throws IOException {
    Ground.arrive(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private static java.util.List<Path> files(Path folder) throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      return found.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
