package basedecl.ledger.staff;

import basedecl.declaration.staff.StaffChange;

/**
 * A change that was taken, and the line of the table it stood in.
 *
 * @param runId of the run that took it
 */
public record StaffChangeRecord(
    StaffChange change, String path, String sheet, int row, long runId) {

  /** Where it stood: file, sheet and row; a text file has no sheet. */
  public String source() {
    return path + (sheet.isEmpty() ? "" : "!" + sheet) + "!" + row;
  }
}
