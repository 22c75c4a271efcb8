package basedecl.ledger;

import basedecl.assessment.ContributionBase;
import basedecl.assessment.Dues;
import basedecl.declaration.WageLine;

/** A checked and assessed person, ready to be stored under its key. */
public record StagedPerson(long lineKey, WageLine line, ContributionBase base, Dues dues) {}
