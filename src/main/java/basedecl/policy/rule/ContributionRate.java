package basedecl.policy.rule;

import basedecl.money.Money;
import basedecl.money.Rate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * Contribution rates from a month on (inclusive). Either part may be missing: then money of that
 * part is not computed. A {@code placeholder} is no document's figure and is announced on every
 * workbook that used it.
 *
 * @param fixed amounts a person and month that take the place of rates
 */
public record ContributionRate(
    YearMonth from,
    Optional<Rate> employer,
    Optional<Rate> personal,
    Optional<Fixed> fixed,
    boolean placeholder,
    Citation citation) {

  /** Yuan a person and month, whatever the base. */
  public record Fixed(Money employer, Money personal) {}

  /** Shares of the base. */
  public ContributionRate(
      YearMonth from,
      Optional<Rate> employer,
      Optional<Rate> personal,
      boolean placeholder,
      Citation citation) {
    this(from, employer, personal, Optional.empty(), placeholder, citation);
  }

  /** Amounts whatever the base. */
  public static ContributionRate fixed(
      YearMonth from, Fixed amounts, boolean placeholder, Citation citation) {
    return new ContributionRate(
        from, Optional.empty(), Optional.empty(), Optional.of(amounts), placeholder, citation);
  }
}
