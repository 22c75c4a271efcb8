package basedecl.report.flexible;

import basedecl.ledger.flexible.CertificateLedger;
import basedecl.ledger.flexible.CertificateRecord;
import basedecl.ledger.flexible.PersonLedger;
import basedecl.policy.PolicyBook;
import java.util.Optional;

/**
 * A proof of payment found by its code, and whether the ledger still says what it says.
 *
 * @param valid the ledger says the same as on the day it was issued
 * @param paid amounts paid of those it names
 * @param refunds amounts given back of those it names
 */
public record ProofCheck(CertificateRecord certificate, boolean valid, long paid, long refunds) {

  /**
   * Looks a proof up.
   *
   * @param code in the form of {@link PaymentProof#grouped}
   * @return empty where no proof of that code was issued
   */
  public static Optional<ProofCheck> of(
      String code, CertificateLedger certificates, PersonLedger ledger, PolicyBook policies) {
    return certificates.find(code).map(found -> of(found, ledger, policies));
  }

  private static ProofCheck of(
      CertificateRecord certificate, PersonLedger ledger, PolicyBook policies) {
    PersonLedger.Known known = ledger.of(certificate.idNumber(), certificate.issuedOn());
    PaymentProof today =
        PaymentProof.of(
            certificate.idNumber(),
            known.with(known.charges().stream().filter(certificate::knew).toList()),
            policies,
            certificate.year(),
            certificate.issuedOn());
    return new ProofCheck(certificate, today.says(certificate), today.paid(), today.refunds());
  }
}
