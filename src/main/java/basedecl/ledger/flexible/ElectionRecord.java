package basedecl.ledger.flexible;

import basedecl.assessment.latefee.PaymentRhythm;
import basedecl.money.Money;
import basedecl.person.IdNumber;
import basedecl.policy.InsuranceKind;
import java.time.YearMonth;
import java.util.Optional;

/**
 * A flexible worker's choice of a base.
 *
 * @param from the first month it holds for (生效月份)
 * @param voidedFrom the first month it no longer holds for; empty while it stands
 */
public record ElectionRecord(
    long id,
    InsuranceKind kind,
    IdNumber idNumber,
    String name,
    Money base,
    PaymentRhythm rhythm,
    YearMonth from,
    boolean batchDebit,
    Optional<YearMonth> voidedFrom) {

  public boolean stands() {
    return voidedFrom.isEmpty();
  }

  /** The same election, void from {@code month} on; from its beginning where that is later. */
  public ElectionRecord voided(YearMonth month) {
    return new ElectionRecord(
        id,
        kind,
        idNumber,
        name,
        base,
        rhythm,
        from,
        batchDebit,
        Optional.of(month.isBefore(from) ? from : month));
  }
}
