package basedecl.assessment;

import basedecl.declaration.row.MonthsInService;
import basedecl.money.Money;
import basedecl.policy.rule.ContributionRate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * What one employer's people come to in each of some months: how many, their bases, and what is
 * due, per person and part {@code HALF_UP(base × rate, 2)} with the base and the rates that hold in
 * that month, then summed (domain 5). A person without a recorded change is multiplied once for
 * each set of rates and limits, not once a month.
 */
public final class MonthlyDues {

  /** Months of one set of rates and limits. */
  private static final class Span {
    private final ContributionRate rate;
    private final Optional<BaseAssessor> other;
    private final ContributionAssessor assessor;
    private MonthSum sum = MonthSum.NOBODY;

    Span(ContributionRate rate, Optional<BaseAssessor> other) {
      this.rate = rate;
      this.other = other;
      this.assessor = ContributionAssessor.of(Optional.of(rate));
    }

    boolean isOf(ContributionRate someRate, Optional<BaseAssessor> someOther) {
      return rate.equals(someRate) && other.equals(someOther);
    }

    void add(Money wage, Money stored) {
      Money base = other.isPresent() ? other.get().assess(wage).amount() : stored;
      sum = sum.plus(base, assessor.assess(base));
    }
  }

  private final MonthlyBases bases;
  private final List<Span> spans = new ArrayList<>();
  private final Map<YearMonth, Span> spanOf = new LinkedHashMap<>();
  private final Map<YearMonth, MonthSum> ofChanged = new LinkedHashMap<>();

  /**
   * @param rates the rates of each month, months in order
   */
  public MonthlyDues(Map<YearMonth, ContributionRate> rates, MonthlyBases bases) {
    this.bases = bases;
    rates.forEach((month, rate) -> spanOf.put(month, span(rate, bases.other(month))));
  }

  private Span span(ContributionRate rate, Optional<BaseAssessor> other) {
    for (Span span : spans) {
      if (span.isOf(rate, other)) {
        return span;
      }
    }
    Span span = new Span(rate, other);
    spans.add(span);
    return span;
  }

  /**
   * Adds a person.
   *
   * @param stored the base stored with the declaration
   * @param changes the base from each month on (inclusive), as limit-change recorded it
   * @param served the months in which the person counts
   */
  public void add(
      Money wage, Money stored, NavigableMap<YearMonth, Money> changes, MonthsInService served) {
    if (changes.isEmpty() && served.isAlways()) {
      spans.forEach(span -> span.add(wage, stored));
      return;
    }
    spanOf.forEach(
        (month, span) -> {
          if (served.contains(month)) {
            Money base = bases.in(month, wage, stored, changes);
            ofChanged.put(
                month,
                ofChanged
                    .getOrDefault(month, MonthSum.NOBODY)
                    .plus(base, span.assessor.assess(base)));
          }
        });
  }

  /** The sums, month by month in order. */
  public Map<YearMonth, MonthSum> byMonth() {
    Map<YearMonth, MonthSum> months = new LinkedHashMap<>();
    spanOf.forEach(
        (month, span) ->
            months.put(month, span.sum.plus(ofChanged.getOrDefault(month, MonthSum.NOBODY))));
    return months;
  }
}
