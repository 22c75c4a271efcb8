package basedecl.ledger.year;

import basedecl.assessment.DeclarationTotals;
import basedecl.assessment.Dues;
import basedecl.declaration.procedure.DeclarationState;
import basedecl.money.Money;

/**
 * An employer's declaration as it stands in the ledger, with the totals of its persons' lines.
 *
 * @param file path of the file within the inbox that the people stand in
 * @param declaredBelowLower persons whose declared wage was under the lower limit; part of {@code
 *     atLower}
 * @param dues a month's contributions; parts without a rate are empty
 */
public record DeclarationRecord(
    long id,
    int year,
    String employerCode,
    String employerName,
    String agency,
    int version,
    DeclarationState state,
    String file,
    long persons,
    long atLower,
    long atUpper,
    long declaredBelowLower,
    Money declaredTotal,
    Money baseTotal,
    Dues dues,
    boolean flagged) {

  /** The same declaration with other counts, bases and dues, those of another month. */
  DeclarationRecord with(DeclarationTotals totals, boolean nowFlagged) {
    return new DeclarationRecord(
        id,
        year,
        employerCode,
        employerName,
        agency,
        version,
        state,
        file,
        totals.persons(),
        totals.atLower(),
        totals.atUpper(),
        totals.declaredBelowLower(),
        totals.declaredTotal(),
        totals.baseTotal(),
        totals.dues(),
        nowFlagged);
  }

  /** The same declaration with the wages of those who count in the month. */
  DeclarationRecord withDeclared(Money total) {
    return new DeclarationRecord(
        id,
        year,
        employerCode,
        employerName,
        agency,
        version,
        state,
        file,
        persons,
        atLower,
        atUpper,
        declaredBelowLower,
        total,
        baseTotal,
        dues,
        flagged);
  }

  DeclarationRecord flaggedAs(boolean nowFlagged) {
    return new DeclarationRecord(
        id,
        year,
        employerCode,
        employerName,
        agency,
        version,
        state,
        file,
        persons,
        atLower,
        atUpper,
        declaredBelowLower,
        declaredTotal,
        baseTotal,
        dues,
        nowFlagged);
  }
}
