package basedecl.ledger.collection;

import basedecl.assessment.collection.Receipt;
import basedecl.ledger.latefee.PaymentRecord;
import basedecl.payment.Movement;

/**
 * A receipt in the ledger and the line it came from.
 *
 * @param source the line, its payment being all that came
 */
public record ReceiptRecord(Receipt receipt, PaymentRecord source) {

  /** What a receipt is taken once by. */
  public String key() {
    return Movement.key(receipt.serial(), receipt.amount());
  }

  /** Whether both are the same line, read again; the list it stands in may have grown. */
  public boolean isSameLine(ReceiptRecord other) {
    return isSameMoney(other)
        && (source.isSameLine(other.source) || source.isSameLineOfGrownFile(other.source));
  }

  /** Whether both tell of the same money for the same line of a batch. */
  public boolean isSameMoney(ReceiptRecord other) {
    return receipt.batch() == other.receipt.batch()
        && source.payment().equals(other.source.payment());
  }
}
