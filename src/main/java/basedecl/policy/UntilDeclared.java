package basedecl.policy;

import basedecl.policy.rule.Citation;
import java.time.YearMonth;
import java.util.Optional;

/**
 * What an employer owes for the months of a new year until it declares for that year. {@code from}:
 * the first month (inclusive) the rule holds for, empty where the file names none and it always
 * holds.
 */
public record UntilDeclared(Optional<YearMonth> from, Serves serves, Citation citation) {

  /**
   * The imputed amount once the deadline has passed (Social Insurance Law art. 62), which also
   * serves where nothing is laid down; or last year's wages within the new year's limits.
   */
  public enum Serves {
    IMPUTED,
    LAST_YEAR
  }

  public boolean holdsIn(YearMonth month) {
    return from.map(f -> !f.isAfter(month)).orElse(true);
  }
}
