package basedecl.assessment;

import basedecl.money.Money;

/**
 * What the persons of one declaration come to, yuan a month.
 *
 * @param declaredBelowLower persons who declared less than the lower limit; part of {@code atLower}
 * @param loweredToUpper persons who declared more than the upper limit; part of {@code atUpper}
 * @param dues a month's contributions, the sum of the persons' lines
 */
public record DeclarationTotals(
    long persons,
    long atLower,
    long atUpper,
    long declaredBelowLower,
    long loweredToUpper,
    Money declaredTotal,
    Money baseTotal,
    Dues dues) {

  public static final DeclarationTotals NONE =
      new DeclarationTotals(0, 0, 0, 0, 0, Money.ZERO, Money.ZERO, Dues.NONE);

  /**
   * Of nobody, which comes to nothing.
   *
   * @param nothing the dues of no base
   */
  public static DeclarationTotals ofNobody(Dues nothing) {
    return new DeclarationTotals(0, 0, 0, 0, 0, Money.ZERO, Money.ZERO, nothing);
  }

  /** These persons and one more. */
  public DeclarationTotals plus(Money declaredWage, ContributionBase base, Dues due) {
    return new DeclarationTotals(
        persons + 1,
        base.atLower() ? atLower + 1 : atLower,
        base.atUpper() ? atUpper + 1 : atUpper,
        base.adjustment() == Adjustment.RAISED_TO_LOWER
            ? declaredBelowLower + 1
            : declaredBelowLower,
        base.adjustment() == Adjustment.LOWERED_TO_UPPER ? loweredToUpper + 1 : loweredToUpper,
        declaredTotal.plus(declaredWage),
        baseTotal.plus(base.amount()),
        persons == 0 ? due : dues.plus(due));
  }

  /** These persons and those. */
  public DeclarationTotals plus(DeclarationTotals other) {
    if (persons == 0 || other.persons == 0) {
      return persons == 0 ? other : this;
    }
    return new DeclarationTotals(
        persons + other.persons,
        atLower + other.atLower,
        atUpper + other.atUpper,
        declaredBelowLower + other.declaredBelowLower,
        loweredToUpper + other.loweredToUpper,
        declaredTotal.plus(other.declaredTotal),
        baseTotal.plus(other.baseTotal),
        dues.plus(other.dues));
  }
}
