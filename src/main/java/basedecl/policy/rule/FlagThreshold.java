package basedecl.policy.rule;

import java.math.BigDecimal;
import java.time.YearMonth;

/**
 * The share of staff at the lower limit above which (exclusive) an employer is flagged, as a
 * fraction: {@code 0.70}. Source: the Weifang notice of 2023-12-25, part three, point two.
 */
public record FlagThreshold(YearMonth from, BigDecimal moreThan, Citation citation) {}
