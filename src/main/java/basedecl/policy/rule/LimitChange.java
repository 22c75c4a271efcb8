package basedecl.policy.rule;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * What happens when provisional limits become final (domain 6). {@code from}: the first month
 * (inclusive) the rule holds for, empty where the file names none and it always holds; {@code
 * until}: the last day (inclusive) to top up.
 */
public record LimitChange(
    Optional<YearMonth> from,
    Mode mode,
    Optional<LocalDate> until,
    RetiredInYear retiredInYear,
    Decrease decrease,
    Citation citation) {

  /** New bases from the month after publication, or a top-up for the months already assessed. */
  public enum Mode {
    NEXT_MONTH,
    RETROACTIVE
  }

  /** Whether those who retired in the year top up. */
  public enum RetiredInYear {
    INCLUDED,
    EXCLUDED
  }

  /** What a lower new base gives: nothing, or money back. */
  public enum Decrease {
    ZERO,
    REFUND
  }

  public boolean holdsIn(YearMonth month) {
    return from.map(f -> !f.isAfter(month)).orElse(true);
  }
}
