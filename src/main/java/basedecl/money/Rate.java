package basedecl.money;

import java.math.BigDecimal;

/** A share of an amount as a fraction: {@code 0.08} is eight per cent. Never negative. */
public record Rate(BigDecimal value) {

  public Rate {
    if (value.signum() < 0) {
      throw new IllegalArgumentException("A rate is never negative: " + value.toPlainString());
    }
  }

  public static Rate of(String fraction) {
    return new Rate(new BigDecimal(fraction));
  }

  public Rate plus(Rate other) {
    return new Rate(value.add(other.value));
  }

  /** Plain digits as a fraction, such as {@code 0.08}. */
  @Override
  public String toString() {
    return value.toPlainString();
  }
}
