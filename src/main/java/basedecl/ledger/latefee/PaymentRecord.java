package basedecl.ledger.latefee;

import basedecl.payment.EmployerPayment;

/**
 * A payment in the ledger and the line it came from.
 *
 * @param file path of the file within the folder of payments
 * @param sha256 digest of the file's bytes
 */
public record PaymentRecord(
    EmployerPayment payment, String file, String sha256, String sheet, int row) {

  /** The file, with its sheet where it has any. */
  public String place() {
    return sheet.isEmpty() ? file : file + "!" + sheet;
  }

  /** Whether both came from the same line of the same bytes. */
  public boolean isSameLine(PaymentRecord other) {
    return sha256.equals(other.sha256) && sheet.equals(other.sheet) && row == other.row;
  }

  /** Whether a file of the same name has the same payment in the same row. */
  public boolean isSameLineOfGrownFile(PaymentRecord other) {
    return file.equals(other.file)
        && sheet.equals(other.sheet)
        && row == other.row
        && payment.equals(other.payment);
  }
}
