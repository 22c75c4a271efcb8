package basedecl.policy.rule;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What an auditor looks for beside the share at the lower limit (domain 9), under the word a policy
 * file uses for it. How each is told stands in the audit's class of the same name.
 */
public enum SignalKind {
  /**
   * The year's bases together fell on last year's; threshold: the share lost, reached or passed.
   */
  BASE_DROP(true),
  /** Wages under the local minimum wage; threshold: so many people or more. */
  BELOW_MINIMUM_WAGE(false),
  /** One wage for nearly everybody; threshold: share of the people with the commonest wage. */
  ONE_WAGE(true),
  /** Round wages; threshold: share of the wages that are multiples of {@code measure} yuan. */
  ROUND_WAGES(true),
  /**
   * Wages crowd just above the lower limit; threshold: share of the wages above it by no more than
   * {@code measure}, a fraction of the limit.
   */
  JUST_ABOVE_LOWER(true),
  /** Fewer people than last year; threshold: the share lost. */
  FEWER_PEOPLE(true),
  /** Fewer people than the tax file has; threshold: the share missing. */
  FEWER_THAN_TAX(true),
  /** Declared wages under those of the tax file; threshold: so many people or more. */
  BELOW_TAX(false),
  /**
   * Wages that hardly can be averages in yuan a month, far too low or far too high; threshold:
   * share of such wages, passed.
   */
  UNLIKELY_WAGES(true);

  private final boolean share;

  SignalKind(boolean share) {
    this.share = share;
  }

  /** Whether the threshold is a share from 0 to 1; otherwise it is a number of people. */
  public boolean isShare() {
    return share;
  }

  /** Whether the rule needs {@code measure}. */
  public boolean isMeasured() {
    return this == ROUND_WAGES || this == JUST_ABOVE_LOWER;
  }

  /** The kind of that word; empty for any other word. */
  public static Optional<SignalKind> named(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }

  /** {@code base-drop}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
