package basedecl.ledger.year;

import basedecl.assessment.Adjustment;
import basedecl.assessment.ContributionBase;
import basedecl.assessment.Dues;
import basedecl.ledger.database.LedgerKeys;
import basedecl.money.Money;
import basedecl.person.DocumentKind;
import basedecl.person.IdNumber;

/**
 * One person's line of a declaration as it stands in the ledger; {@code sheet} and {@code row} say
 * where it came from.
 */
public record PersonRecord(
    int line,
    String name,
    DocumentKind documentKind,
    IdNumber idNumber,
    Money declaredWage,
    Money base,
    Adjustment adjustment,
    boolean atLower,
    Dues dues,
    String remarks,
    String sheet,
    int row)
    implements PersonLine {

  /** Whether the person joined after the employer declared: its line stands in no declaration. */
  public boolean isJoined() {
    return LedgerKeys.isJoined(line);
  }

  /** The same line with another wage, that of another month. */
  PersonRecord withWage(Money wage) {
    return new PersonRecord(
        line,
        name,
        documentKind,
        idNumber,
        wage,
        base,
        adjustment,
        atLower,
        dues,
        remarks,
        sheet,
        row);
  }

  /** The same line with another base and its dues, those of another month. */
  PersonRecord with(ContributionBase other, Dues itsDues) {
    return new PersonRecord(
        line,
        name,
        documentKind,
        idNumber,
        declaredWage,
        other.amount(),
        other.adjustment(),
        other.atLower(),
        itsDues,
        remarks,
        sheet,
        row);
  }
}
