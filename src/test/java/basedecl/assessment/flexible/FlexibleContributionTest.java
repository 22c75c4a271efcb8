package basedecl.assessment.flexible;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import basedecl.assessment.topup.Instalment;
import basedecl.money.Money;
import basedecl.money.Rate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlexibleContributionTest {

  private static final Rate RATE = Rate.of("0.20");

  private static YearMonth month(int month) {
    return YearMonth.of(2022, month);
  }

  private static List<Instalment> instalments(PaymentRhythm rhythm, int from, Money monthly) {
    return new FlexibleContribution(rhythm).instalments(month(from), month(12), m -> monthly);
  }

  @ParameterizedTest
  @CsvSource({
    "MONTHLY, 3980, 796.00",
    "QUARTERLY, 3980, 2388.00",
    "HALF_YEARLY, 3980, 4776.00",
    "YEARLY, 3980, 9552.00",
    "YEARLY, 19314, 46353.60"
  })
  void aSpanCostsTheSumOfItsMonths(PaymentRhythm rhythm, String base, String price) {
    assertThat(new FlexibleContribution(rhythm).perSpan(Money.of(base), RATE))
        .isEqualTo(Money.of(price));
  }

  @Test
  void eachMonthIsRoundedBeforeTheMonthsAreAdded() {
    assertThat(
            new FlexibleContribution(PaymentRhythm.YEARLY)
                .perSpan(Money.of("4000.02"), Rate.of("0.20")))
        .isEqualTo(Money.of(9600));
  }

  @ParameterizedTest
  @CsvSource({
    "MONTHLY, 1, 12",
    "MONTHLY, 12, 1",
    "QUARTERLY, 1, 4",
    "QUARTERLY, 3, 4",
    "QUARTERLY, 4, 3",
    "HALF_YEARLY, 1, 2",
    "HALF_YEARLY, 7, 1",
    "YEARLY, 1, 1",
    "YEARLY, 5, 1"
  })
  void spansFollowTheCalendar(PaymentRhythm rhythm, int from, int instalments) {
    List<Instalment> all = instalments(rhythm, from, Money.of(796));
    assertThat(all).hasSize(instalments);
    assertThat(all.stream().map(Instalment::amount).reduce(Money.ZERO, Money::plus))
        .isEqualTo(Money.of(796L * (13 - from)));
  }

  @Test
  void theFirstSpanIsShortWhereTheElectionBeginsWithinIt() {
    assertThat(instalments(PaymentRhythm.QUARTERLY, 2, Money.of(796)))
        .extracting(Instalment::first, Instalment::last, Instalment::amount)
        .containsExactly(
            tuple(month(2), month(3), Money.of(1592)),
            tuple(month(4), month(6), Money.of(2388)),
            tuple(month(7), month(9), Money.of(2388)),
            tuple(month(10), month(12), Money.of(2388)));
  }

  @Test
  void aSpanOverAChangeOfLimitsIsSplit() {
    List<Instalment> year =
        new FlexibleContribution(PaymentRhythm.YEARLY)
            .instalments(
                month(1), month(12), m -> Money.of(m.isBefore(month(9)) ? 3746 : 3980).times(RATE));
    assertThat(year).hasSize(1);
    assertThat(year.get(0).parts())
        .containsExactly(
            new Instalment.Part(month(1), month(8), Money.of("749.20"), Money.of("5993.60")),
            new Instalment.Part(month(9), month(12), Money.of(796), Money.of(3184)));
    assertThat(year.get(0).amount()).isEqualTo(Money.of("9177.60"));
  }
}
