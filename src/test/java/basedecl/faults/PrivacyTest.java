package basedecl.faults;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.ledger.database.LedgerDatabase;
import basedecl.ledger.database.LedgerKeys;
import basedecl.testing.MariaDbServer;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A whole night at DEBUG with people whose names, numbers and wages occur nowhere else: neither the
 * log nor what the program says, neither Spring Batch's tables nor the temporary folder hold one.
 */
@Tag("database")
@Tag("run")
class PrivacyTest {

  @RegisterExtension static final MariaDbServer MARIADB = new MariaDbServer();

  /** A whole declaration, and one in which each cell is wrong in its own way. */
  private static final String GOOD =
      """
      单位编号,姓名,证件号码,月均工资,备注
      0370700046,金丝雀甲,370799198807070019,54321.98,金丝雀备注
      0370700046,金丝雀乙,370799198807070035,54322.98,
      """;

  private static final String BAD =
      """
      单位编号,姓名,证件号码,月均工资
      0370700047,金丝雀丙,370799198807070011,54323.98
      0370700047,金丝雀丁,37079919880707,54324.98
      0370700047,金丝雀戊,370799198813320010,-54325.98
      0370700047,金丝雀己,370799198807070035,金丝雀工资54326.98
      0370700047,,370799198807070019,54327.987
      """;

  private static final List<String> CANARIES = List.of("金丝雀", "3707991988", "543\\d\\d\\.98");

  @TempDir static Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(strings = {"H2", "MariaDB"})
  void aNightAtDebugTellsNobodysNameNumberOrWage(String database) throws Exception {
    Ground ground = ground("whole", database);
    Process process = ground.begin("whole", List.of());
    assertThat(ground.end("whole", process)).as(ground.said("whole")).isZero();
    assertThat(Files.readString(ground.work().resolve("log").resolve("base-declaration.log")))
        .contains("DEBUG");
    assertNothingTold(ground, "whole");
  }

  @ParameterizedTest
  @ValueSource(strings = {"H2", "MariaDB"})
  void aNightThatCannotStoreAPersonsRowDoesNotQuoteIt(String database) throws Exception {
    Ground ground = ground("failing", database);
    LedgerDatabase.createFolder(ground.database());
    try (HikariDataSource ledger =
        LedgerDatabase.open(ground.database(), 2, ground.environment())) {
      LedgerDatabase.migrate(ledger, ground.database());
      // The place of the first person is taken, so that storing that person fails.
      new JdbcTemplate(ledger)
          .update(
              "INSERT INTO declared_person VALUES (?, 'x', 'x', 'x', 1, 1, 'D', NULL, NULL, '', '',"
                  + " 1)",
              LedgerKeys.lineKey(LedgerKeys.declarationId(2, 0), 1));
    }
    Process process = ground.begin("failing", List.of());
    assertThat(ground.end("failing", process)).as(ground.said("failing")).isZero();
    assertThat(ground.said("failing")).contains("could not be stored and was refused by itself");
    assertNothingTold(ground, "failing");
  }

  @Test
  void foldersAndFilesAreTheOwnersOnly() throws Exception {
    Ground ground = ground("modes", "H2");
    assertThat(ground.begin("modes", List.of()).waitFor()).as(ground.said("modes")).isZero();
    List<Path> open = new ArrayList<>();
    for (Path place : List.of(ground.work(), ground.output(), ground.folder().resolve("ledger"))) {
      try (Stream<Path> found = Files.walk(place)) {
        // What came from the inbox keeps the mode its sender gave it, behind closed folders.
        found
            .filter(
                path ->
                    !path.startsWith(ground.work().resolve("archive")) || Files.isDirectory(path))
            .filter(PrivacyTest::isOpenToOthers)
            .forEach(open::add);
      }
    }
    assertThat(open).isEmpty();
  }

  private static boolean isOpenToOthers(Path path) {
    try {
      return Files.getPosixFilePermissions(path).stream()
          .anyMatch(
              permission ->
                  Set.of(
                          PosixFilePermission.GROUP_READ,
                          PosixFilePermission.GROUP_WRITE,
                          PosixFilePermission.OTHERS_READ,
                          PosixFilePermission.OTHERS_WRITE)
                      .contains(permission));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Ground ground(String name, String database) throws IOException {
    Path place = folder.resolve(name + "-" + database);
    Map<String, String> environment = new HashMap<>(Map.of("BASEDECL_DEBUG", "1"));
    Ground ground;
    if (database.equals("H2")) {
      ground =
          Ground.on(
              place, "jdbc:h2:file:" + place.resolve("ledger").resolve("ledger"), environment);
    } else {
      environment.put("BASEDECL_DB_USER", "root");
      ground = Ground.on(place, MARIADB.anotherDatabase(), environment);
    }
    ground.put("bad.csv", BAD.getBytes(StandardCharsets.UTF_8));
    ground.put("good.csv", GOOD.getBytes(StandardCharsets.UTF_8));
    return ground;
  }

  private static void assertNothingTold(Ground ground, String process) throws Exception {
    assertSilent("what was said", ground.said(process));
    List<Path> places = List.of(ground.work().resolve("log"), ground.folder().resolve("tmp"));
    for (Path place : places) {
      try (Stream<Path> found = Files.walk(place)) {
        for (Path file : found.filter(Files::isRegularFile).toList()) {
          assertSilent(file.toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
          assertSilent(
              file.toString(), new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        }
      }
    }
    Path trace = ground.folder().resolve("ledger").resolve("ledger.trace.db");
    if (Files.exists(trace)) {
      assertSilent("H2's trace", Files.readString(trace));
    }
    try (HikariDataSource ledger =
        LedgerDatabase.open(ground.database(), 2, ground.environment())) {
      JdbcTemplate jdbc = new JdbcTemplate(ledger);
      for (String table :
          List.of(
              "BATCH_JOB_EXECUTION",
              "BATCH_JOB_EXECUTION_PARAMS",
              "BATCH_JOB_EXECUTION_CONTEXT",
              "BATCH_STEP_EXECUTION",
              "BATCH_STEP_EXECUTION_CONTEXT")) {
        List<Map<String, Object>> rows = jdbc.queryForList("SELECT * FROM " + table);
        assertThat(rows).as(table).isNotEmpty();
        assertSilent(table, rows.toString());
      }
    }
  }

  private static void assertSilent(String where, String text) {
    for (String canary : CANARIES) {
      assertThat(
              text.lines()
                  .filter(line -> line.matches(".*(?:" + canary + ").*"))
                  .map(line -> line.substring(0, Math.min(400, line.length())))
                  .limit(3))
          .as("%s in %s", canary.toUpperCase(Locale.ROOT), where)
          .isEmpty();
    }
  }
}
