package basedecl.ledger.latefee;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.assessment.Dues;
import basedecl.assessment.LimitsApplied;
import basedecl.assessment.MonthSum;
import basedecl.assessment.collection.EmployerMonth;
import basedecl.assessment.latefee.EmployerDue;
import basedecl.finding.FileFinding;
import basedecl.finding.Finding;
import basedecl.finding.FindingCode;
import basedecl.finding.Reason;
import basedecl.finding.SourceCell;
import basedecl.ledger.database.LedgerDatabase;
import basedecl.ledger.intake.LineFindingLedger;
import basedecl.ledger.year.DueLedger;
import basedecl.ledger.year.DueRecord;
import basedecl.ledger.year.LookupLedger;
import basedecl.ledger.year.MonthsLedger;
import basedecl.ledger.year.YearLedger;
import basedecl.money.Money;
import basedecl.payment.EmployerPayment;
import basedecl.testing.MariaDbServer;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Payments and dues in the ledger, on both kinds of database. */
@Tag("database")
class PaymentLedgerTest {

  @RegisterExtension static final MariaDbServer MARIADB = new MariaDbServer();

  private static final String POLICY = "weifang-employee-medical";
  private static final YearMonth JANUARY = YearMonth.of(2024, 1);

  @ParameterizedTest
  @ValueSource(strings = {"h2", "mariadb"})
  void paymentsDuesFindingsAndLookUpsComeBackAsTheyWent(String kind, @TempDir Path folder) {
    String url = kind.equals("h2") ? "jdbc:h2:file:" + folder.resolve("ledger") : MARIADB.url();
    try (HikariDataSource database = LedgerDatabase.open(url, 2, Map.of())) {
      LedgerDatabase.migrate(database, url);
      JdbcTemplate template = new JdbcTemplate(database);
      payments(new PaymentLedger(template, POLICY));
      dues(new DueLedger(template), template);
      months(new MonthsLedger(template));
      findings(new LineFindingLedger(template));
      lookUps(new LookupLedger(template), new YearLedger(template));
    }
  }

  private static void payments(PaymentLedger ledger) {
    PaymentRecord serial = record("E1", "a.csv", "1", 2, "5.00", Optional.of("S1"));
    PaymentRecord none = record("E1", "a.csv", "1", 3, "7.00", Optional.empty());
    PaymentRecord lowerCase = record("E1", "a.csv", "1", 4, "1.00", Optional.of("s1"));
    assertThat(ledger.take(1, List.of(serial, none, lowerCase)).fresh()).isEqualTo(3);
    assertThat(ledger.take(2, List.of(serial, none, lowerCase)))
        .isEqualTo(new PaymentLedger.Taken(0, 3, List.of()));
    PaymentRecord renamed = record("E1", "b.csv", "1", 3, "7.00", Optional.empty());
    PaymentRecord grown = record("E1", "a.csv", "2", 3, "7.00", Optional.empty());
    PaymentRecord another = record("E1", "c.csv", "3", 3, "7.00", Optional.empty());
    PaymentRecord sameSerial = record("E2", "c.csv", "3", 4, "9.00", Optional.of("S1"));
    PaymentLedger.Taken taken = ledger.take(3, List.of(renamed, grown, another, sameSerial));
    assertThat(taken.fresh()).isEqualTo(1);
    assertThat(taken.again()).isEqualTo(2);
    assertThat(taken.known()).containsExactly(new PaymentLedger.Known(sameSerial, serial));
    assertThat(ledger.ofEmployer("E1", 2024))
        .extracting(each -> each.payment().amount().toString())
        .containsExactly("1.00", "5.00", "7.00", "7.00");
    assertThat(ledger.ofEmployer("E1", 2024)).isEqualTo(ledger.ofYear(2024));
    assertThat(ledger.ofYear(2023)).isEmpty();
    assertThat(ledger.months(2024, LocalDate.of(2024, 1, 20)))
        .containsExactly(new EmployerMonth("E1", JANUARY));
    assertThat(ledger.months(2024, LocalDate.of(2024, 1, 19))).isEmpty();
    assertThat(ledger.months(2023, LocalDate.of(2024, 1, 20))).isEmpty();
    assertThat(ledger.take(4, List.of()).fresh()).isZero();
  }

  private static PaymentRecord record(
      String employer, String file, String sha, int row, String amount, Optional<String> serial) {
    return new PaymentRecord(
        new EmployerPayment(employer, JANUARY, LocalDate.of(2024, 1, 20), Money.of(amount), serial),
        file,
        sha.repeat(64),
        "表",
        row);
  }

  private static void months(MonthsLedger ledger) {
    assertThat(ledger.arrivals(POLICY, 2024)).isEmpty();
    LimitsApplied july =
        new LimitsApplied(YearMonth.of(2024, 7), LocalDate.of(2024, 6, 25), Optional.empty());
    LimitsApplied may =
        new LimitsApplied(YearMonth.of(2024, 5), LocalDate.of(2024, 9, 1), Optional.empty());
    ledger.apply(3, POLICY, 2024, may);
    ledger.apply(3, POLICY, 2024, july);
    ledger.apply(4, POLICY, 2024, may);
    assertThat(ledger.appliedAfter(POLICY, 2024, 2)).containsExactly(july, may);
    assertThat(ledger.appliedAfter(POLICY, 2024, 3)).containsExactly(may);
    assertThat(ledger.appliedAfter(POLICY, 2023, 2)).isEmpty();
  }

  private static void dues(DueLedger ledger, JdbcTemplate template) {
    EmployerDue declared =
        new EmployerDue(
            "E1",
            JANUARY,
            EmployerDue.Method.DECLARED,
            Optional.of(Money.of("424.20")),
            LocalDate.of(2024, 1, 25));
    EmployerDue unknown =
        new EmployerDue(
            "E2", JANUARY, EmployerDue.Method.IMPUTED, Optional.empty(), LocalDate.of(2024, 1, 25));
    List<DueRecord> records =
        List.of(
            new DueRecord(unknown, OptionalLong.empty(), MonthSum.UNKNOWN),
            new DueRecord(
                declared,
                OptionalLong.of(65_536),
                new MonthSum(
                    1,
                    Money.of(4242),
                    new Dues(Optional.of(Money.of("339.36")), Optional.of(Money.of("84.84"))))));
    ledger.replace(POLICY, 2024, 1, records);
    ledger.replace(POLICY, 2024, 2, records);
    assertThat(
            template.queryForList(
                "SELECT CONCAT(employer_code, ' ', declaration_id, ' ', employer_due, ' ',"
                    + " personal_due) FROM monthly_due WHERE declaration_id IS NOT NULL",
                String.class))
        .containsExactly("E1 65536 339.36 84.84");
    assertThat(
            template.queryForList(
                "SELECT employer_code FROM monthly_due WHERE declaration_id IS NULL AND employer_due IS"
                    + " NULL AND personal_due IS NULL",
                String.class))
        .containsExactly("E2");
    assertThat(ledger.ofYear(POLICY, 2024)).containsExactly(declared, unknown);
    assertThat(ledger.ofEmployer(POLICY, 2024, "E2")).containsExactly(unknown);
    ledger.forEachBase(
        List.of(),
        (declaration, wage, base, changes, served) -> {
          throw new AssertionError("Nobody was declared");
        });
  }

  private static void findings(LineFindingLedger ledger) {
    FileFinding finding =
        new FileFinding(
            "a.csv",
            Finding.of(
                FindingCode.PERIOD_INVALID,
                "E1",
                new SourceCell("表", 3, 1),
                Reason.PERIOD_OTHER_YEAR,
                "2023-12",
                "2024"));
    ledger.add(1, List.of(finding));
    ledger.add(1, List.of(finding));
    assertThat(ledger.of(1)).containsExactly(finding, finding);
    ledger.clear(1);
    assertThat(ledger.of(1)).isEmpty();
  }

  private static void lookUps(LookupLedger look, YearLedger year) {
    assertThat(look.states()).isEmpty();
    assertThat(look.refused()).isEmpty();
    assertThat(look.files(1)).isEmpty();
    assertThat(look.notDeclared(POLICY, 2024)).isZero();
    assertThat(look.baseChanges(65_536, 1)).isEmpty();
    assertThat(year.versionsOfCorrected(POLICY, 2024, basedecl.policy.Population.EMPLOYEES))
        .isEmpty();
  }
}
