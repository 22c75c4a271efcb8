package basedecl.assessment.topup;

import basedecl.money.Money;
import java.time.YearMonth;
import java.util.List;

/**
 * What is paid at once for the months from {@code first} to {@code last}, both inclusive. Where
 * base or rate change within the span it has several parts.
 */
public record Instalment(YearMonth first, YearMonth last, List<Part> parts) {

  /**
   * Months of one price (both inclusive): {@code amount = monthly × months}. A tier is the price of
   * a year: then both are that price.
   */
  public record Part(YearMonth first, YearMonth last, Money monthly, Money amount) {}

  public Instalment {
    parts = List.copyOf(parts);
  }

  public Money amount() {
    return parts.stream().map(Part::amount).reduce(Money.ZERO, Money::plus);
  }
}
