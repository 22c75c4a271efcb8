package basedecl.person;

import basedecl.cell.CellValue;
import basedecl.cell.Characters;
import basedecl.cell.Field;
import basedecl.cell.RowFault;
import basedecl.finding.FindingCode;
import basedecl.finding.Reason;
import java.util.Optional;

/**
 * 姓名 as a cell holds it: at least one letter of any script, {@code ·} and spaces inside allowed,
 * and no more characters than the ledger keeps, counted as its narrower database counts them: a
 * character outside the basic plane as two.
 */
public final class FullName {

  /** As many characters as the ledger keeps. */
  private static final int LONGEST = 100;

  private FullName() {}

  /** What is wrong with the name, if anything: {@code NAME_MISSING} or {@code TEXT_TOO_LONG}. */
  public static Optional<RowFault> fault(CellValue cell) {
    Optional<RowFault> unreadable = RowFault.unreadable(Field.NAME, cell);
    if (unreadable.isPresent()) {
      return unreadable;
    }
    String name = Characters.readable(cell.asText());
    if (name.isEmpty()) {
      return Optional.of(missing(Reason.NAME_BLANK));
    }
    if (!(cell instanceof CellValue.Text) || !anyLetter(name)) {
      return Optional.of(missing(Reason.NAME_NO_LETTER));
    }
    return name.length() <= LONGEST
        ? Optional.empty()
        : Optional.of(
            RowFault.of(
                Field.NAME,
                FindingCode.TEXT_TOO_LONG,
                Reason.NAME_TOO_LONG,
                Integer.toString(LONGEST)));
  }

  private static boolean anyLetter(String name) {
    return isLetter(name.codePointAt(0)) || name.codePoints().anyMatch(FullName::isLetter);
  }

  /** Rare characters that GB 18030 puts into the private area are letters of a name too. */
  private static boolean isLetter(int c) {
    return Character.isLetter(c) || Character.getType(c) == Character.PRIVATE_USE;
  }

  private static RowFault missing(Reason reason) {
    return RowFault.of(Field.NAME, FindingCode.NAME_MISSING, reason);
  }
}
