package basedecl.policy.rule;

import basedecl.money.Rate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * Contribution rates from a month on (inclusive). Either part may be missing: then money of that
 * part is not computed. A {@code placeholder} is no document's figure and is announced on every
 * workbook that used it.
 */
public record ContributionRate(
    YearMonth from,
    Optional<Rate> employer,
    Optional<Rate> personal,
    boolean placeholder,
    Citation citation) {}
