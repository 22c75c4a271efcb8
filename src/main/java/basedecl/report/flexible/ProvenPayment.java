package basedecl.report.flexible;

import basedecl.money.Money;
import basedecl.policy.InsuranceKind;
import java.time.LocalDate;

/**
 * A payment as a list of payments and a proof state it, special or ordinary.
 *
 * @param key by which the ledger tells it from others
 * @param periods the months it was for, in words; empty where it was for none
 */
public record ProvenPayment(
    String region,
    InsuranceKind kind,
    LocalDate paidOn,
    Money amount,
    String serial,
    String key,
    String periods) {

  public boolean isRefund() {
    return amount.signum() < 0;
  }
}
