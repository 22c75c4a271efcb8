package basedecl.ledger.draft;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.ledger.database.LedgerDatabase;
import basedecl.person.DocumentKind;
import basedecl.policy.Population;
import basedecl.testing.MariaDbServer;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Drafts in the ledger, on both kinds of database. */
@Tag("database")
class DraftLedgerTest {

  @RegisterExtension static final MariaDbServer MARIADB = new MariaDbServer();

  private static final Instant NOW = Instant.parse("2024-01-24T01:02:03.456Z");
  private static final Draft.Key KEY =
      new Draft.Key("weifang-employee-medical", 2024, Population.EMPLOYEES, "0370700001");
  private static final DraftRow AS_TYPED =
      new DraftRow(
          " =1+1 ", DocumentKind.PASSPORT, "e１２３ x", "五千元 ", " 2024年3月", "=x", "\"'<𠮷>\\N");

  @ParameterizedTest
  @ValueSource(strings = {"h2", "mariadb"})
  void draftsComeBackAsTheyWereTypedAndNobodyOverwritesUnseen(String kind, @TempDir Path folder)
      throws Exception {
    String url =
        kind.equals("h2") ? "jdbc:h2:file:" + folder.resolve("ledger") : MARIADB.anotherDatabase();
    Map<String, String> environment =
        kind.equals("h2") ? Map.of() : Map.of("BASEDECL_DB_USER", "root");
    try (HikariDataSource database = LedgerDatabase.open(url, 10, environment)) {
      LedgerDatabase.migrate(database, url);
      JdbcTemplate template = LedgerDatabase.template(database);
      Desk desk =
          new Desk(
              new DraftLedger(template),
              new TransactionTemplate(new JdbcTransactionManager(database)));
      rowsStayAsTheyWereTyped(desk);
      aRevisionIsOverwrittenByWhoeverSawItOnly(desk);
      aCheckHoldsForItsRevision(desk);
      everyEmployerYearAndPopulationHasItsOwn(desk);
      ofManyAtOnceOneSaves(desk);
      earlierYearsAreForgotten(desk, template);
    }
  }

  private record Desk(DraftLedger drafts, TransactionTemplate transaction) {

    boolean save(Draft.Key key, int seen, List<DraftRow> rows) {
      return Boolean.TRUE.equals(
          transaction.execute(status -> drafts.save(key, seen, 7, NOW, rows)));
    }
  }

  private static void rowsStayAsTheyWereTyped(Desk desk) {
    assertThat(desk.drafts().find(KEY)).isEmpty();
    assertThat(desk.save(KEY, Draft.NONE, List.of(AS_TYPED, DraftRow.BLANK))).isTrue();
    Draft draft = desk.drafts().find(KEY).orElseThrow();
    assertThat(draft)
        .isEqualTo(new Draft(KEY, 1, 7, NOW, Optional.empty(), List.of(AS_TYPED, DraftRow.BLANK)));
    assertThat(draft.filled()).containsExactly(AS_TYPED);
    assertThat(draft.toString()).doesNotContain(AS_TYPED.idNumber(), "1+1");
  }

  private static void earlierYearsAreForgotten(Desk desk, JdbcTemplate template) {
    desk.transaction().executeWithoutResult(status -> desk.drafts().forgetBefore(KEY.year()));
    assertThat(desk.drafts().find(KEY)).isPresent();
    desk.transaction().executeWithoutResult(status -> desk.drafts().forgetBefore(9999));
    assertThat(desk.drafts().find(KEY)).isEmpty();
    for (String table : List.of("desk_draft", "desk_draft_row")) {
      assertThat(template.queryForObject("SELECT COUNT(*) FROM " + table, Long.class))
          .as(table)
          .isZero();
    }
  }

  private static void aRevisionIsOverwrittenByWhoeverSawItOnly(Desk desk) {
    assertThat(desk.save(KEY, Draft.NONE, List.of())).as("begun a second time").isFalse();
    assertThat(desk.save(KEY, 1, Collections.nCopies(200, AS_TYPED))).isTrue();
    assertThat(desk.save(KEY, 1, List.of())).as("from a window of before").isFalse();
    assertThat(desk.drafts().find(KEY).orElseThrow().rows()).hasSize(200);
    assertThat(desk.save(KEY, 2, List.of(AS_TYPED))).isTrue();
    assertThat(desk.drafts().find(KEY).orElseThrow().rows()).containsExactly(AS_TYPED);
  }

  private static void aCheckHoldsForItsRevision(Desk desk) {
    String upload = "0".repeat(32);
    desk.drafts().checked(KEY, 2, upload);
    assertThat(desk.drafts().find(KEY).orElseThrow().checked()).isEmpty();
    desk.drafts().checked(KEY, 3, upload);
    assertThat(desk.drafts().find(KEY).orElseThrow().checked()).contains(upload);
    desk.save(KEY, 3, List.of(AS_TYPED));
    assertThat(desk.drafts().find(KEY).orElseThrow().checked()).isEmpty();
  }

  private static void everyEmployerYearAndPopulationHasItsOwn(Desk desk) {
    for (Draft.Key other :
        List.of(
            new Draft.Key(KEY.policy(), 2025, KEY.population(), KEY.employerCode()),
            new Draft.Key(KEY.policy(), KEY.year(), Population.RETIREES, KEY.employerCode()),
            new Draft.Key(KEY.policy(), KEY.year(), KEY.population(), "0370700002"))) {
      assertThat(desk.drafts().find(other)).isEmpty();
      assertThat(desk.save(other, Draft.NONE, List.of())).isTrue();
    }
    assertThat(desk.drafts().find(KEY).orElseThrow().rows()).containsExactly(AS_TYPED);
  }

  private static void ofManyAtOnceOneSaves(Desk desk) throws Exception {
    int seen = desk.drafts().find(KEY).orElseThrow().revision();
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try {
      List<Future<Boolean>> attempts = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        List<DraftRow> rows = Collections.nCopies(i + 1, AS_TYPED);
        attempts.add(pool.submit(() -> desk.save(KEY, seen, rows)));
      }
      List<Integer> saved = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        if (attempts.get(i).get()) {
          saved.add(i + 1);
        }
      }
      assertThat(saved).hasSize(1);
      assertThat(desk.drafts().find(KEY).orElseThrow().rows()).hasSize(saved.get(0));
    } finally {
      pool.shutdownNow();
    }
  }
}
