package basedecl.job.intake;

import basedecl.declaration.row.RawRow;
import basedecl.finding.Finding;
import basedecl.ledger.intake.IntakeFile;
import java.util.List;

/**
 * Some consecutive rows of one file.
 *
 * @param end how the file ended; {@link End#MORE} where rows follow in the next slice
 * @param findings with the last slice: of the file as a whole, or where it is complete of its
 *     sheets
 */
public record FileRows(
    IntakeFile file, String sha256, List<RawRow> rows, End end, List<Finding> findings) {

  /** What comes after the rows. */
  public enum End {
    MORE,
    COMPLETE,
    REFUSED,
    /** The same bytes were accepted before; nothing was read. */
    DUPLICATE
  }
}
