package basedecl.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.money.Money;
import basedecl.policy.ContributionMonth;
import basedecl.policy.Policy;
import basedecl.rules.RuleCase;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Wages that differ from month to month: {@code rules/assessed-wages.yaml}. */
class YearBasesTest {

  static Stream<RuleCase> assessed() {
    return RuleCase.of("assessed-wages.yaml");
  }

  @ParameterizedTest
  @MethodSource("assessed")
  void aMonthIsChargedByItsOwnWageWithinItsOwnLimits(RuleCase rule) {
    Policy policy = OneDeclaration.policy(rule.get("limits"));
    LocalDate on = LocalDate.parse(rule.get("on"));
    YearMonth month = ContributionMonth.of(2024, on);
    YearBases bases = YearBases.of(policy, month, YearLimits.knownOn(policy, 2024, on));
    YearWage wage = YearWage.of(Money.of(rule.get("declared")));
    for (String line : rule.get("assessed").split(" ", -1)) {
      String[] parts = line.split("/", -1);
      wage = wage.with(Money.of(parts[2]), month(parts[0]), month(parts[1]));
    }
    wage = wage.asOf(month);

    assertThat(wage.usual()).hasToString(rule.get("usual"));
    assertThat(wage.isDivided()).isEqualTo(Boolean.parseBoolean(rule.get("divided")));
    assertThat(bases.stored(wage)).isEqualTo(bases.in(month, wage));
    assertThat(told(bases, wage)).isEqualTo(rule.get("months"));
    assertThat(charged(policy, bases, wage, on)).isEqualTo(rule.get("months"));
  }

  /** What late-fee charges of what is stored: the bases kept beside the stored one, or it alone. */
  private static String charged(Policy policy, YearBases bases, YearWage wage, LocalDate on) {
    MonthlyBases monthly = MonthlyBases.of(policy, bases.assessed(), on);
    NavigableMap<YearMonth, Money> kept = new TreeMap<>();
    bases.kept(wage).forEach((month, base) -> kept.put(month, base.amount()));
    assertThat(kept.isEmpty()).isEqualTo(!wage.isDivided());
    List<Money> amounts = new ArrayList<>();
    for (YearMonth month : YearLimits.monthsOf(2024)) {
      amounts.add(monthly.in(month, wage.usual(), bases.stored(wage).amount(), kept));
    }
    return told(amounts);
  }

  private static String told(YearBases bases, YearWage wage) {
    return told(
        YearLimits.monthsOf(2024).stream().map(month -> bases.in(month, wage).amount()).toList());
  }

  /** Months of one base together. */
  private static String told(List<Money> months) {
    List<String> spans = new ArrayList<>();
    int from = 0;
    for (int to = 1; to <= months.size(); to++) {
      if (to == months.size() || !months.get(to).equals(months.get(from))) {
        spans.add("%02d-%02d %s".formatted(from + 1, to, months.get(from)));
        from = to;
      }
    }
    return String.join(" ", spans);
  }

  /** New limits from July on: the months that were kept are put anew, whatever the wage. */
  @Test
  void limitsTakenUpLaterClampEachMonthsOwnWage() {
    Policy policy =
        OneDeclaration.policy("2024-01/4242/21207/2023-12-25 2024-07/4416/22078/2024-06-20");
    LocalDate on = LocalDate.of(2024, 3, 20);
    YearBases before =
        YearBases.of(policy, YearMonth.of(2024, 3), YearLimits.knownOn(policy, 2024, on));
    YearWage wage =
        YearWage.of(Money.of("4000"))
            .with(Money.of("22000"), month("06"), month("08"))
            .with(Money.of("4300"), month("09"), month("10"))
            .asOf(YearMonth.of(2024, 3));
    LimitsTakenUp taken =
        new LimitsTakenUp(
            policy, new LimitsApplied(month("07"), LocalDate.of(2024, 6, 25), Optional.empty()));
    assertThat(taken.changes(wage, each -> before.in(each, wage).amount()))
        .hasToString(
            new TreeMap<>(
                    Map.of(
                        month("07"), base("22000.00", Adjustment.AS_DECLARED, false),
                        month("09"), base("4416.00", Adjustment.RAISED_TO_LOWER, true)))
                .toString());
  }

  private static ContributionBase base(String amount, Adjustment adjustment, boolean atLower) {
    return new ContributionBase(Money.of(amount), adjustment, atLower, false);
  }

  private static YearMonth month(String month) {
    return YearMonth.of(2024, Integer.parseInt(month));
  }
}
