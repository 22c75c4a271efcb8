package basedecl.policy.rule;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Optional;

/**
 * A signal from a month on (inclusive). Thresholds are reached at the figure itself, where {@link
 * SignalKind} does not say that they must be passed. Employers with fewer than {@code
 * leastHeadcount} people are left in peace.
 *
 * @param on false switches the signal off from that month on
 * @param threshold a share or a number of people, see {@link SignalKind}
 * @param measure what some signals measure with, see {@link SignalKind}
 */
public record SignalRule(
    YearMonth from,
    SignalKind kind,
    boolean on,
    BigDecimal threshold,
    Optional<BigDecimal> measure,
    int leastHeadcount,
    Citation citation) {}
