package basedecl.payment;

import basedecl.money.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * What an employer paid on one day towards one month's due, yuan; an amount below zero gives back
 * what was paid towards it (冲销). {@code serial}: the bank's or the tax office's number of the
 * payment (流水号).
 */
public record EmployerPayment(
    String employerCode,
    YearMonth period,
    LocalDate paidOn,
    Money amount,
    Optional<String> serial) {

  public Movement movement() {
    return new Movement(paidOn, amount, serial);
  }

  /** Whether both stand in the account of one employer and month. */
  public boolean isOfSameDue(EmployerPayment other) {
    return employerCode.equals(other.employerCode) && period.equals(other.period);
  }
}
