package basedecl.assessment.latefee;

import basedecl.money.Money;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What settled dues come to, yuan.
 *
 * @param imputed employers with an imputed month
 * @param lastYear employers with a month by last year's wages
 * @param paid without what was given back of it
 * @param givenBack of the payments, by reversals
 * @param refunded of what was overpaid
 * @param offset moved from months that were overpaid to others
 * @param deferred due, unpaid and not overdue
 * @param recoverable refunded or offset, and never there
 * @param unknown months whose due is not known; what was paid for them counts in {@code paid} only
 */
public record LateFeeTotals(
    long employers,
    long imputed,
    long lastYear,
    long unknown,
    Money due,
    Money paid,
    Money arrears,
    Money overpaid,
    Money fee,
    Money givenBack,
    Money refunded,
    Money offset,
    Money deferred,
    Money recoverable) {

  public static LateFeeTotals of(List<SettledDue> dues) {
    Set<String> employers = new HashSet<>();
    Set<String> imputed = new HashSet<>();
    Set<String> lastYear = new HashSet<>();
    long unknown = 0;
    Money due = Money.ZERO;
    Money paid = Money.ZERO;
    Money arrears = Money.ZERO;
    Money overpaid = Money.ZERO;
    Money fee = Money.ZERO;
    Money givenBack = Money.ZERO;
    Money refunded = Money.ZERO;
    Money offset = Money.ZERO;
    Money deferred = Money.ZERO;
    Money recoverable = Money.ZERO;
    for (SettledDue settled : dues) {
      employers.add(settled.due().employerCode());
      if (settled.due().method() == EmployerDue.Method.IMPUTED) {
        imputed.add(settled.due().employerCode());
      }
      if (settled.due().method() == EmployerDue.Method.LAST_YEAR) {
        lastYear.add(settled.due().employerCode());
      }
      paid = paid.plus(settled.paid());
      givenBack = givenBack.plus(settled.givenBack());
      Money offsets =
          Moved.sum(settled.moved().out().stream().filter(OverpaymentDecision::isOffset).toList());
      offset = offset.plus(offsets);
      refunded = refunded.plus(settled.moved().outTotal().minus(offsets));
      deferred = deferred.plus(settled.open().orElse(Money.ZERO));
      recoverable = recoverable.plus(settled.moved().recoverable());
      if (settled.assessment().isEmpty()) {
        unknown++;
        continue;
      }
      LateFeeAssessment assessment = settled.assessment().get();
      due = due.plus(assessment.due());
      arrears = arrears.plus(settled.arrears().orElse(Money.ZERO));
      overpaid = overpaid.plus(assessment.overpaid());
      fee = fee.plus(assessment.fee());
    }
    return new LateFeeTotals(
        employers.size(),
        imputed.size(),
        lastYear.size(),
        unknown,
        due,
        paid,
        arrears,
        overpaid,
        fee,
        givenBack,
        refunded,
        offset,
        deferred,
        recoverable);
  }
}
