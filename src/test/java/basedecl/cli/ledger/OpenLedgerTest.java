package basedecl.cli.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basedecl.ledger.database.LedgerDatabase;
import basedecl.message.Language;
import basedecl.message.RefusedException;
import com.zaxxer.hikari.HikariDataSource;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What commands open: the ledger that is there, and none of its data in what fails. */
@NullUnmarked
class OpenLedgerTest {

  private static final String NUMBER = "370702199001010013";
  private static final String LINE =
      "INSERT INTO declared_person (line_key, person_name, document_kind, id_number, declared_wage,"
          + " base, adjustment, remarks, sheet, row_no) VALUES (?, '王小明', 'RESIDENT_ID', ?, 5000,"
          + " 5000, 'D', '', '表', 2)";

  @TempDir Path folder;

  private String url;

  @BeforeEach
  void aLedgerWithSomebody() {
    url = "jdbc:h2:file:" + folder.resolve("ledger");
    try (HikariDataSource database = LedgerDatabase.openMigrated(url, 2, Map.of())) {
      LedgerDatabase.template(database).update(LINE, 1L, NUMBER);
    }
  }

  @Test
  void aStatementThatFailsTellsNobodysNumber() {
    try (OpenLedger ledger = OpenLedger.at(url, Map.of())) {
      assertTellsNobody(ledger.template(), ledger.client());
    }
    try (OpenLedger ledger = OpenLedger.toRead(url, Map.of())) {
      assertTellsNobody(ledger.template(), ledger.client());
    }
    try (LedgerSession session = LedgerSession.open("payments", Map.of("database", url))) {
      assertTellsNobody(session.jdbc(), JdbcClient.create(session.jdbc()));
    }
  }

  @Test
  void withoutTheTranslatorTheDatabaseWouldTellIt() {
    try (HikariDataSource database = LedgerDatabase.open(url, 2, Map.of())) {
      assertThatThrownBy(() -> new JdbcTemplate(database).update(LINE, 1L, NUMBER))
          .satisfies(failure -> assertThat(told(failure)).contains(NUMBER));
    }
  }

  private static void assertTellsNobody(JdbcTemplate template, JdbcClient client) {
    assertThatThrownBy(() -> template.update(LINE, 1L, NUMBER))
        .satisfies(failure -> assertThat(told(failure)).doesNotContain(NUMBER));
    assertThatThrownBy(() -> client.sql(LINE).param(1L).param(NUMBER).update())
        .satisfies(failure -> assertThat(told(failure)).doesNotContain(NUMBER));
  }

  private static String told(Throwable failure) {
    StringWriter written = new StringWriter();
    failure.printStackTrace(new PrintWriter(written));
    return written.toString();
  }

  @Test
  void aLedgerThatIsNotThereIsRefusedAndNeverMade() {
    String other = "jdbc:h2:file:" + folder.resolve("other");
    assertThatThrownBy(() -> OpenLedger.at(other, Map.of()))
        .isInstanceOf(RefusedException.class)
        .extracting(failure -> ((RefusedException) failure).text().in(Language.EN))
        .asString()
        .startsWith("There is no ledger at " + other);
    assertThatThrownBy(() -> LedgerSession.open("payments", Map.of("database", other)))
        .isInstanceOf(RefusedException.class)
        .extracting(failure -> ((RefusedException) failure).text().in(Language.EN))
        .asString()
        .startsWith("There is no ledger " + other);
    assertThat(folder.resolve("other.mv.db")).matches(Files::notExists);
  }
}
