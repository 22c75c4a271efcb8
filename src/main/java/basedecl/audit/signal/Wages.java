package basedecl.audit.signal;

import basedecl.money.Money;
import java.math.BigDecimal;
import java.util.Arrays;

/** One employer's declared wages, in order, as fen: eight bytes a person. */
public final class Wages {

  private final long[] fen;

  private Wages(long[] fen) {
    this.fen = fen;
  }

  /** The wages, in any order; the array is copied. */
  public static Wages ofFen(long... fen) {
    long[] sorted = fen.clone();
    Arrays.sort(sorted);
    return new Wages(sorted);
  }

  public long count() {
    return fen.length;
  }

  /** How many people have the commonest wage. */
  public long mostAlike() {
    long most = 0;
    long run = 0;
    for (int i = 0; i < fen.length; i++) {
      run = i > 0 && fen[i] == fen[i - 1] ? run + 1 : 1;
      most = Math.max(most, run);
    }
    return most;
  }

  /** How many wages are whole multiples of {@code yuan}. */
  public long multiplesOf(BigDecimal yuan) {
    BigDecimal step = yuan.movePointRight(Money.SCALE);
    return Arrays.stream(fen)
        .filter(wage -> BigDecimal.valueOf(wage).remainder(step).signum() == 0)
        .count();
  }

  /** How many wages are under {@code limit} (exclusive). */
  public long below(Money limit) {
    return Arrays.stream(fen).filter(wage -> Money.ofFen(wage).isLessThan(limit)).count();
  }

  /** How many wages are above {@code limit} (exclusive). */
  public long above(Money limit) {
    return Arrays.stream(fen).filter(wage -> Money.ofFen(wage).isMoreThan(limit)).count();
  }

  /** How many wages are above {@code low} (exclusive) and not above {@code high}. */
  public long between(BigDecimal low, BigDecimal high) {
    return Arrays.stream(fen)
        .mapToObj(wage -> BigDecimal.valueOf(wage, Money.SCALE))
        .filter(wage -> wage.compareTo(low) > 0 && wage.compareTo(high) <= 0)
        .count();
  }
}
