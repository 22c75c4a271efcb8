package basedecl.report.latefee;

import basedecl.assessment.latefee.LateFeeAssessment;
import basedecl.ledger.year.DueRecord;
import basedecl.money.Money;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What all lines of the sheet 滞纳金 come to, yuan.
 *
 * @param imputed employers with an imputed month
 * @param unknown lines whose due is not known
 */
public record LateFeeTotals(
    long employers,
    long imputed,
    long unknown,
    Money due,
    Money paid,
    Money arrears,
    Money overpaid,
    Money fee) {

  public static LateFeeTotals of(List<LateFeeAccount> accounts) {
    Set<String> employers = new HashSet<>();
    Set<String> imputed = new HashSet<>();
    long unknown = 0;
    Money due = Money.ZERO;
    Money paid = Money.ZERO;
    Money arrears = Money.ZERO;
    Money overpaid = Money.ZERO;
    Money fee = Money.ZERO;
    for (LateFeeAccount account : accounts) {
      employers.add(account.due().employerCode());
      if (account.due().method() == DueRecord.Method.IMPUTED) {
        imputed.add(account.due().employerCode());
      }
      paid = paid.plus(account.paid());
      if (account.assessment().isEmpty()) {
        unknown++;
        continue;
      }
      LateFeeAssessment assessment = account.assessment().get();
      due = due.plus(assessment.due());
      arrears = arrears.plus(assessment.arrears());
      overpaid = overpaid.plus(assessment.overpaid());
      fee = fee.plus(assessment.fee());
    }
    return new LateFeeTotals(
        employers.size(), imputed.size(), unknown, due, paid, arrears, overpaid, fee);
  }
}
