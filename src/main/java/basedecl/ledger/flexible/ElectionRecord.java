package basedecl.ledger.flexible;

import basedecl.assessment.AssessedMonths;
import basedecl.assessment.flexible.PaymentRhythm;
import basedecl.money.Money;
import basedecl.person.IdNumber;
import basedecl.policy.InsuranceKind;
import java.time.YearMonth;
import java.util.List;
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

  /** Between its first month and that it is void from, whatever was chosen after it. */
  public boolean holdsIn(YearMonth month) {
    return !month.isBefore(from) && !month.isAfter(lastBefore(voidedFrom));
  }

  /**
   * The first month it no longer holds for: void, or chosen anew.
   *
   * @param all the person's elections of the kind and year, in the order they were made
   */
  public Optional<YearMonth> stoppedFrom(List<ElectionRecord> all) {
    return AssessedMonths.stoppedFrom(
        voidedFrom,
        all.subList(all.indexOf(this) + 1, all.size()).stream().map(ElectionRecord::from));
  }

  /**
   * The last month it holds for, December of its year at the latest.
   *
   * @param all as for {@link #stoppedFrom}
   */
  public YearMonth last(List<ElectionRecord> all) {
    return lastBefore(stoppedFrom(all));
  }

  private YearMonth lastBefore(Optional<YearMonth> stopped) {
    return stopped
        .map(month -> month.minusMonths(1))
        .orElseGet(() -> YearMonth.of(from.getYear(), 12));
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
