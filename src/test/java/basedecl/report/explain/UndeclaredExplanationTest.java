package basedecl.report.explain;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.declaration.Employer;
import basedecl.ledger.database.LedgerDatabase;
import basedecl.ledger.year.YearLedger;
import basedecl.message.Language;
import basedecl.money.Money;
import basedecl.policyfile.PolicyFiles;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By what an employer owes that has declared nothing, this year or the year before. */
class UndeclaredExplanationTest {

  @TempDir Path folder = Path.of("");

  private static Employer employer(Optional<Money> lastMonth) {
    return new Employer(
        "E1",
        "某单位",
        Optional.empty(),
        "市直",
        Optional.empty(),
        Optional.empty(),
        lastMonth,
        Optional.empty());
  }

  private List<String> said(String policy, Optional<Money> lastMonth) {
    String url = "jdbc:h2:file:" + folder.resolve("ledger");
    try (HikariDataSource database = LedgerDatabase.openMigrated(url, 2, Map.of())) {
      Explanation explanation = new Explanation(Language.ZH);
      new UndeclaredExplanation(
              new YearLedger(LedgerDatabase.template(database)),
              PolicyFiles.load(Optional.empty()).require(policy),
              2024,
              employer(lastMonth))
          .write(explanation);
      return explanation.lines();
    }
  }

  @Test
  void whatItPaidTheMonthBeforeServesFromTheDayAfterTheFirstDeadline() {
    List<String> said = said("weifang-employee-medical", Optional.of(Money.of("1000.05")));
    assertThat(said).hasSize(2);
    assertThat(said.get(0)).startsWith("核定：上月缴费额 1000.05 元 × 110%，四舍五入到分，每月 1100.06 元；依据：");
    assertThat(said.get(1)).startsWith("自 2024-01-26（首个缴费期限 2024-01-25 的次日）起");
  }

  @Test
  void whereThatIsNotKnownNothingCanBeAssessed() {
    assertThat(said("weifang-employee-medical", Optional.empty()))
        .singleElement()
        .asString()
        .startsWith("名册未载上月缴费额，无法核定");
  }
}
