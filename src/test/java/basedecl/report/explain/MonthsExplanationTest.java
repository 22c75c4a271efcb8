package basedecl.report.explain;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.assessment.Dues;
import basedecl.assessment.MonthSum;
import basedecl.assessment.latefee.EmployerDue;
import basedecl.ledger.database.LedgerDatabase;
import basedecl.ledger.latefee.PaymentLedger;
import basedecl.ledger.latefee.PaymentRecord;
import basedecl.ledger.year.DueLedger;
import basedecl.ledger.year.DueRecord;
import basedecl.message.Language;
import basedecl.money.Money;
import basedecl.payment.EmployerPayment;
import basedecl.policy.Policy;
import basedecl.policyfile.PolicyFiles;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** How a month was settled, of a ledger that has dues and payments. */
class MonthsExplanationTest {

  private static final Policy POLICY =
      PolicyFiles.load(Optional.empty()).require("weifang-employee-medical");
  private static final YearMonth JANUARY = YearMonth.of(2024, 1);
  private static final LocalDate DEADLINE = LocalDate.of(2024, 1, 25);
  private static final LocalDate LATER = LocalDate.of(2024, 2, 4);

  @TempDir Path folder = Path.of("");

  private static Explanation explained(JdbcTemplate template, Optional<LocalDate> on) {
    Explanation explanation = new Explanation(Language.ZH);
    Explained explained = new Explained(POLICY, 2024, JANUARY, on, LATER, Optional.empty());
    new MonthsExplanation(template, explained, "E1").write(explanation);
    return explanation;
  }

  private static PaymentRecord paid(LocalDate day, String amount, int row) {
    return new PaymentRecord(
        new EmployerPayment("E1", JANUARY, day, Money.of(amount), Optional.of("S" + row)),
        "a.csv",
        "1".repeat(64),
        "",
        row);
  }

  @Test
  void aMonthTellsItsPaymentsAndTheSlicesOfItsLateFee() {
    String url = "jdbc:h2:file:" + folder.resolve("ledger");
    try (HikariDataSource database = LedgerDatabase.openMigrated(url, 2, Map.of())) {
      JdbcTemplate template = LedgerDatabase.template(database);
      assertThat(explained(template, Optional.of(LATER)).lines())
          .containsExactly("尚无滞纳金计算结果（请先运行 late-fee）");
      EmployerDue due =
          new EmployerDue(
              "E1",
              JANUARY,
              EmployerDue.Method.DECLARED,
              Optional.of(Money.of("424.20")),
              DEADLINE);
      new DueLedger(template)
          .replace(
              POLICY.name(),
              2024,
              1,
              List.of(
                  new DueRecord(
                      due,
                      OptionalLong.of(65_536),
                      new MonthSum(
                          1,
                          Money.of(4242),
                          new Dues(
                              Optional.of(Money.of("339.36")), Optional.of(Money.of("84.84")))))));
      new PaymentLedger(template, POLICY.name())
          .take(1, List.of(paid(DEADLINE, "100", 2), paid(LATER, "324.20", 3)));

      assertThat(explained(template, Optional.empty()).said())
          .as("never worked out")
          .extracting(Explanation.Said::key)
          .containsExactly("no-late-fees");
      Explanation explanation = explained(template, Optional.of(LocalDate.of(2024, 3, 1)));
      assertThat(explanation.said())
          .extracting(Explanation.Said::key)
          .containsExactly("late-fees", "month", "payment", "payment", "slice");
      assertThat(explanation.items("months"))
          .singleElement()
          .satisfies(
              month ->
                  assertThat(month)
                      .containsEntry("period", "2024-01")
                      .containsEntry("deadline", "2024-01-25")
                      .containsEntry("due", "424.20")
                      .containsEntry("paid", "424.20")
                      .containsEntry("arrears", "0.00")
                      .containsEntry("late_fee", "1.62"));
      assertThat(explanation.said().get(4).text())
          .startsWith("滞纳金：324.20 × 0.05% × 10 天（2024-01-26 至 2024-02-04）= 1.62 元");
    }
  }
}
