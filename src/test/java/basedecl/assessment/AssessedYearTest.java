package basedecl.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.money.Money;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each month by the limits that hold in it and were known: {@code rules/months.yaml}. */
class AssessedYearTest {

  static Stream<RuleCase> months() {
    return RuleCase.of("months.yaml");
  }

  @ParameterizedTest
  @MethodSource("months")
  void aMonthIsAssessedByTheLimitsThatHoldInItAndWereKnown(RuleCase year) {
    Policy policy = policy(year.get("limits"));
    LocalDate declared = LocalDate.parse(year.get("declared"));
    YearMonth assessed =
        declared.getYear() == 2024
            ? YearMonth.from(declared)
            : YearMonth.of(2024, declared.getYear() < 2024 ? 1 : 12);
    MonthlyBases bases = MonthlyBases.of(policy, assessed, declared);
    Money wage = Money.of(year.get("wage"));
    Money stored =
        new BaseAssessor(bases.limits().in(assessed).orElseThrow().limits(), policy.rounding())
            .assess(wage)
            .amount();
    NavigableMap<YearMonth, Money> changes = new TreeMap<>();
    List<LimitsApplied> applied = new ArrayList<>();
    for (String run : words(year.get("changes", ""))) {
      String[] parts = run.split("/", -1);
      LimitsApplied limits =
          new LimitsApplied(YearMonth.parse(parts[0]), LocalDate.parse(parts[1]));
      applied.add(limits);
      changes.tailMap(limits.from(), true).clear();
      new LimitsTakenUp(policy, limits)
          .changes(wage, month -> bases.in(month, wage, stored, changes))
          .forEach((month, base) -> changes.put(month, base.amount()));
    }
    AssessedYear one = new AssessedYear(policy, bases, applied);
    one.add(wage, stored, changes);
    assertThat(byBase(one.spans())).isEqualTo(year.get("months"));
  }

  /** Months of one base together, whatever their limits. */
  private static String byBase(List<MonthSpan> spans) {
    List<MonthSpan> merged = new ArrayList<>();
    for (MonthSpan span : spans) {
      int last = merged.size() - 1;
      if (last >= 0 && merged.get(last).base().equals(span.base())) {
        merged.set(last, merged.get(last).until(span.to()));
      } else {
        merged.add(span);
      }
    }
    return merged.stream()
        .map(
            span ->
                "%02d-%02d %s"
                    .formatted(span.from().getMonthValue(), span.to().getMonthValue(), span.base()))
        .collect(Collectors.joining(" "));
  }

  private static Policy policy(String limits) {
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
        Optional.empty());
  }

  private static List<String> words(String text) {
    return Stream.of(text.split(" ")).filter(word -> !word.isEmpty()).toList();
  }
}
