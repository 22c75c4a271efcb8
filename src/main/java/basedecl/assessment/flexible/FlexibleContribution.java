package basedecl.assessment.flexible;

import basedecl.assessment.topup.Instalment;
import basedecl.money.Money;
import basedecl.money.Rate;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The price of a flexible worker's insurance (domain 7): a month costs {@code HALF_UP(base × rate,
 * 2)}, a longer span the sum of its months.
 */
record FlexibleContribution(PaymentRhythm rhythm) {

  /** A whole span of the rhythm at one base and rate (每期应缴). */
  public Money perSpan(Money base, Rate rate) {
    return times(base.times(rate), rhythm.months());
  }

  /**
   * The instalments from {@code from} to {@code to} (both inclusive). Spans follow the calendar, so
   * that the first may be short; a span over a change of limits or rates is split into parts.
   *
   * @param monthly the price of each month
   */
  public List<Instalment> instalments(
      YearMonth from, YearMonth to, Function<YearMonth, Money> monthly) {
    List<Instalment> instalments = new ArrayList<>();
    YearMonth first = from;
    while (!first.isAfter(to)) {
      YearMonth end = rhythm.endOfSpan(first);
      YearMonth last = end.isAfter(to) ? to : end;
      instalments.add(new Instalment(first, last, parts(first, last, monthly)));
      first = last.plusMonths(1);
    }
    return instalments;
  }

  private static List<Instalment.Part> parts(
      YearMonth first, YearMonth last, Function<YearMonth, Money> monthly) {
    List<Instalment.Part> parts = new ArrayList<>();
    YearMonth start = first;
    int months = 1;
    for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
      Money price = monthly.apply(month);
      boolean lastOfPart = month.equals(last) || !monthly.apply(month.plusMonths(1)).equals(price);
      if (lastOfPart) {
        parts.add(new Instalment.Part(start, month, price, times(price, months)));
        start = month.plusMonths(1);
        months = 0;
      }
      months++;
    }
    return parts;
  }

  private static Money times(Money monthly, int months) {
    return Money.rounded(monthly.amount().multiply(BigDecimal.valueOf(months)));
  }
}
