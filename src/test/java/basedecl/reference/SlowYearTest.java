package basedecl.reference;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.assessment.ContributionBase;
import basedecl.assessment.Dues;
import basedecl.assessment.MonthSpan;
import basedecl.assessment.latefee.LateFeeAssessment;
import basedecl.policy.Policy;
import basedecl.policyfile.PolicyFiles;
import basedecl.reference.RandomYear.Lim;
import basedecl.reference.SlowStaff.Member;
import basedecl.report.ReportTexts;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Years through the policy files and the assessment: which limits a month is charged by, what
 * limit-change lists and keeps, every due, every slice, every month of an explanation.
 */
class SlowYearTest {

  @TempDir Path folder;

  /** More of them: {@code -Dbasedecl.reference.years=5000}. */
  static LongStream seeds() {
    return LongStream.rangeClosed(1, Long.getLong("basedecl.reference.years", 300));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyMonthOfARandomYearIsWhatTheSlowReferenceSays(long seed) throws IOException {
    RandomYear year = RandomYear.of(seed);
    Files.writeString(folder.resolve("weifang-employee-medical.yaml"), year.yaml());
    Policy policy = PolicyFiles.load(Optional.of(folder)).require("weifang-employee-medical");
    SlowYear slow = new SlowYear(year);
    YearInDomain quick = new YearInDomain(year, policy);
    quick
        .listed()
        .forEach(
            (happening, listed) ->
                assertThat(listed)
                    .as("seed %d, limit-change %s", seed, year.happenings().get(happening))
                    .isEqualTo(slow.changed(happening)));
    for (int employer = 0; employer < year.employers(); employer++) {
      persons(year, slow, quick, employer);
      dues(year, slow, quick, employer);
    }
    new DecidedYear(year, slow, policy).hold();
  }

  private static void persons(RandomYear year, SlowYear slow, YearInDomain quick, int employer) {
    List<Member> people = slow.people(employer);
    for (int person = 0; person < people.size(); person++) {
      Member one = people.get(person);
      BigDecimal wage = one.wage();
      int told = 0;
      for (MonthSpan span : quick.spans(employer, person)) {
        for (int month = span.from().getMonthValue(); month <= span.to().getMonthValue(); month++) {
          Lim limits = slow.limits(employer, month);
          BigDecimal base =
              one.months().contains(month)
                  ? slow.base(employer, month, wage)
                  : new BigDecimal("0.00");
          assertThat(
                  List.of(
                      span.limits().orElseThrow().limits().lower().amount(),
                      span.limits().orElseThrow().limits().upper().amount(),
                      span.limits().orElseThrow().published(),
                      span.base().amount(),
                      span.dues().employer().orElseThrow().amount(),
                      span.dues().personal().orElseThrow().amount()))
              .as("seed %d, employer %d, wage %s, month %d", year.seed(), employer, wage, month)
              .isEqualTo(
                  List.of(
                      new BigDecimal(limits.lower()),
                      new BigDecimal(limits.upper()),
                      limits.published(),
                      base,
                      SlowYear.part(base, slow.rate(month).employer()),
                      SlowYear.part(base, slow.rate(month).personal())));
          told++;
        }
      }
      assertThat(told).isEqualTo(12);
      sheets(year, slow, quick, employer, person);
    }
    assertThat(quick.people(employer)).isEqualTo(people.size());
  }

  private static void sheets(
      RandomYear year, SlowYear slow, YearInDomain quick, int employer, int person) {
    BigDecimal wage = slow.people(employer).get(person).wage();
    for (int month = 1; month <= 12; month++) {
      ContributionBase base = quick.inSheets(employer, person, month);
      BigDecimal expected = slow.base(employer, month, wage);
      Lim limits = slow.limits(employer, month);
      assertThat(
              List.of(
                  base.amount().amount(),
                  ReportTexts.adjustment(base.adjustment()),
                  base.atLower(),
                  base.atUpper()))
          .as("seed %d, employer %d, wage %s, month %d", year.seed(), employer, wage, month)
          .isEqualTo(
              List.of(
                  expected,
                  slow.adjustment(employer, month, wage),
                  expected.compareTo(new BigDecimal(limits.lower())) == 0,
                  expected.compareTo(new BigDecimal(limits.upper())) == 0));
    }
  }

  private static void dues(RandomYear year, SlowYear slow, YearInDomain quick, int employer) {
    for (Map.Entry<YearMonth, Dues> each : quick.dues(employer).entrySet()) {
      int month = each.getKey().getMonthValue();
      assertThat(each.getValue().total().orElseThrow().amount())
          .as("seed %d, employer %d, month %d", year.seed(), employer, month)
          .isEqualTo(slow.due(employer, month));
      LateFeeAssessment fee =
          quick.fee(employer, each.getKey(), each.getValue().total().orElseThrow());
      assertThat(DecidedYear.slices(fee))
          .as("seed %d, employer %d, month %d", year.seed(), employer, month)
          .isEqualTo(slow.slices(employer, month));
    }
  }
}
