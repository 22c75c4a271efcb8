package basedecl.job.topup;

import basedecl.assessment.AssessedMonths;
import basedecl.assessment.topup.TopUpAssessor;
import basedecl.assessment.topup.TopUpLine;
import basedecl.assessment.topup.TopUpOutcome;
import basedecl.job.run.RegionPolicies;
import basedecl.job.run.RunContext;
import basedecl.job.topup.RetiredPersons.Retired;
import basedecl.ledger.flexible.ElectionRecord;
import basedecl.ledger.flexible.TopUpBill;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Who tops up which months, as the elections, the list of the retired and the bills already made
 * say. Months billed before stand as they were billed; the others of a person and kind make one new
 * bill. What comes to nothing is left out with its reason.
 */
final class TopUpPlan {

  private record Key(IdNumber idNumber, InsuranceKind kind) {}

  private final RunContext context;
  private final Map<InsuranceKind, Policy> policies;
  private final Map<IdNumber, Retired> retired;
  private final Map<Key, List<TopUpMonth>> billed;
  private final List<TopUpSum> sums = new ArrayList<>();
  private final List<TopUpLeftOut> leftOut = new ArrayList<>();
  private final List<TopUpBill> newBills = new ArrayList<>();
  private long bills;

  /**
   * @param elections in the order they were made
   * @param bills how many bills the region has for the year
   */
  TopUpPlan(
      RunContext context,
      List<ElectionRecord> elections,
      Map<IdNumber, Retired> retired,
      List<TopUpMonth> billed,
      long bills) {
    this.context = context;
    this.policies = RegionPolicies.byKind(context.rules());
    this.retired = retired;
    this.bills = bills;
    this.billed =
        billed.stream()
            .collect(Collectors.groupingBy(month -> new Key(month.idNumber(), month.kind())));
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
    Map<YearMonth, TopUpLine> lines = new TreeMap<>();
    TopUpOutcome.Reason reason = TopUpOutcome.Reason.NOT_ASSESSED_HERE;
    Policy policy = policies.get(key.kind());
    if (policy != null) {
      TopUpAssessor assessor = new TopUpAssessor(policy);
      for (int i = 0; i < elections.size(); i++) {
        TopUpOutcome outcome =
            assessor.assess(assessedMonths(elections, i), context.businessDate());
        if (outcome instanceof TopUpOutcome.Due due) {
          due.lines().forEach(line -> lines.put(line.month(), line));
        } else {
          reason = ((TopUpOutcome.LeftOut) outcome).reason();
        }
      }
    }
    List<TopUpMonth> months = new ArrayList<>(billed.getOrDefault(key, List.of()));
    months.forEach(month -> lines.remove(month.line().month()));
    Optional<LocalDate> due =
        Optional.ofNullable(policy)
            .flatMap(p -> p.limitChangeFor(newest.from()))
            .flatMap(LimitChange::until);
    bill(newest, lines, due)
        .ifPresent(
            bill -> {
              newBills.add(bill);
              months.addAll(bill.months());
            });
    if (months.isEmpty()) {
      leftOut.add(new TopUpLeftOut(newest.name(), key.idNumber(), key.kind().title(), reason));
    } else {
      months.sort(java.util.Comparator.comparing(month -> month.line().month()));
      sums.add(new TopUpSum(key.kind(), key.idNumber(), newest.name(), months, due));
    }
  }

  /** An election holds until it was void or the next one began, whichever is earlier. */
  private AssessedMonths assessedMonths(List<ElectionRecord> elections, int index) {
    ElectionRecord election = elections.get(index);
    Optional<YearMonth> stopped = election.voidedFrom();
    for (ElectionRecord later : elections.subList(index + 1, elections.size())) {
      if (stopped.isEmpty() || later.from().isBefore(stopped.get())) {
        stopped = Optional.of(later.from());
      }
    }
    return new AssessedMonths(
        election.base(),
        election.from(),
        Optional.ofNullable(retired.get(election.idNumber())).map(Retired::month),
        stopped);
  }

  private Optional<TopUpBill> bill(
      ElectionRecord person, Map<YearMonth, TopUpLine> lines, Optional<LocalDate> due) {
    Money amount = lines.values().stream().map(TopUpLine::amount).reduce(Money.ZERO, Money::plus);
    if (amount.isZero()) {
      return Optional.empty();
    }
    bills++;
    String number =
        String.format(Locale.ROOT, "TU-%s-%d-%06d", context.rules().name(), context.year(), bills);
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

  /** Everybody who tops up, billed before or now. */
  List<TopUpSum> sums() {
    return sums;
  }

  List<TopUpLeftOut> leftOut() {
    return leftOut;
  }

  List<TopUpBill> newBills() {
    return newBills;
  }
}
