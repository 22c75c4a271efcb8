package basedecl.ledger.intake;

import basedecl.assessment.ContributionBase;
import basedecl.assessment.Dues;
import basedecl.declaration.row.WageLine;

/** A checked and assessed person, ready to be stored under its key. */
public record StagedPerson(long lineKey, WageLine line, ContributionBase base, Dues dues) {}
