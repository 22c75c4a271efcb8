package basedecl.report.flexible;

import basedecl.assessment.flexible.DueInstalment;
import basedecl.assessment.flexible.ElectionPrice;
import basedecl.assessment.flexible.InstalmentAccount;
import basedecl.assessment.flexible.PaidInstalment;
import basedecl.assessment.topup.Instalment;
import basedecl.ledger.flexible.ElectionRecord;
import basedecl.ledger.flexible.FlexiblePayment;
import basedecl.money.Money;
import basedecl.person.IdNumber;
import basedecl.policy.InsuranceKind;
import basedecl.policy.Policy;
import basedecl.policy.rule.BackPayment;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What somebody has to pay and paid for a kind of insurance in a year, by the elections that held.
 *
 * @param elections in the order they were made; at least one
 * @param chosen the election of each instalment
 */
public record FlexibleAccount(
    Policy policy,
    List<ElectionRecord> elections,
    List<ElectionRecord> chosen,
    InstalmentAccount account) {

  public FlexibleAccount {
    elections = List.copyOf(elections);
    chosen = List.copyOf(chosen);
  }

  private record Chosen(ElectionRecord election, DueInstalment due) {}

  /**
   * @param own a person's elections of one kind and year in the order they were made
   * @param retired the month of retirement: the month before it is the last to pay
   * @param payments the person's of the kind and year, in order of their days
   */
  public static FlexibleAccount of(
      Policy policy,
      LocalDate knownOn,
      List<ElectionRecord> own,
      Optional<YearMonth> retired,
      List<FlexiblePayment> payments) {
    List<Chosen> due = new ArrayList<>();
    for (ElectionRecord election : own) {
      for (Instalment instalment : instalments(policy, knownOn, election, own, retired)) {
        LocalDate lastDay = policy.instalmentDay(instalment.first(), instalment.last());
        due.add(new Chosen(election, new DueInstalment(instalment, lastDay)));
      }
    }
    due.sort(Comparator.comparing(each -> each.due().first()));
    return new FlexibleAccount(
        policy,
        own,
        due.stream().map(Chosen::election).toList(),
        InstalmentAccount.of(
            due.stream().map(Chosen::due).toList(),
            payments.stream()
                .filter(payment -> !payment.failed())
                .map(FlexiblePayment::instalment)
                .toList(),
            day -> mayBeLate(policy, day)));
  }

  private static List<Instalment> instalments(
      Policy policy,
      LocalDate knownOn,
      ElectionRecord election,
      List<ElectionRecord> own,
      Optional<YearMonth> retired) {
    YearMonth held = election.last(own);
    YearMonth last =
        retired
            .filter(month -> !policy.isByTier())
            .map(month -> month.minusMonths(1))
            .filter(held::isAfter)
            .orElse(held);
    return new ElectionPrice(policy, knownOn)
        .instalments(election.base(), election.from(), last, election.rhythm())
        .orElse(List.of());
  }

  /** Whether the policy lets somebody pay on a day what should have been paid before it. */
  public static boolean mayBeLate(Policy policy, LocalDate day) {
    return policy.backPaymentFor(YearMonth.from(day)).map(BackPayment::allowed).orElse(true);
  }

  public List<PaidInstalment> instalments() {
    return account.instalments();
  }

  public IdNumber idNumber() {
    return newest().idNumber();
  }

  public String name() {
    return newest().name();
  }

  public InsuranceKind kind() {
    return newest().kind();
  }

  public int year() {
    return newest().from().getYear();
  }

  /** Whether the newest election agrees to batch debit. */
  public boolean agreesToDebit() {
    return newest().batchDebit();
  }

  private ElectionRecord newest() {
    return elections.get(elections.size() - 1);
  }

  /** What is due for the year. */
  public Money due() {
    return instalments().stream().map(PaidInstalment::amount).reduce(Money.ZERO, Money::plus);
  }

  /** What was paid for the year, what belongs to no instalment too. */
  public Money paid() {
    return instalments().stream()
        .map(PaidInstalment::paid)
        .reduce(account.unplacedAmount(), Money::plus);
  }

  public int paidMonths() {
    return instalments().stream().mapToInt(each -> each.paidMonths().size()).sum();
  }

  public int interruptedMonths(LocalDate day) {
    return instalments().stream().mapToInt(each -> each.interruptedMonths(day).size()).sum();
  }

  /** The months a payment was laid on, in words; empty where it is on none. */
  public String periods(FlexiblePayment payment) {
    return String.join(
        "、",
        account.laidOn(payment.number()).stream()
            .map(due -> Months.words(due.first(), due.instalment().last()))
            .toList());
  }
}
