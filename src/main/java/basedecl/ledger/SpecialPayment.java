package basedecl.ledger;

import basedecl.declaration.IdNumber;
import basedecl.declaration.InsuranceKind;
import basedecl.money.Money;
import java.time.LocalDate;

/**
 * A person's payment; an amount below zero gives back a debit that failed.
 *
 * @param key by which it is told from others: its serial number, or its line where it has none
 * @param sourceLine file, sheet and row it was read from
 */
public record SpecialPayment(
    String region,
    String key,
    InsuranceKind kind,
    IdNumber idNumber,
    LocalDate paidOn,
    Money amount,
    String serial,
    String sourceLine) {}
