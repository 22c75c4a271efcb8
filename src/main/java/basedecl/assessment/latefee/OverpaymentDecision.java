package basedecl.assessment.latefee;

import basedecl.money.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * What the agency decided on money that was paid beyond a month's due: that it goes back to the
 * employer (退费), or towards another month (抵缴). Nothing moves without one.
 *
 * @param period the month that was overpaid
 * @param amount yuan, above zero
 * @param target the month it goes towards; empty where it is refunded
 * @param decidedOn the day from which (inclusive) it holds
 * @param decidedBy who decided, as handed over; may be empty
 * @param reference the number of the document or of the transfer; may be empty
 * @param revokedOn the day from which (inclusive) it counts as never made
 */
public record OverpaymentDecision(
    String employerCode,
    YearMonth period,
    Money amount,
    Optional<YearMonth> target,
    LocalDate decidedOn,
    String decidedBy,
    String reference,
    Optional<LocalDate> revokedOn)
    implements AgencyDecision {

  /** A decision that stands. */
  public OverpaymentDecision(
      String employerCode,
      YearMonth period,
      Money amount,
      Optional<YearMonth> target,
      LocalDate decidedOn,
      String decidedBy,
      String reference) {
    this(employerCode, period, amount, target, decidedOn, decidedBy, reference, Optional.empty());
  }

  /** Whether both are about the same money of the same month, going the same way. */
  public boolean isOfSameMoney(OverpaymentDecision other) {
    return subject().equals(other.subject()) && amount.equals(other.amount);
  }

  @Override
  public boolean concerns(String employer, YearMonth month) {
    return employerCode.equals(employer)
        && (period.equals(month) || target.filter(month::equals).isPresent());
  }

  public boolean isOffset() {
    return target.isPresent();
  }

  @Override
  public String title() {
    return isOffset() ? "抵缴" : "退费";
  }

  @Override
  public List<String> subject() {
    return List.of(
        employerCode, period.toString(), target.map(YearMonth::toString).orElse("refund"));
  }

  @Override
  public String figure() {
    return amount.toString();
  }
}
