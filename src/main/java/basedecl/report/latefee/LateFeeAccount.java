package basedecl.report.latefee;

import basedecl.assessment.latefee.LateFeeAssessment;
import basedecl.assessment.latefee.LateFeeAssessor;
import basedecl.assessment.latefee.SlicePaid;
import basedecl.ledger.latefee.PaymentRecord;
import basedecl.ledger.year.DueRecord;
import basedecl.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One line of the sheet 滞纳金: what an employer owes for a month, what it paid by the business date
 * and the late fee.
 *
 * @param paid payments up to the business date (inclusive)
 * @param assessment empty where the due is not known
 */
public record LateFeeAccount(
    String employerName,
    String agency,
    DueRecord due,
    Money paid,
    Optional<LateFeeAssessment> assessment) {

  /** Settles the month's due with its payments. */
  public static LateFeeAccount of(
      String employerName,
      String agency,
      DueRecord due,
      List<PaymentRecord> payments,
      LateFeeAssessor assessor,
      LocalDate businessDate) {
    List<SlicePaid> slices =
        payments.stream()
            .map(record -> new SlicePaid(record.payment().paidOn(), record.payment().amount()))
            .filter(slice -> !slice.paidOn().isAfter(businessDate))
            .toList();
    return new LateFeeAccount(
        employerName,
        agency,
        due,
        slices.stream().map(SlicePaid::amount).reduce(Money.ZERO, Money::plus),
        due.total().map(total -> assessor.assess(total, due.deadline(), slices, businessDate)));
  }
}
