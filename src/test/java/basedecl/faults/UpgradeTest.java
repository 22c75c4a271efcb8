package basedecl.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import basedecl.ledger.database.LedgerDatabase;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.ledger.year.YearLedger;
import basedecl.money.Money;
import basedecl.policy.Population;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** A ledger made by an older program, kept as a file, serves the program of today. */
@Tag("run")
class UpgradeTest {

  /** Migrations 1 to 3, one night of two employers' files. */
  private static final Path MADE_BY_V3 =
      Path.of("src", "test", "resources", "ledgers", "migration-3.mv.db");

  private static final String POLICY = "weifang-employee-medical";

  private static final List<Tuple> FIGURES =
      List.of(
          tuple("0370700006", 1, 11L, Money.of("108993.29")),
          tuple("0370700040", 1, 5L, Money.of("22968.00")));

  @TempDir Path folder = Path.of("");

  /** One of the files that the stored ledger took, as it was then. */
  private static final Path FILE_IN_IT = MADE_BY_V3.resolveSibling("1-first.xlsx");

  private Ground stored() throws IOException {
    Ground ground = Ground.onH2(folder);
    Files.createDirectories(folder.resolve("ledger"));
    Files.copy(MADE_BY_V3, folder.resolve("ledger").resolve("ledger.mv.db"));
    return ground;
  }

  private static List<DeclarationRecord> declarations(Ground ground) {
    try (HikariDataSource ledger = LedgerDatabase.open(ground.database(), 2, Map.of())) {
      LedgerDatabase.migrate(ledger, ground.database());
      return new YearLedger(new JdbcTemplate(ledger)).current(POLICY, 2024, Population.EMPLOYEES);
    }
  }

  @Test
  void aLedgerOfTheThirdMigrationKeepsItsFigures() throws Exception {
    assertThat(declarations(stored()))
        .extracting(
            DeclarationRecord::employerCode,
            DeclarationRecord::version,
            DeclarationRecord::persons,
            DeclarationRecord::baseTotal)
        .containsExactlyElementsOf(FIGURES);
  }

  @Test
  void aNightOnAStoredLedgerAddsToItAndKnowsItsFilesAgain() throws Exception {
    Ground ground = stored();
    ground.put("corrections/1-first.xlsx", Files.readAllBytes(FILE_IN_IT));
    ground.putSample("corrections/1-later-corrected.xlsx");
    Ground.Ending ending = ground.run();
    assertThat(ending.status()).as(ending.said()).isZero();
    assertThat(ending.said()).contains("duplicate 1").contains("accepted 1");
    assertThat(declarations(ground)).hasSize(FIGURES.size());
  }

  /** Makes the stored ledger; only ever for a new migration, under a new name. */
  @Test
  @EnabledIfSystemProperty(named = "basedecl.ledger.write", matches = "true")
  void writeTheStoredLedger() throws Exception {
    Ground ground = Ground.onH2(folder);
    ground.putSample("corrections/1-first.xlsx");
    ground.putSample("plain/employees-gbk.csv");
    assertThat(ground.run().status()).isZero();
    Files.createDirectories(MADE_BY_V3.getParent());
    Files.copy(folder.resolve("ledger").resolve("ledger.mv.db"), MADE_BY_V3);
    assertThat(declarations(ground)).hasSize(FIGURES.size());
  }
}
