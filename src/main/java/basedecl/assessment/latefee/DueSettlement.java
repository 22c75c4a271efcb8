package basedecl.assessment.latefee;

import basedecl.payment.EmployerPayment;
import basedecl.policy.LastDays;
import basedecl.policy.Policy;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Settles what employers owe, month by month, as known on the business date: a payment counts
 * towards the month it names and no other, from its day on (inclusive). What was given back of it
 * counts as never paid, from the day of the reversal on (inclusive). What was overpaid moves by a
 * decision of the agency only ({@link MonthAccount}), and a deferred month is in time until its
 * last day ({@link Deferrals}).
 */
public record DueSettlement(LateFeeAssessor assessor, LastDays lastDays, LocalDate businessDate) {

  public static DueSettlement of(Policy policy, LocalDate businessDate) {
    return new DueSettlement(LateFeeAssessor.of(policy), policy.lastDays(), businessDate);
  }

  /**
   * Every due with its payments, in the order of the dues. Payments of a month without a due settle
   * nothing.
   */
  public List<SettledDue> settle(
      Collection<EmployerDue> dues,
      Collection<EmployerPayment> payments,
      AgencyDecisions decisions) {
    Map<EmployerMonth, List<EmployerPayment>> paid =
        payments.stream()
            .filter(payment -> !payment.paidOn().isAfter(businessDate))
            .collect(
                Collectors.groupingBy(
                    payment -> new EmployerMonth(payment.employerCode(), payment.period())));
    List<OverpaymentDecision> known =
        decisions.overpayments().stream()
            .filter(decision -> decision.holdsOn(businessDate))
            .toList();
    List<AgencyDecision> revoked = decisions.revoked(businessDate);
    Map<EmployerMonth, List<OverpaymentDecision>> movedOut =
        by(known, decision -> Optional.of(decision.period()));
    Map<EmployerMonth, List<OverpaymentDecision>> movedIn = by(known, OverpaymentDecision::target);
    return dues.stream()
        .map(
            due -> {
              EmployerMonth month = new EmployerMonth(due.employerCode(), due.period());
              return settled(
                  due,
                  paid.getOrDefault(month, List.of()),
                  movedIn.getOrDefault(month, List.of()),
                  movedOut.getOrDefault(month, List.of()),
                  decisions.deferrals(),
                  revoked.stream()
                      .filter(each -> each.concerns(due.employerCode(), due.period()))
                      .toList());
            })
        .toList();
  }

  private record EmployerMonth(String employerCode, YearMonth period) {}

  private static Map<EmployerMonth, List<OverpaymentDecision>> by(
      List<OverpaymentDecision> decisions,
      Function<OverpaymentDecision, Optional<YearMonth>> month) {
    return decisions.stream()
        .filter(decision -> month.apply(decision).isPresent())
        .collect(
            Collectors.groupingBy(
                decision ->
                    new EmployerMonth(
                        decision.employerCode(), month.apply(decision).orElseThrow())));
  }

  private SettledDue settled(
      EmployerDue due,
      List<EmployerPayment> payments,
      List<OverpaymentDecision> movedIn,
      List<OverpaymentDecision> movedOut,
      Deferrals deferrals,
      List<AgencyDecision> revoked) {
    MonthAccount account = MonthAccount.of(payments, movedIn, movedOut);
    Optional<Deferral> deferral =
        deferrals
            .of(due.employerCode(), due.period(), businessDate, lastDays)
            .filter(each -> each.until().isAfter(due.deadline()));
    LocalDate deadline = deferral.map(Deferral::until).orElse(due.deadline());
    Optional<LateFeeAssessment> assessment =
        due.total().map(total -> assessor.assess(total, deadline, account.slices(), businessDate));
    return new SettledDue(
        due,
        payments,
        account.reversed(),
        new Moved(movedIn, movedOut, account.recoverable(), revoked),
        deferral.map(each -> new SettledDue.Deferred(each, each.runsOn(businessDate))),
        assessment);
  }
}
