package basedecl.ledger.employer;

import basedecl.declaration.change.KeptChange;

/**
 * A change in the ledger and the line it came from.
 *
 * @param file name of the file, within the folder where a folder was handed over
 * @param sha256 digest of the file's bytes
 */
public record RecordedChange(
    KeptChange kept, long runId, String file, String sha256, String sheet, int row) {

  /** The file, with its sheet where it has any, and the row. */
  public String place() {
    return file + (sheet.isEmpty() ? "" : "!" + sheet) + "!" + row;
  }
}
