package basedecl.ledger.flexible;

import basedecl.assessment.topup.TopUpLine;
import basedecl.person.IdNumber;
import basedecl.policy.InsuranceKind;

/** One month's top-up of a person, and the bill it stands on. */
public record TopUpMonth(
    InsuranceKind kind, IdNumber idNumber, String name, TopUpLine line, String bill) {}
