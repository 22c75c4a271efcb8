package basedecl.assessment.collection;

import basedecl.money.Money;
import java.util.List;

/**
 * A line of a batch and what came back for it.
 *
 * @param asked what the line asked for, yuan; below zero it gave something back
 * @param receipts in order of their days
 * @param open what is not paid of it: neither by its own receipts nor by other money of the same
 *     employer and month
 */
public record LineAccount(
    int batch, EmployerMonth key, Collected asked, List<Receipt> receipts, Money open) {

  public LineAccount {
    receipts = List.copyOf(receipts);
  }

  public Money received() {
    return receipts.stream().map(Receipt::amount).reduce(Money.ZERO, Money::plus);
  }

  /** Above zero where more came than was asked for. */
  public Money difference() {
    return received().minus(asked.total());
  }

  /** Whether money came, and just as much as was asked for. */
  public boolean agrees() {
    return !receipts.isEmpty() && difference().isZero();
  }

  /** Whether money came, but more or less than was asked for. */
  public boolean differs() {
    return !receipts.isEmpty() && !difference().isZero();
  }

  public boolean isOpen() {
    return open.signum() > 0;
  }
}
