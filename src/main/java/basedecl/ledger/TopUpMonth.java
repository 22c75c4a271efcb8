package basedecl.ledger;

import basedecl.assessment.TopUpLine;
import basedecl.declaration.IdNumber;
import basedecl.declaration.InsuranceKind;

/** One month's top-up of a person, and the bill it stands on. */
public record TopUpMonth(
    InsuranceKind kind, IdNumber idNumber, String name, TopUpLine line, String bill) {}
