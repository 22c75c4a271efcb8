package basedecl.job.topup;

import basedecl.assessment.AssessedMonths;
import basedecl.assessment.topup.TopUpAssessor;
import basedecl.assessment.topup.TopUpBalance;
import basedecl.assessment.topup.TopUpLine;
import basedecl.assessment.topup.TopUpOutcome;
import basedecl.ledger.flexible.ElectionRecord;
import basedecl.ledger.flexible.Retirement;
import basedecl.ledger.flexible.TopUpBill;
import basedecl.ledger.flexible.TopUpBilled;
import basedecl.ledger.flexible.TopUpMonth;
import basedecl.money.Money;
import basedecl.person.IdNumber;
import basedecl.policy.InsuranceKind;
import basedecl.policy.Policy;
import basedecl.policy.rule.LimitChange;
import basedecl.report.flexible.TopUpLeftOut;
import basedecl.report.flexible.TopUpSum;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who tops up which months, as the elections, the list of the retired and the bills already made
 * say. Months billed before stand as they were billed, unless the election was voided or the person
 * had retired: those are taken back, and what was asked for them is a credit ({@link
 * TopUpBalance}), one of all years. The others of a person and kind make one new bill. What comes
 * to nothing is left out with its reason.
 */
public final class TopUpPlan {

  private static final TopUpOutcome.Reason NOT_HERE = TopUpOutcome.Reason.NOT_ASSESSED_HERE;
  private static final Comparator<TopUpMonth> BY_MONTH =
      Comparator.comparing((TopUpMonth month) -> month.line().month())
          .thenComparing(TopUpMonth::bill);

  private record Key(IdNumber idNumber, InsuranceKind kind) {

    static Key of(TopUpMonth month) {
      return new Key(month.idNumber(), month.kind());
    }
  }

  /**
   * Of which region and year, and on which day.
   *
   * @param policies the region's
   */
  public record Scope(
      String region, int year, LocalDate businessDate, Map<InsuranceKind, Policy> policies) {

    public Scope {
      policies = Map.copyOf(policies);
    }
  }

  private final Scope scope;
  private final Map<InsuranceKind, Policy> policies;
  private final Map<IdNumber, Retirement> retired;
  private final Map<Key, List<TopUpMonth>> billed;
  private final Map<Key, List<TopUpMonth>> takenBackBefore;
  private final Map<Key, Money> asked = new HashMap<>();
  private final List<TopUpSum> sums = new ArrayList<>();
  private final List<TopUpLeftOut> leftOut = new ArrayList<>();
  private final List<TopUpMonth> takenBack = new ArrayList<>();
  private final List<TopUpBill> newBills = new ArrayList<>();
  private long bills;

  /**
   * @param elections in the order they were made
   * @param before what the region billed for the year
   */
  public TopUpPlan(
      Scope scope,
      List<ElectionRecord> elections,
      Map<IdNumber, Retirement> retired,
      TopUpBilled before) {
    this.scope = scope;
    this.policies = new EnumMap<>(InsuranceKind.class);
    this.policies.putAll(scope.policies());
    this.retired = retired;
    this.bills = before.bills().size();
    this.billed = before.months().stream().collect(Collectors.groupingBy(Key::of));
    this.takenBackBefore = before.takenBack().stream().collect(Collectors.groupingBy(Key::of));
    before
        .bills()
        .forEach(
            bill -> asked.merge(new Key(bill.idNumber(), bill.kind()), bill.amount(), Money::plus));
    before
        .carried()
        .forEach(
            other ->
                asked.merge(new Key(other.idNumber(), other.kind()), other.amount(), Money::plus));
    Map<Key, List<ElectionRecord>> byPerson =
        elections.stream()
            .collect(
                Collectors.groupingBy(
                    election -> new Key(election.idNumber(), election.kind()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    byPerson.forEach(this::plan);
    Set<IdNumber> known =
        elections.stream().map(ElectionRecord::idNumber).collect(Collectors.toSet());
    retired.forEach(
        (number, person) -> {
          if (!known.contains(number)) {
            leftOut.add(
                new TopUpLeftOut(
                    person.name(),
                    number,
                    InsuranceKind.titles(policies.keySet()),
                    TopUpOutcome.Reason.NOT_ASSESSED_HERE));
          }
        });
  }

  private void plan(Key key, List<ElectionRecord> elections) {
    ElectionRecord newest = elections.get(elections.size() - 1);
    Optional<Policy> policy = Optional.ofNullable(policies.get(key.kind()));
    List<AssessedMonths> assessed =
        elections.stream().map(election -> assessedMonths(election, elections)).toList();
    Map<YearMonth, TopUpLine> lines = new TreeMap<>();
    TopUpOutcome.Reason reason = policy.map(p -> due(p, assessed, lines)).orElse(NOT_HERE);
    List<TopUpMonth> months = new ArrayList<>();
    List<TopUpMonth> back = new ArrayList<>();
    for (TopUpMonth month : billed.getOrDefault(key, List.of())) {
      boolean stands = policy.isEmpty() || stands(policy.get(), assessed, month.line());
      (stands ? months : back).add(month);
    }
    takenBack.addAll(back);
    months.forEach(month -> lines.remove(month.line().month()));
    Optional<LimitChange> rule = policy.flatMap(p -> p.limitChangeFor(newest.from()));
    TopUpBalance balance = balance(key, months, lines, rule);
    Optional<LocalDate> due = rule.flatMap(LimitChange::until);
    bill(newest, lines, balance.bill(), due)
        .ifPresent(
            bill -> {
              newBills.add(bill);
              months.addAll(bill.months());
            });
    back.addAll(0, takenBackBefore.getOrDefault(key, List.of()));
    if (months.isEmpty()) {
      leftOut.add(new TopUpLeftOut(newest.name(), key.idNumber(), key.kind().title(), reason));
    }
    if (!months.isEmpty() || !back.isEmpty() || asked.containsKey(key)) {
      months.sort(BY_MONTH);
      back.sort(BY_MONTH);
      sums.add(
          new TopUpSum(
              key.kind(), key.idNumber(), newest.name(), months, back, balance.credit(), due));
    }
  }

  /**
   * Puts what is due into {@code lines}; the answer is why the last election without it has none.
   */
  private TopUpOutcome.Reason due(
      Policy policy, List<AssessedMonths> assessed, Map<YearMonth, TopUpLine> lines) {
    TopUpOutcome.Reason reason = NOT_HERE;
    for (AssessedMonths each : assessed) {
      TopUpOutcome outcome = new TopUpAssessor(policy).assess(each, scope.businessDate());
      if (outcome instanceof TopUpOutcome.Due due) {
        due.lines().forEach(line -> lines.put(line.month(), line));
      } else {
        reason = ((TopUpOutcome.LeftOut) outcome).reason();
      }
    }
    return reason;
  }

  private boolean stands(Policy policy, List<AssessedMonths> assessed, TopUpLine billedLine) {
    TopUpAssessor assessor = new TopUpAssessor(policy);
    return assessed.stream()
        .anyMatch(each -> assessor.stands(each, billedLine, scope.businessDate()));
  }

  private TopUpBalance balance(
      Key key,
      List<TopUpMonth> months,
      Map<YearMonth, TopUpLine> lines,
      Optional<LimitChange> rule) {
    Money due =
        Stream.concat(months.stream().map(TopUpMonth::line), lines.values().stream())
            .map(TopUpLine::amount)
            .reduce(Money.ZERO, Money::plus);
    return new TopUpBalance(
        due,
        asked.getOrDefault(key, Money.ZERO),
        rule.map(LimitChange::decrease).orElse(LimitChange.Decrease.ZERO));
  }

  private AssessedMonths assessedMonths(ElectionRecord election, List<ElectionRecord> all) {
    return new AssessedMonths(
        election.base(),
        election.from(),
        Optional.ofNullable(retired.get(election.idNumber())).map(Retirement::month),
        election.stoppedFrom(all));
  }

  /** Months whose credit pays for them make a bill of zero, which the ledger keeps for itself. */
  private Optional<TopUpBill> bill(
      ElectionRecord person,
      Map<YearMonth, TopUpLine> lines,
      Money amount,
      Optional<LocalDate> due) {
    boolean nothing = lines.values().stream().allMatch(line -> line.amount().isZero());
    if (amount.isZero() && nothing) {
      return Optional.empty();
    }
    bills++;
    String number =
        String.format(Locale.ROOT, "TU-%s-%d-%06d", scope.region(), scope.year(), bills);
    return Optional.of(
        new TopUpBill(
            number,
            person.kind(),
            person.idNumber(),
            person.name(),
            amount,
            due,
            lines.values().stream()
                .map(
                    line ->
                        new TopUpMonth(
                            person.kind(), person.idNumber(), person.name(), line, number))
                .toList()));
  }

  /** Billed months that are taken back now. */
  List<TopUpMonth> takenBack() {
    return takenBack;
  }

  /** Everybody who tops up or did, billed before or now. */
  public List<TopUpSum> sums() {
    return sums;
  }

  /** Who does not top up, and why. */
  public List<TopUpLeftOut> leftOut() {
    return leftOut;
  }

  /** What is to be billed. */
  public List<TopUpBill> newBills() {
    return newBills;
  }
}
