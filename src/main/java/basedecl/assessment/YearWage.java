package basedecl.assessment;

import basedecl.money.Money;
import java.time.YearMonth;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A person's wage month by month: one for the year, and others where an audit assessed some months
 * alone.
 *
 * @param usual the wage of every month that is not among {@code others}
 */
public record YearWage(Money usual, NavigableMap<YearMonth, Money> others) {

  private static final NavigableMap<YearMonth, Money> NONE =
      Collections.unmodifiableNavigableMap(new TreeMap<>());

  public YearWage {
    others = others.isEmpty() ? NONE : Collections.unmodifiableNavigableMap(new TreeMap<>(others));
  }

  /** One wage for the whole year. */
  public static YearWage of(Money wage) {
    return new YearWage(wage, NONE);
  }

  public Money in(YearMonth month) {
    return others.getOrDefault(month, usual);
  }

  /** Whether some month has another wage than the rest. */
  public boolean isDivided() {
    return !others.isEmpty();
  }

  /** With another wage from a month to a month, both inclusive. */
  public YearWage with(Money wage, YearMonth from, YearMonth to) {
    NavigableMap<YearMonth, Money> months = new TreeMap<>(others);
    for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
      months.put(month, wage);
    }
    return new YearWage(usual, months);
  }

  /** The same wages, told from a month of the year: its wage is the usual one. */
  public YearWage asOf(YearMonth month) {
    Money wage = in(month);
    NavigableMap<YearMonth, Money> months = new TreeMap<>();
    for (YearMonth each : YearLimits.monthsOf(month.getYear())) {
      if (!in(each).equals(wage)) {
        months.put(each, in(each));
      }
    }
    return new YearWage(wage, months);
  }
}
