package basedecl.assessment.latefee;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.money.Money;
import basedecl.money.Rate;
import basedecl.payment.EmployerPayment;
import basedecl.policy.LastDays;
import basedecl.policy.rule.Citation;
import basedecl.policy.rule.LateFeeRule;
import basedecl.policy.rule.LateFeeRule.CountsFrom;
import basedecl.rules.RuleCase;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DueSettlementTest {

  private static final LateFeeRule BY_LAW =
      new LateFeeRule(
          LocalDate.of(2011, 7, 1),
          Rate.of("0.0005"),
          CountsFrom.DAY_AFTER_DEADLINE,
          true,
          true,
          new Citation("社会保险法第八十六条"));

  static Stream<RuleCase> settlements() {
    return RuleCase.of("settlements.yaml");
  }

  private static List<SettledDue> settled(RuleCase year) {
    LateFeeAssessor assessor = new LateFeeAssessor(List.of(BY_LAW), List.of());
    return new DueSettlement(assessor, LastDays.AS_STATED, LocalDate.parse(year.get("business")))
        .settle(
            year.list("dues").stream().map(DueSettlementTest::due).toList(),
            year.list("payments").stream().map(DueSettlementTest::payment).toList(),
            new AgencyDecisions(
                year.list("overpayments").stream().map(DueSettlementTest::overpayment).toList(),
                new Deferrals(
                    year.list("deferrals").stream().map(DueSettlementTest::deferral).toList())));
  }

  private static OverpaymentDecision overpayment(RuleCase line) {
    return new OverpaymentDecision(
        line.get("employer"),
        YearMonth.parse(line.get("period")),
        Money.of(line.get("amount")),
        line.has("target") ? Optional.of(YearMonth.parse(line.get("target"))) : Optional.empty(),
        LocalDate.parse(line.get("decided")),
        "",
        "");
  }

  private static DeferralDecision deferral(RuleCase line) {
    return new DeferralDecision(
        line.get("employer"),
        YearMonth.parse(line.get("from")),
        YearMonth.parse(line.get("to")),
        DeferralDecision.Action.valueOf(line.get("action", "GRANTED")),
        LocalDate.parse(line.get("until")),
        LocalDate.parse(line.get("decided")),
        "缓1");
  }

  private static EmployerDue due(RuleCase month) {
    return new EmployerDue(
        month.get("employer"),
        YearMonth.parse(month.get("period")),
        EmployerDue.Method.valueOf(month.get("method", "DECLARED")),
        money(month, "due"),
        LocalDate.parse(month.get("deadline")));
  }

  private static EmployerPayment payment(RuleCase line) {
    return new EmployerPayment(
        line.get("employer"),
        YearMonth.parse(line.get("period")),
        LocalDate.parse(line.get("paid")),
        Money.of(line.get("amount")),
        line.has("serial") ? Optional.of(line.get("serial")) : Optional.empty());
  }

  private static Optional<Money> money(RuleCase month, String key) {
    return month.has(key) ? Optional.of(Money.of(month.get(key))) : Optional.empty();
  }

  @ParameterizedTest
  @MethodSource("settlements")
  void everyMonthIsSettledWithItsOwnPayments(RuleCase year) {
    List<SettledDue> settled = settled(year);
    List<RuleCase> expected = year.list("dues");
    assertThat(settled).hasSameSizeAs(expected);
    for (int i = 0; i < settled.size(); i++) {
      SettledDue month = settled.get(i);
      RuleCase figures = expected.get(i);
      assertThat(month.due()).isEqualTo(due(figures));
      assertThat(month.paid()).isEqualTo(Money.of(figures.get("paid")));
      assertThat(month.arrears()).isEqualTo(money(figures, "arrears"));
      assertThat(month.isInArrears())
          .isEqualTo(month.arrears().filter(open -> !open.isZero()).isPresent());
      assertThat(month.overpaid()).isEqualTo(money(figures, "overpaid"));
      assertThat(month.lines()).hasSize(Integer.parseInt(figures.get("slices", "0")));
      assertThat(month.fee()).isEqualTo(money(figures, "fee"));
      assertThat(month.givenBack()).isEqualTo(Money.of(figures.get("given-back", "0.00")));
      assertThat(month.open().orElse(Money.ZERO))
          .isEqualTo(Money.of(figures.get("deferred", "0.00")));
      assertThat(month.moved().recoverable())
          .isEqualTo(Money.of(figures.get("recoverable", "0.00")));
      assertThat(month.deadline())
          .isEqualTo(LocalDate.parse(figures.get("until", figures.get("deadline"))));
      month.due().total().ifPresent(total -> assertTies(month, total));
    }
  }

  @ParameterizedTest
  @MethodSource("settlements")
  void theTotalsAreThoseOfTheMonths(RuleCase year) {
    RuleCase totals = year.list("totals").get(0);
    assertThat(LateFeeTotals.of(settled(year)))
        .isEqualTo(
            new LateFeeTotals(
                totals.number("employers"),
                totals.number("imputed"),
                Long.parseLong(totals.get("last-year", "0")),
                totals.number("unknown"),
                Money.of(totals.get("due")),
                Money.of(totals.get("paid")),
                Money.of(totals.get("arrears")),
                Money.of(totals.get("overpaid")),
                Money.of(totals.get("fee")),
                Money.of(totals.get("given-back", "0.00")),
                Money.of(totals.get("refunded", "0.00")),
                Money.of(totals.get("offset", "0.00")),
                Money.of(totals.get("deferred", "0.00")),
                Money.of(totals.get("recoverable", "0.00"))));
  }

  /** What is due, overpaid and to be recovered is what was paid, is in arrears and is deferred. */
  private static void assertTies(SettledDue month, Money total) {
    assertThat(total.plus(month.overpaid().orElseThrow()).plus(month.moved().recoverable()))
        .isEqualTo(
            month.paid().plus(month.arrears().orElseThrow()).plus(month.open().orElseThrow()));
  }
}
