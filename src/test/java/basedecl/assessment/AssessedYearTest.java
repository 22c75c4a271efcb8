package basedecl.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.declaration.row.MonthsInService;
import basedecl.rules.RuleCase;
import java.util.ArrayList;
import java.util.List;
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
    OneDeclaration declared = OneDeclaration.of(year);
    AssessedYear one = new AssessedYear(declared.policy(), declared.bases(), declared.applied());
    one.add(
        declared.wage(), declared.stored().amount(), declared.changes(), MonthsInService.ALWAYS);
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
}
