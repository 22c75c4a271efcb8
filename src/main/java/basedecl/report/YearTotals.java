package basedecl.report;

import basedecl.assessment.Dues;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.money.Money;
import java.util.Collection;
import java.util.Optional;

/**
 * The sums of several employers' declarations. A part of the dues is known when it is known of
 * every one of them; none at all owe nothing known.
 */
public record YearTotals(
    long employers,
    long persons,
    long atLower,
    long atUpper,
    long declaredBelowLower,
    long flagged,
    Money declaredTotal,
    Money baseTotal,
    Dues dues) {

  /** Of nobody. */
  public static final YearTotals NONE =
      new YearTotals(0, 0, 0, 0, 0, 0, Money.ZERO, Money.ZERO, Dues.NONE);

  public static YearTotals of(Collection<DeclarationRecord> declarations) {
    YearTotals sum = NONE;
    for (DeclarationRecord declaration : declarations) {
      sum = sum.plus(declaration);
    }
    return sum;
  }

  private YearTotals plus(DeclarationRecord d) {
    return plus(
        new YearTotals(
            1,
            d.persons(),
            d.atLower(),
            d.atUpper(),
            d.declaredBelowLower(),
            d.flagged() ? 1 : 0,
            d.declaredTotal(),
            d.baseTotal(),
            d.dues()));
  }

  /** Those of both together. */
  public YearTotals plus(YearTotals other) {
    return new YearTotals(
        employers + other.employers,
        persons + other.persons,
        atLower + other.atLower,
        atUpper + other.atUpper,
        declaredBelowLower + other.declaredBelowLower,
        flagged + other.flagged,
        declaredTotal.plus(other.declaredTotal),
        baseTotal.plus(other.baseTotal),
        duesWith(other));
  }

  private Dues duesWith(YearTotals other) {
    if (employers == 0) {
      return other.dues;
    }
    return other.employers == 0
        ? dues
        : new Dues(
            both(dues.employer(), other.dues.employer()),
            both(dues.personal(), other.dues.personal()));
  }

  private static Optional<Money> both(Optional<Money> one, Optional<Money> other) {
    return one.flatMap(o -> other.map(o::plus));
  }
}
