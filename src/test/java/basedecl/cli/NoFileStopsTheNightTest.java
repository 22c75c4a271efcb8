package basedecl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.cli.check.CheckCommand;
import basedecl.ledger.database.LedgerDatabase;
import basedecl.testing.MariaDbServer;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whatever comes in, and whatever its answer would be called, the night ends with 0. */
@Tag("database")
@Tag("run")
class NoFileStopsTheNightTest {

  @RegisterExtension static final MariaDbServer MARIADB = new MariaDbServer();

  private static final String HEADER = "单位编号,单位名称,姓名,证件号码,月均工资";
  private static final String REFUSED_NAME = "拒存";

  @TempDir Path folder = Path.of("");

  private String database(String vendor) {
    return vendor.equals("h2")
        ? "jdbc:h2:file:" + folder.resolve("ledger").toAbsolutePath()
        : MARIADB.anotherDatabase();
  }

  private Workplace.Ended night(Workplace place, String database) {
    return place.night("database=" + database, "roster=", "settle-seconds=1", "year=2024");
  }

  private static Path put(Path inbox, String name, List<String> lines) throws IOException {
    Path file = inbox.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, lines);
    return Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2024-01-25T09:00:00Z")));
  }

  private static List<String> declared(String employer, int people, String lastName) {
    List<String> lines = new ArrayList<>(List.of(HEADER));
    for (int i = 1; i <= people; i++) {
      String name = i == people ? lastName : "张某";
      lines.add(employer + ",某厂," + name + "," + People.idNumber(i) + ",6000.00");
    }
    return lines;
  }

  private static Map<String, String> byFile(Workplace place, String column) throws IOException {
    return place.receipts().stream()
        .collect(Collectors.toMap(line -> line.get("file"), line -> line.get(column), (a, b) -> a));
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "mariadb"})
  void whatTheLedgerWillNotHoldIsRefusedAloneAndTheOthersAreStored(String vendor)
      throws IOException {
    Workplace place = new Workplace(folder);
    String database = database(vendor);
    Files.createDirectories(place.inbox());
    assertThat(night(place, database).status()).isZero();
    try (HikariDataSource ledger = LedgerDatabase.open(database, 1, Map.of())) {
      new JdbcTemplate(ledger)
          .execute(
              "ALTER TABLE declared_person ADD CONSTRAINT none_such CHECK (person_name <> '"
                  + REFUSED_NAME
                  + "')");
    }
    put(place.inbox(), "a.csv", declared("E1", 3, "李某"));
    put(place.inbox(), "b.csv", declared("E2", 3, REFUSED_NAME));
    put(place.inbox(), "c.csv", declared("E3", 4, "李某"));
    put(place.inbox(), "large.csv", declared("E4", 9_000, REFUSED_NAME));

    Workplace.Ended ended = night(place, database);

    assertThat(ended.status()).as(ended.said()).isZero();
    assertThat(ended.said()).contains("未能存入台账");
    assertThat(byFile(place, "verdict"))
        .containsEntry("a.csv", "ACCEPTED")
        .containsEntry("b.csv", "REJECTED")
        .containsEntry("c.csv", "ACCEPTED")
        .containsEntry("large.csv", "REJECTED");
    assertThat(byFile(place, "codes"))
        .containsEntry("b.csv", "FILE_DAMAGED")
        .containsEntry("large.csv", "FILE_DAMAGED");
    assertThat(byFile(place, "rows_rejected")).containsEntry("large.csv", "9000");
    try (HikariDataSource ledger = LedgerDatabase.open(database, 1, Map.of())) {
      assertThat(
              new JdbcTemplate(ledger)
                  .queryForObject("SELECT COUNT(*) FROM declared_person", Long.class))
          .isEqualTo(7);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "mariadb"})
  void noNameStopsTheNight(String vendor) throws IOException {
    Workplace place = new Workplace(folder);
    List<String> bad = List.of(HEADER, "E1,某厂,张某,123,0");
    put(place.inbox(), "x", bad);
    put(place.inbox(), "x.xlsx/y.csv", bad);
    put(place.inbox(), "报".repeat(83) + ".csv", bad);
    put(place.inbox(), "n".repeat(251) + ".csv", bad);
    put(place.inbox(), ("d".repeat(200) + "/").repeat(15) + "deep.csv", bad);
    put(place.inbox(), "line\nbreak\u0007\uD83D\uDE00.csv", bad);
    put(place.inbox(), "sheet.csv", List.of(HEADER + ",备注", "E1,某厂,张某,123,0," + "注".repeat(501)));
    Files.createSymbolicLink(place.inbox().resolve("link.csv"), Path.of("/dev/zero"));
    Files.createDirectories(place.inbox().resolve("folder.xlsx"));

    Workplace.Ended ended = night(place, database(vendor));

    assertThat(ended.status()).as(ended.said()).isZero();
    assertThat(ended.said()).contains("link.csv").contains("receipts/");
    assertThat(byFile(place, "verdict")).hasSize(7).containsValue("REJECTED");
    try (Stream<Path> answers = Files.walk(place.output().resolve("receipts"))) {
      assertThat(answers.filter(Files::isRegularFile)).hasSize(7);
    }
    try (Stream<Path> left = Files.list(folder.resolve("work").resolve("claimed"))) {
      assertThat(left).isEmpty();
    }
    // The next night's file takes the name that was a folder, and the other way round.
    Files.delete(place.inbox().resolve("x.xlsx"));
    put(place.inbox(), "x.xlsx", List.of(HEADER, "E1,某厂,李某,123,0"));
    put(place.inbox(), "x/z.csv", List.of(HEADER, "E1,某厂,王某,123,0"));
    assertThat(night(place, database("h2")).status()).isZero();
    assertThat(place.output().resolve("receipts").resolve("x.xlsx")).isRegularFile();
  }

  @Test
  void aFileWithEveryCellWrongIsCheckedAndRefusedInLittleMemory()
      throws IOException, InterruptedException {
    Workplace place = new Workplace(folder);
    List<String> lines = new ArrayList<>(List.of(HEADER));
    for (int i = 0; i < 300_000; i++) {
      lines.add("E" + i % 3 + ",某厂,12,abc" + i + ",x");
    }
    Path file = put(place.inbox(), "wrong.csv", lines);

    OwnProcess.Ended checked =
        OwnProcess.run(
            folder,
            "128m",
            Map.of(),
            List.of("check", file.toString(), "--output", folder.resolve("answers").toString()));

    assertThat(checked.said()).contains("未列出").doesNotContain("OutOfMemory");
    assertThat(checked.status()).isEqualTo(CheckCommand.FOUND_ERRORS);
    assertThat(folder.resolve("answers").resolve("wrong.csv.xlsx")).isRegularFile();

    OwnProcess.Ended night =
        OwnProcess.run(
            folder,
            "160m",
            Map.of(),
            Stream.of(
                    "inbox=" + place.inbox(),
                    "work=" + folder.resolve("work"),
                    "output=" + place.output(),
                    "database=" + database("h2"),
                    "roster=")
                .flatMap(setting -> Stream.of("--set", setting))
                .collect(
                    Collectors.collectingAndThen(
                        Collectors.toList(),
                        set ->
                            Stream.concat(Stream.of("run", "jobs/declaration.yaml"), set.stream())
                                .toList())));

    assertThat(night.status()).as(night.said()).isZero();
    assertThat(place.receipts()).hasSize(3);
    assertThat(place.receipts().get(0).get("rows_read")).isEqualTo("100000");
    assertThat(place.receipts()).allSatisfy(line -> assertThat(line.get("codes")).contains("ID_"));
  }

  /** Numbers of resident identity cards of people born in 1990. */
  private static final class People {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    static String idNumber(int i) {
      int month = 1 + i / 1_000 % 12;
      int day = 1 + i / 12_000;
      String first = String.format("370700%d%02d%02d%03d", 1990, month, day, i % 1_000);
      int sum = 0;
      for (int k = 0; k < WEIGHTS.length; k++) {
        sum += (first.getBytes(StandardCharsets.US_ASCII)[k] - '0') * WEIGHTS[k];
      }
      return first + "10X98765432".charAt(sum % 11);
    }
  }
}
