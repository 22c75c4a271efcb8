package basedecl.assessment.latefee;

import basedecl.money.Money;
import basedecl.policy.rule.Citation;
import basedecl.policy.rule.Imputation;

/**
 * The month's due of an employer that declared nothing by the deadline: {@code HALF_UP(last month's
 * amount × factor, 2)}, 110 % (Social Insurance Law art. 62). It holds until the employer declares.
 */
public record ImputedDue(Money lastMonth, Money amount, Citation citation) {

  public static ImputedDue of(Money lastMonth, Imputation imputation) {
    return new ImputedDue(
        lastMonth,
        Money.rounded(lastMonth.amount().multiply(imputation.factor())),
        imputation.citation());
  }
}
