package basedecl.assessment;

import basedecl.money.Money;
import basedecl.money.Rounding;
import basedecl.policy.rule.Limits;

/**
 * {@code base = clamp(declaredWage, lower, upper)}, rounded as the policy says (domain 2.1 and 2.6;
 * the Weifang notice of 2023-12-25, part one). The wage is rounded first, so that a base never
 * leaves the limits; a wage that equals a limit is the base as it stands, also where the limit is
 * finer than the rounding.
 */
public record BaseAssessor(Limits limits, Rounding rounding) {

  public ContributionBase assess(Money declaredWage) {
    if (declaredWage.equals(limits.lower()) || declaredWage.equals(limits.upper())) {
      return base(declaredWage, Adjustment.AS_DECLARED);
    }
    Money wage = rounding.round(declaredWage.amount());
    if (declaredWage.isLessThan(limits.lower()) || wage.isLessThan(limits.lower())) {
      return base(limits.lower(), Adjustment.RAISED_TO_LOWER);
    }
    if (declaredWage.isMoreThan(limits.upper()) || wage.isMoreThan(limits.upper())) {
      return base(limits.upper(), Adjustment.LOWERED_TO_UPPER);
    }
    return base(wage, Adjustment.AS_DECLARED);
  }

  private ContributionBase base(Money amount, Adjustment adjustment) {
    return new ContributionBase(
        amount, adjustment, amount.equals(limits.lower()), amount.equals(limits.upper()));
  }
}
