package basedecl.ledger.flexible;

import basedecl.money.Money;
import basedecl.person.IdNumber;
import java.time.LocalDate;

/**
 * A proof of payment that was issued.
 *
 * @param code printed on the paper
 * @param sha256 digest of what the paper says
 */
public record CertificateRecord(
    String code,
    IdNumber idNumber,
    String name,
    int year,
    LocalDate issuedOn,
    int payments,
    Money amount,
    String sha256) {}
