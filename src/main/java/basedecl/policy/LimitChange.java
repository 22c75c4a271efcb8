package basedecl.policy;

import java.time.LocalDate;
import java.util.Optional;

/** What happens when provisional limits become final (domain 6). */
public record LimitChange(
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
}
