package basedecl.ledger.flexible;

import basedecl.money.Money;
import basedecl.person.IdNumber;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A proof of payment that was issued.
 *
 * @param code printed on the paper
 * @param lastCharge the last approved amount it knew; empty for those issued before it was kept
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
    Optional<Long> lastCharge,
    String sha256) {

  /** An amount approved after it was issued changes nothing of what it says. */
  public boolean knew(SpecialCharge charge) {
    return lastCharge.map(last -> charge.id() <= last).orElse(true);
  }
}
