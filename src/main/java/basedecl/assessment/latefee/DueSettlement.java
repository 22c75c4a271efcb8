package basedecl.assessment.latefee;

import basedecl.payment.EmployerPayment;
import basedecl.payment.PaymentAccount;
import basedecl.policy.Policy;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Settles what employers owe, month by month, as known on the business date: a payment counts
 * towards the month it names and no other, from its day on (inclusive). What was given back of it
 * ({@link PaymentAccount}) counts as never paid, from the day of the reversal on (inclusive).
 */
public record DueSettlement(LateFeeAssessor assessor, LocalDate businessDate) {

  public static DueSettlement of(Policy policy, LocalDate businessDate) {
    return new DueSettlement(LateFeeAssessor.of(policy), businessDate);
  }

  /**
   * Every due with its payments, in the order of the dues. Payments of a month without a due settle
   * nothing.
   */
  public List<SettledDue> settle(
      Collection<EmployerDue> dues, Collection<EmployerPayment> payments) {
    Map<EmployerMonth, List<EmployerPayment>> byMonth =
        payments.stream()
            .filter(payment -> !payment.paidOn().isAfter(businessDate))
            .collect(
                Collectors.groupingBy(
                    payment -> new EmployerMonth(payment.employerCode(), payment.period())));
    return dues.stream()
        .map(
            due ->
                settled(
                    due,
                    byMonth.getOrDefault(
                        new EmployerMonth(due.employerCode(), due.period()), List.of())))
        .toList();
  }

  private record EmployerMonth(String employerCode, YearMonth period) {}

  private SettledDue settled(EmployerDue due, List<EmployerPayment> payments) {
    PaymentAccount account =
        PaymentAccount.of(payments.stream().map(EmployerPayment::movement).toList());
    List<SlicePaid> slices =
        account.left().stream()
            .map(payment -> new SlicePaid(payment.on(), payment.amount()))
            .toList();
    Optional<LateFeeAssessment> assessment =
        due.total().map(total -> assessor.assess(total, due.deadline(), slices, businessDate));
    return new SettledDue(due, payments, account.reversed(), assessment);
  }
}
