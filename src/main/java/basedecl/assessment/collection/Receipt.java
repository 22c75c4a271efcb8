package basedecl.assessment.collection;

import basedecl.money.Money;
import java.time.LocalDate;

/**
 * Money that came back for a line of a batch, yuan; below zero it was given back.
 *
 * @param amount all that came
 * @param lateFee the part of it that is late fee
 * @param serial the number under which it came
 */
public record Receipt(
    int batch, EmployerMonth key, LocalDate on, Money amount, Money lateFee, String serial) {

  /** What counts towards the month's due. */
  public Money principal() {
    return amount.minus(lateFee);
  }

  /**
   * The late fee within an amount that does not say so itself. One that is just what the line asked
   * for is divided as the line was; a line that asked for late fee alone gets nothing else; any
   * other amount counts towards the due.
   */
  public static Money lateFeeWithin(Money amount, Collected asked) {
    if (asked.principal().isZero()) {
      return amount;
    }
    return amount.equals(asked.total()) ? asked.lateFee() : Money.ZERO;
  }
}
