package basedecl.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount of yuan with exactly two decimals (fen). An amount with more decimals is refused, never
 * rounded silently; where a rule rounds, it says so through {@link #times(Rate)} or {@link
 * Rounding}.
 */
public record Money(BigDecimal amount) implements Comparable<Money> {

  /** Decimals of a yuan that exist as money. */
  public static final int SCALE = 2;

  public static final Money ZERO = new Money(BigDecimal.ZERO);

  /**
   * @throws ArithmeticException if {@code amount} has more than two significant decimals
   */
  public Money {
    amount = amount.setScale(SCALE, RoundingMode.UNNECESSARY);
  }

  public static Money of(String amount) {
    return new Money(new BigDecimal(amount));
  }

  public static Money of(long yuan) {
    return new Money(BigDecimal.valueOf(yuan));
  }

  public static Money ofFen(long fen) {
    return new Money(BigDecimal.valueOf(fen, SCALE));
  }

  /**
   * The amount in fen.
   *
   * @throws ArithmeticException beyond what a {@code long} holds
   */
  public long fen() {
    return amount.scaleByPowerOfTen(SCALE).longValueExact();
  }

  public Money plus(Money other) {
    return new Money(amount.add(other.amount));
  }

  public Money minus(Money other) {
    return new Money(amount.subtract(other.amount));
  }

  /** The product rounded HALF_UP to fen, as every contribution line is. */
  public Money times(Rate rate) {
    return rounded(amount.multiply(rate.value()));
  }

  /** {@code exact} rounded HALF_UP to fen. */
  public static Money rounded(BigDecimal exact) {
    return new Money(exact.setScale(SCALE, RoundingMode.HALF_UP));
  }

  public Money min(Money other) {
    return compareTo(other) <= 0 ? this : other;
  }

  public Money max(Money other) {
    return compareTo(other) >= 0 ? this : other;
  }

  public int signum() {
    return amount.signum();
  }

  public boolean isZero() {
    return amount.signum() == 0;
  }

  public boolean isLessThan(Money other) {
    return compareTo(other) < 0;
  }

  public boolean isMoreThan(Money other) {
    return compareTo(other) > 0;
  }

  @Override
  public int compareTo(Money other) {
    return amount.compareTo(other.amount);
  }

  /** Plain digits with two decimals, such as {@code 4242.00}. */
  @Override
  public String toString() {
    return amount.toPlainString();
  }
}
