package basedecl.payment;

import basedecl.money.Money;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Money that came in on a day, or, below zero, that was given back.
 *
 * @param serial the bank's or the tax office's number (流水号); what gives a payment back may bear the
 *     number of that payment
 */
public record Movement(LocalDate on, Money amount, Optional<String> serial) {

  /** What the number of a payment is kept under in the ledgers. */
  public static final String PAYMENT = "serial";

  private static final String REVERSAL = "refund";

  public boolean isReversal() {
    return amount.signum() < 0;
  }

  /**
   * What the number of such an amount is kept under: a number is taken once for a payment and once
   * for what gives it back.
   */
  public static String takenFor(Money amount) {
    return amount.signum() < 0 ? REVERSAL : PAYMENT;
  }

  /** Names a numbered movement. */
  public static String key(String serial, Money amount) {
    return takenFor(amount) + " " + serial;
  }

  Movement with(Money other) {
    return new Movement(on, other, serial);
  }
}
