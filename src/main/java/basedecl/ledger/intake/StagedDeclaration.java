package basedecl.ledger.intake;

import basedecl.assessment.DeclarationTotals;

/**
 * One employer's part of a file, read to its end. {@code rejected}: at least one of its rows had an
 * error, none of its people are stored.
 */
public record StagedDeclaration(
    long fileId,
    long declarationId,
    String employerCode,
    String employerName,
    boolean rejected,
    long rowsRead,
    DeclarationTotals totals,
    boolean flagged) {}
