package basedecl.ledger.flexible;

import basedecl.money.Money;
import basedecl.person.IdNumber;
import basedecl.policy.InsuranceKind;

/**
 * What a person was asked for in a region's other years beyond the months billed there that stand;
 * below zero where a year's bill was smaller by the credit of another.
 */
public record TopUpCarried(IdNumber idNumber, InsuranceKind kind, Money amount) {}
