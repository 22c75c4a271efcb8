package basedecl.policy.rule;

import basedecl.money.Money;
import java.time.YearMonth;
import java.util.List;

/**
 * Yearly amounts to choose from (residents' insurance), yuan a year, from a month on (inclusive).
 * {@code amounts} is empty where the document states only how many tiers there are and their ends;
 * the ends then are all that can be checked.
 */
public record AnnualTiers(
    YearMonth from,
    String title,
    int count,
    Money lowest,
    Money highest,
    List<Money> amounts,
    Citation citation) {

  public AnnualTiers {
    amounts = List.copyOf(amounts);
  }
}
