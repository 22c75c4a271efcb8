package basedecl.report.flexible;

import basedecl.ledger.flexible.CertificateLedger;
import basedecl.ledger.flexible.CertificateRecord;
import basedecl.ledger.flexible.SpecialCharge;
import basedecl.ledger.flexible.SpecialLedger;
import basedecl.policy.WorkCalendar;
import java.util.List;
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
      String code, CertificateLedger certificates, SpecialLedger ledger, WorkCalendar calendar) {
    return certificates.find(code).map(found -> of(found, ledger, calendar));
  }

  private static ProofCheck of(
      CertificateRecord certificate, SpecialLedger ledger, WorkCalendar calendar) {
    List<SpecialCharge> known =
        ledger.chargesOf(certificate.idNumber()).stream().filter(certificate::knew).toList();
    PaymentProof today =
        PaymentProof.of(
            certificate.idNumber(),
            known.isEmpty() ? "" : known.get(0).name(),
            certificate.year(),
            certificate.issuedOn(),
            known,
            ledger.paymentsOf(certificate.idNumber()),
            calendar);
    return new ProofCheck(certificate, today.says(certificate), today.paid(), today.refunds());
  }
}
