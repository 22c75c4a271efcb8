package basedecl.policy.rule;

import basedecl.money.Rate;
import java.time.LocalDate;

/**
 * Late fee from a day on (inclusive): the daily rate and the conventions that no national text
 * fixes.
 */
public record LateFeeRule(
    LocalDate from,
    Rate dailyRate,
    CountsFrom countsFrom,
    boolean countsPaymentDay,
    boolean capAtPrincipal,
    Citation citation) {

  /** The first day that counts as late. */
  public enum CountsFrom {
    DAY_AFTER_DEADLINE,
    FIRST_OF_FOLLOWING_MONTH
  }
}
