package basedecl.ledger.flexible;

import basedecl.money.Money;
import basedecl.person.IdNumber;
import basedecl.policy.InsuranceKind;
import java.time.YearMonth;

/** An amount for earlier months (both inclusive) that an agency approved for payment. */
public record SpecialCharge(
    long id,
    String region,
    InsuranceKind kind,
    IdNumber idNumber,
    String name,
    YearMonth from,
    YearMonth to,
    String type,
    Money amount) {}
