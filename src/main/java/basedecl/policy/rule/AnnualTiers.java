package basedecl.policy.rule;

import basedecl.money.Money;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/**
 * Yearly amounts to choose from (residents' insurance), yuan a year, from a month on (inclusive).
 * {@code amounts} is empty where the document states only how many tiers there are and their ends;
 * the ends then are all that can be chosen.
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

  /** The amounts that are known, in order: the ends alone where no others are stated. */
  public List<Money> known() {
    return amounts.isEmpty() ? Stream.of(lowest, highest).distinct().toList() : amounts;
  }
}
