package basedecl.assessment;

import basedecl.money.Money;
import basedecl.policy.ContributionRate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * What one employer owes for each of some months: per person and part {@code HALF_UP(base × rate,
 * 2)} with the base and the rates that hold in that month, then summed (domain 5). A person whose
 * base holds in all months is multiplied once for each set of rates, not once a month.
 */
public final class MonthlyDues {

  /** Months of one set of rates. */
  private static final class Span {
    private final ContributionRate rate;
    private final ContributionAssessor assessor;
    private Dues sum = new Dues(Optional.of(Money.ZERO), Optional.of(Money.ZERO));

    Span(ContributionRate rate) {
      this.rate = rate;
      this.assessor = ContributionAssessor.of(Optional.of(rate));
    }
  }

  private final List<Span> spans = new ArrayList<>();
  private final Map<YearMonth, Span> spanOf = new LinkedHashMap<>();
  private final Map<YearMonth, Dues> ofChanged = new LinkedHashMap<>();

  /**
   * @param rates the rates of each month, months in order
   */
  public MonthlyDues(Map<YearMonth, ContributionRate> rates) {
    rates.forEach(
        (month, rate) -> {
          Span last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
          if (last == null || !last.rate.equals(rate)) {
            last = new Span(rate);
            spans.add(last);
          }
          spanOf.put(month, last);
        });
  }

  /** Adds a person whose base holds in every month. */
  public void add(Money base) {
    for (Span span : spans) {
      span.sum = span.sum.plus(span.assessor.assess(base));
    }
  }

  /**
   * Adds a person whose base changes.
   *
   * @param base before the first change
   * @param changes the base from each month on (inclusive)
   */
  public void add(Money base, NavigableMap<YearMonth, Money> changes) {
    if (changes.isEmpty()) {
      add(base);
      return;
    }
    spanOf.forEach(
        (month, span) -> {
          Map.Entry<YearMonth, Money> change = changes.floorEntry(month);
          Dues due = span.assessor.assess(change == null ? base : change.getValue());
          ofChanged.merge(month, due, Dues::plus);
        });
  }

  /** The sums, month by month in order. */
  public Map<YearMonth, Dues> byMonth() {
    Map<YearMonth, Dues> months = new LinkedHashMap<>();
    spanOf.forEach(
        (month, span) -> {
          Dues changed = ofChanged.get(month);
          months.put(month, changed == null ? span.sum : span.sum.plus(changed));
        });
    return months;
  }
}
