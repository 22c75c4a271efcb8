package basedecl.declaration.change;

import java.time.YearMonth;
import java.util.Optional;

/**
 * Months of one employer whose arrears another one bears. The months stay the first one's: what is
 * due and paid for them is told under its code, and once.
 *
 * @param from whose months
 * @param to who bears them, the last of a chain of mergers
 * @param since first of the months; empty for all before {@code until}
 * @param until the month after the last one
 */
public record Inheritance(String from, String to, Optional<YearMonth> since, YearMonth until) {

  /** Whether the employer's month is one of them. */
  public boolean covers(YearMonth month) {
    return month.isBefore(until) && since.map(first -> !month.isBefore(first)).orElse(true);
  }
}
