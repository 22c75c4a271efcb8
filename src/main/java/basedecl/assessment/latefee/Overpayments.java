package basedecl.assessment.latefee;

import basedecl.finding.FindingCode;
import basedecl.finding.Reason;
import basedecl.money.Money;
import basedecl.payment.EmployerPayment;
import basedecl.policy.Policy;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * What one employer overpaid: never more is moved away from a month than it was overpaid, both on
 * the day of the decision and on the business date, all earlier decisions taken off.
 */
public record Overpayments(
    Policy policy, LocalDate businessDate, List<EmployerDue> dues, List<EmployerPayment> payments) {

  public Overpayments {
    dues = List.copyOf(dues);
    payments = List.copyOf(payments);
  }

  /** Why a decision cannot be taken beside the earlier ones. */
  public Optional<DecisionRefusal> refuses(OverpaymentDecision decision, AgencyDecisions earlier) {
    Optional<EmployerDue> due =
        dues.stream().filter(each -> each.period().equals(decision.period())).findFirst();
    if (due.isEmpty()) {
      return refusal(Reason.OVERPAID_NOT_DUE);
    }
    if (due.get().total().isEmpty()) {
      return refusal(Reason.OVERPAID_UNKNOWN);
    }
    for (LocalDate day : List.of(decision.decidedOn(), businessDate)) {
      Money overpaid = overpaid(decision.period(), day, earlier);
      if (overpaid.isLessThan(decision.amount())) {
        return refusal(Reason.OVERPAID_LESS, day.toString(), overpaid.toString());
      }
    }
    return Optional.empty();
  }

  /** What a month was overpaid as known on a day; zero where it has no known due. */
  private Money overpaid(YearMonth period, LocalDate day, AgencyDecisions decisions) {
    List<EmployerDue> month = dues.stream().filter(due -> due.period().equals(period)).toList();
    return DueSettlement.of(policy, day).settle(month, payments, decisions).stream()
        .flatMap(settled -> settled.overpaid().stream())
        .reduce(Money.ZERO, Money::plus);
  }

  private static Optional<DecisionRefusal> refusal(Reason reason, String... arguments) {
    return Optional.of(DecisionRefusal.of(FindingCode.OVERPAYMENT_EXCEEDED, reason, arguments));
  }
}
