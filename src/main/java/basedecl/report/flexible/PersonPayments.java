package basedecl.report.flexible;

import basedecl.ledger.flexible.ElectionRecord;
import basedecl.ledger.flexible.FlexiblePayment;
import basedecl.ledger.flexible.PersonLedger;
import basedecl.ledger.flexible.SpecialCharge;
import basedecl.ledger.flexible.SpecialPayment;
import basedecl.policy.InsuranceKind;
import basedecl.policy.Policy;
import basedecl.policy.PolicyBook;
import basedecl.policy.WorkCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What somebody paid, special and ordinary payments together, each with the months it was for; and
 * what is due and paid of it.
 *
 * @param name empty where the ledger knows none
 * @param payments in order of their days, special ones of a day first
 */
public record PersonPayments(
    String name,
    List<ProvenPayment> payments,
    List<SettledCharge> charges,
    List<FlexibleAccount> accounts) {

  private record Own(String region, InsuranceKind kind, int year) {}

  public PersonPayments {
    payments = List.copyOf(payments);
    charges = List.copyOf(charges);
    accounts = List.copyOf(accounts);
  }

  /**
   * What can be told of on a day: payments can be looked up one working day after they were made.
   */
  public static PersonPayments detailOf(
      PersonLedger.Known known, PolicyBook policies, LocalDate day) {
    WorkCalendar calendar = policies.national().calendar();
    return of(
        known,
        policies,
        day,
        paidOn -> !calendar.workingDaysAfter(paidOn, PaymentProof.DAYS_TO_DETAIL).isAfter(day));
  }

  /**
   * @param knownOn the day whose limits hold
   * @param visible whether a payment of a day can be told of
   */
  public static PersonPayments of(
      PersonLedger.Known known,
      PolicyBook policies,
      LocalDate knownOn,
      Predicate<LocalDate> visible) {
    List<SpecialPayment> special =
        known.special().stream().filter(payment -> visible.test(payment.paidOn())).toList();
    List<FlexiblePayment> ordinary =
        known.payments().stream()
            .filter(payment -> !payment.failed() && visible.test(payment.paidOn()))
            .toList();
    PaidPeriods periods = PaidPeriods.of(known.charges(), special);
    List<ProvenPayment> payments = new ArrayList<>();
    special.forEach(payment -> payments.add(proven(payment, periods.of(payment))));
    List<FlexibleAccount> accounts = new ArrayList<>();
    for (Own own : ordinary(known, ordinary)) {
      List<FlexiblePayment> paid = ordinary.stream().filter(p -> of(p).equals(own)).toList();
      Optional<FlexibleAccount> account = account(known, policies, knownOn, own, paid);
      account.ifPresent(accounts::add);
      paid.forEach(
          payment ->
              payments.add(proven(payment, account.map(a -> months(a, payment)).orElse(""))));
    }
    payments.sort(Comparator.comparing(ProvenPayment::paidOn));
    return new PersonPayments(
        name(known), payments, SettledCharge.of(known.charges(), special), accounts);
  }

  private static String name(PersonLedger.Known known) {
    return known.charges().stream()
        .map(SpecialCharge::name)
        .findFirst()
        .or(
            () ->
                known.elections().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .flatMap(region -> region.getValue().stream())
                    .map(ElectionRecord::name)
                    .findFirst())
        .orElse("");
  }

  private static List<Own> ordinary(PersonLedger.Known known, List<FlexiblePayment> payments) {
    List<Own> all = new ArrayList<>();
    known
        .elections()
        .forEach(
            (region, elections) ->
                elections.forEach(
                    each -> all.add(new Own(region, each.kind(), each.from().getYear()))));
    payments.forEach(payment -> all.add(of(payment)));
    return all.stream()
        .distinct()
        .sorted(Comparator.comparing(Own::region).thenComparing(Own::kind).thenComparing(Own::year))
        .toList();
  }

  private static Own of(FlexiblePayment payment) {
    return new Own(payment.region(), payment.kind(), payment.year());
  }

  private static Optional<FlexibleAccount> account(
      PersonLedger.Known known,
      PolicyBook policies,
      LocalDate knownOn,
      Own own,
      List<FlexiblePayment> paid) {
    List<ElectionRecord> elections =
        known.elections().getOrDefault(own.region(), List.of()).stream()
            .filter(each -> each.kind() == own.kind() && each.from().getYear() == own.year())
            .toList();
    Optional<Policy> policy = policies.flexible(own.region(), own.kind());
    return elections.isEmpty()
        ? Optional.empty()
        : policy.map(
            each ->
                FlexibleAccount.of(
                    each,
                    knownOn,
                    elections,
                    Optional.ofNullable(
                        known.retired().getOrDefault(own.region(), Map.of()).get(own.year())),
                    paid));
  }

  /** Where it was laid; what a payment names where all of it was given back. */
  private static String months(FlexibleAccount account, FlexiblePayment payment) {
    String laid = account.periods(payment);
    return laid.isEmpty() || payment.amount().signum() < 0
        ? payment.paidFor().map(p -> Months.words(p.from(), p.to())).orElse("")
        : laid;
  }

  private static ProvenPayment proven(SpecialPayment payment, String periods) {
    return new ProvenPayment(
        payment.region(),
        payment.kind(),
        payment.paidOn(),
        payment.amount(),
        payment.serial(),
        payment.key(),
        periods);
  }

  private static ProvenPayment proven(FlexiblePayment payment, String periods) {
    return new ProvenPayment(
        payment.region(),
        payment.kind(),
        payment.paidOn(),
        payment.amount(),
        payment.serial(),
        payment.key(),
        periods);
  }
}
