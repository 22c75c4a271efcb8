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

  public static YearTotals of(Collection<DeclarationRecord> declarations) {
    YearTotals sum = new YearTotals(0, 0, 0, 0, 0, 0, Money.ZERO, Money.ZERO, Dues.NONE);
    for (DeclarationRecord declaration : declarations) {
      sum = sum.plus(declaration);
    }
    return sum;
  }

  private YearTotals plus(DeclarationRecord d) {
    return new YearTotals(
        employers + 1,
        persons + d.persons(),
        atLower + d.atLower(),
        atUpper + d.atUpper(),
        declaredBelowLower + d.declaredBelowLower(),
        flagged + (d.flagged() ? 1 : 0),
        declaredTotal.plus(d.declaredTotal()),
        baseTotal.plus(d.baseTotal()),
        employers == 0
            ? d.dues()
            : new Dues(
                both(dues.employer(), d.dues().employer()),
                both(dues.personal(), d.dues().personal())));
  }

  private static Optional<Money> both(Optional<Money> one, Optional<Money> other) {
    return one.flatMap(o -> other.map(o::plus));
  }
}
