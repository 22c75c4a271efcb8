package basedecl.faults;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.ledger.database.LedgerDatabase;
import basedecl.testing.MariaDbServer;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** The way from H2 to MariaDB as {@code src/docs/operations.md} describes it, table by table. */
@Tag("database")
@Tag("run")
class MoveToMariaDbTest {

  @RegisterExtension static final MariaDbServer MARIADB = new MariaDbServer();

  private static final List<String> TABLES =
      List.of(
          "ledger_run",
          "employer",
          "intake_file",
          "declaration",
          "declared_person",
          "finding",
          "declaration_event",
          "run_artifact",
          "base_change",
          "limit_change",
          "run_limits",
          "payment",
          "monthly_due",
          "line_finding",
          "declaration_material",
          "review_line",
          "handed_file",
          "handed_finding",
          "election",
          "top_up_bill",
          "top_up_month",
          "top_up_credit",
          "retirement",
          "special_charge",
          "special_payment",
          "certificate",
          "audit_run",
          "audit_signal");

  /** Between them they write into every table. */
  private static final List<String> JOBS =
      List.of(
          "declaration",
          "review",
          "late-fee",
          "limit-change",
          "audit",
          "flexible-election",
          "top-up",
          "special-payment");

  @Test
  void aLedgerMovedByItsRowsIsTheSame(@TempDir Path folder) throws Exception {
    Ground from = Ground.onH2(folder.resolve("from"));
    HandedOver.to(from);
    for (String job : JOBS) {
      assertThat(from.run(Errand.of(job, from)).status()).as(job).isZero();
    }
    Ground to =
        Ground.on(
            folder.resolve("to"),
            MARIADB.anotherDatabase() + "&allowLocalInfile=true",
            Map.of("BASEDECL_DB_USER", "root"));
    try (HikariDataSource old = LedgerDatabase.open(from.database(), 2, Map.of());
        HikariDataSource anew = LedgerDatabase.open(to.database(), 2, to.environment())) {
      LedgerDatabase.migrate(anew, to.database());
      for (String table : TABLES) {
        move(table, new JdbcTemplate(old), new JdbcTemplate(anew), folder.resolve(table + ".csv"));
      }
    }
    // Without its files, only the ledger can be compared; it is asked for the outputs' digests as
    // they are.
    Files.move(from.output(), folder.resolve("output-elsewhere"));
    Files.move(from.work(), folder.resolve("work-elsewhere"));
    assertThat(Undisturbed.of(to).differences(Undisturbed.of(from))).isEmpty();
  }

  private static void move(String table, JdbcTemplate old, JdbcTemplate anew, Path csv)
      throws Exception {
    old.execute(
        "CALL CSVWRITE('"
            + csv
            + "', 'SELECT * FROM "
            + table
            + "', 'charset=UTF-8 null=\\\\N escape=\\\\ lineSeparator=' || CHAR(10))");
    String columns = Files.readAllLines(csv).get(0).replace("\"", "");
    anew.execute(
        "LOAD DATA LOCAL INFILE '"
            + csv
            + "' INTO TABLE "
            + table
            + " CHARACTER SET utf8mb4 FIELDS TERMINATED BY ',' OPTIONALLY ENCLOSED BY '\"' ESCAPED BY"
            + " '\\\\' LINES TERMINATED BY '\\n' IGNORE 1 LINES ("
            + columns
            + ")");
  }
}
