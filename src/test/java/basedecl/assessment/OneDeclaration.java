package basedecl.assessment;

import basedecl.money.Money;
import basedecl.policy.ContributionMonth;
import basedecl.policy.LastDays;
import basedecl.policy.Policy;
import basedecl.policy.rule.Citation;
import basedecl.policy.rule.Limits;
import basedecl.policy.rule.LimitsStanding;
import basedecl.policy.rule.PublishedLimits;
import basedecl.rules.RuleCase;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One person's declaration of a case, with the runs of limit-change that followed it. */
record OneDeclaration(
    Policy policy,
    MonthlyBases bases,
    Money wage,
    ContributionBase stored,
    NavigableMap<YearMonth, Money> changes,
    List<LimitsApplied> applied) {

  static OneDeclaration of(RuleCase year) {
    Policy policy = policy(year.get("limits"));
    LocalDate declared = LocalDate.parse(year.get("declared"));
    YearMonth assessed = ContributionMonth.of(2024, declared);
    MonthlyBases bases = MonthlyBases.of(policy, assessed, declared);
    Money wage = Money.of(year.get("wage"));
    ContributionBase stored =
        new BaseAssessor(bases.limits().in(assessed).orElseThrow().limits(), policy.rounding())
            .assess(wage);
    NavigableMap<YearMonth, Money> changes = new TreeMap<>();
    List<LimitsApplied> applied = new ArrayList<>();
    for (String run : words(year.get("changes", ""))) {
      String[] parts = run.split("/", -1);
      LimitsApplied limits =
          new LimitsApplied(YearMonth.parse(parts[0]), LocalDate.parse(parts[1]), Optional.empty());
      applied.add(limits);
      changes.tailMap(limits.from(), true).clear();
      new LimitsTakenUp(policy, limits)
          .changes(YearWage.of(wage), month -> bases.in(month, wage, stored.amount(), changes))
          .forEach((month, base) -> changes.put(month, base.amount()));
    }
    return new OneDeclaration(policy, bases, wage, stored, changes, applied);
  }

  static Policy policy(String limits) {
    List<PublishedLimits> published = new ArrayList<>();
    for (String each : words(limits)) {
      String[] parts = each.split("/", -1);
      published.add(
          new PublishedLimits(
              2024,
              YearMonth.parse(parts[0]),
              new Limits(Money.of(parts[1]), Money.of(parts[2])),
              published.isEmpty() ? LimitsStanding.PROVISIONAL : LimitsStanding.FINAL,
              LocalDate.parse(parts[3]),
              new Citation("试算")));
    }
    return new Policy(
        "p",
        "试算",
        "",
        "p.yaml",
        published,
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        LastDays.AS_STATED);
  }

  private static List<String> words(String text) {
    return Stream.of(text.split(" ")).filter(word -> !word.isEmpty()).toList();
  }
}
