package basedecl.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.declaration.row.MonthsInService;
import basedecl.money.Money;
import basedecl.money.Rate;
import basedecl.money.Rounding;
import basedecl.policy.rule.Citation;
import basedecl.policy.rule.ContributionRate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MonthlyDuesTest {

  private static final YearMonth JANUARY = YearMonth.of(2024, 1);
  private static final YearMonth FEBRUARY = YearMonth.of(2024, 2);
  private static final YearMonth MARCH = YearMonth.of(2024, 3);

  @Test
  void eachPersonIsRoundedBeforeTheSum() {
    MonthlyDues dues = dues(rates("0.08", "0.08", "0.08"));
    add(dues, "4242.07");
    add(dues, "4242.07");
    // 4242.07 × 0.08 = 339.3656 → 339.37 and × 0.02 = 84.8414 → 84.84, each twice.
    assertThat(dues.byMonth().get(JANUARY))
        .isEqualTo(
            new MonthSum(
                2,
                Money.of("8484.14"),
                new Dues(Optional.of(Money.of("678.74")), Optional.of(Money.of("169.68")))));
  }

  @Test
  void aBaseThatChangesCountsFromItsMonthOnAndTheOthersStay() {
    MonthlyDues dues = dues(rates("0.08", "0.08", "0.08"));
    add(dues, "5000");
    dues.add(
        Money.of(4242),
        Money.of(4242),
        new TreeMap<>(Map.of(FEBRUARY, Money.of(4416))),
        MonthsInService.ALWAYS);
    assertThat(totals(dues)).containsExactly("924.20", "941.60", "941.60");
    assertThat(dues.byMonth().values()).extracting(MonthSum::persons).containsOnly(2L);
    assertThat(dues.byMonth().values())
        .extracting(sum -> sum.bases().toString())
        .containsExactly("9242.00", "9416.00", "9416.00");
  }

  @Test
  void theRateOfEachMonthHolds() {
    MonthlyDues dues = dues(rates("0.08", "0.07", "0.07"));
    add(dues, "5000");
    dues.add(
        Money.of(4242),
        Money.of(4242),
        new TreeMap<>(Map.of(MARCH, Money.of(4416))),
        MonthsInService.ALWAYS);
    assertThat(totals(dues)).containsExactly("924.20", "831.78", "847.44");
  }

  @Test
  void anEmployerWithoutPeopleOwesNothing() {
    assertThat(totals(dues(rates("0.08", "0.08", "0.08")))).containsExactly("0.00", "0.00", "0.00");
  }

  private static void add(MonthlyDues dues, String base) {
    dues.add(Money.of(base), Money.of(base), new TreeMap<>(), MonthsInService.ALWAYS);
  }

  /** Of a year in which no limits but those of the stored bases are known. */
  private static MonthlyDues dues(Map<YearMonth, ContributionRate> rates) {
    YearLimits none = new YearLimits(2024, Collections.nCopies(12, Optional.empty()));
    return new MonthlyDues(rates, new MonthlyBases(JANUARY, none, Rounding.FEN_HALF_UP));
  }

  private static java.util.List<String> totals(MonthlyDues dues) {
    return dues.byMonth().values().stream()
        .map(sum -> sum.dues().total().orElseThrow().toString())
        .toList();
  }

  private static Map<YearMonth, ContributionRate> rates(String... employer) {
    Map<YearMonth, ContributionRate> rates = new LinkedHashMap<>();
    for (int i = 0; i < employer.length; i++) {
      rates.put(
          JANUARY.plusMonths(i),
          new ContributionRate(
              JANUARY,
              Optional.of(Rate.of(employer[i])),
              Optional.of(Rate.of("0.02")),
              false,
              new Citation("试算")));
    }
    return rates;
  }
}
