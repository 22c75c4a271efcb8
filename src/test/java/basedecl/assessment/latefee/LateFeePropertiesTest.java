package basedecl.assessment.latefee;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.money.Money;
import basedecl.money.Rate;
import basedecl.policy.rule.Citation;
import basedecl.policy.rule.LateFeeRule;
import basedecl.policy.rule.LateFeeRule.CountsFrom;
import basedecl.policy.rule.Waiver;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for late fees whatever is paid when: rules, waivers and payments drawn by a seed. */
class LateFeePropertiesTest {

  private static final Citation CITATION = new Citation("例");
  private static final LocalDate DEADLINE = LocalDate.of(2024, 1, 25);
  private static final LocalDate BUSINESS_DATE = LocalDate.of(2031, 6, 30);
  private static final int SPAN_OF_DAYS = 2500;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 300);
  }

  private final List<SlicePaid> payments = new ArrayList<>();

  private static LateFeeAssessor assessor(Random random, boolean cap) {
    List<LateFeeRule> rules = new ArrayList<>();
    LocalDate from = LocalDate.of(2011, 7, 1);
    for (int i = 0; i <= random.nextInt(3); i++) {
      rules.add(
          new LateFeeRule(
              from,
              Rate.of("0.000" + (1 + random.nextInt(9))),
              CountsFrom.values()[random.nextInt(2)],
              random.nextBoolean(),
              cap,
              CITATION));
      from = DEADLINE.plusDays(1 + 400L * (i + 1) + random.nextInt(300));
    }
    List<Waiver> waivers = new ArrayList<>();
    for (int i = 0; i < random.nextInt(3); i++) {
      LocalDate start = DEADLINE.plusDays(random.nextInt(1000) - 100L);
      waivers.add(new Waiver(start, start.plusDays(random.nextInt(200)), CITATION));
    }
    return new LateFeeAssessor(rules, waivers);
  }

  private void draw(Random random) {
    for (int i = 0; i < 1 + random.nextInt(6); i++) {
      payments.add(
          new SlicePaid(
              DEADLINE.plusDays(random.nextInt(SPAN_OF_DAYS) / 100 * 100L),
              Money.ofFen(1 + random.nextInt(300_000))));
    }
  }

  private static Money due(Random random) {
    return Money.ofFen(1 + random.nextInt(1_000_000));
  }

  private static LateFeeAssessment assess(
      LateFeeAssessor assessor, Money due, List<SlicePaid> payments) {
    return assessor.assess(due, DEADLINE, payments, BUSINESS_DATE);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theOrderInWhichPaymentsAreGivenDoesNotMatter(long seed) {
    Random random = new Random(seed);
    LateFeeAssessor assessor = assessor(random, true);
    Money due = due(random);
    draw(random);
    List<SlicePaid> shuffled = new ArrayList<>(payments);
    Collections.shuffle(shuffled, random);
    assertThat(assess(assessor, due, shuffled)).isEqualTo(assess(assessor, due, payments));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyYuanDueIsEitherPaidOrInArrearsAndNoFeeIsNegative(long seed) {
    Random random = new Random(seed);
    LateFeeAssessor assessor = assessor(random, random.nextBoolean());
    Money due = due(random);
    draw(random);
    LateFeeAssessment assessment = assess(assessor, due, payments);
    Money paid = payments.stream().map(SlicePaid::amount).reduce(Money.ZERO, Money::plus);
    assertThat(assessment.paid()).isEqualTo(paid);
    assertThat(assessment.paid().minus(assessment.overpaid()).plus(assessment.arrears()))
        .isEqualTo(due);
    assertThat(assessment.lines())
        .allSatisfy(
            line -> {
              assertThat(line.fee().signum()).isNotNegative();
              assertThat(line.days()).isPositive();
            });
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void cappedFeesNeverExceedTheDue(long seed) {
    Random random = new Random(seed);
    LateFeeAssessor assessor = assessor(random, true);
    Money due = due(random);
    draw(random);
    assertThat(assess(assessor, due, payments).fee()).isLessThanOrEqualTo(due);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void payingLaterIsNeverCheaper(long seed) {
    Random random = new Random(seed);
    LateFeeAssessor assessor = sameConventions(assessor(random, random.nextBoolean()));
    Money due = due(random);
    int days = random.nextInt(SPAN_OF_DAYS - 1);
    SlicePaid early = new SlicePaid(DEADLINE.plusDays(days), due);
    SlicePaid late =
        new SlicePaid(DEADLINE.plusDays(days + 1L + random.nextInt(SPAN_OF_DAYS - days)), due);
    assertThat(assess(assessor, due, List.of(late)).fee())
        .isGreaterThanOrEqualTo(assess(assessor, due, List.of(early)).fee());
  }

  /** A rule that stops counting the day of payment may make one day cheaper; that is its point. */
  private static LateFeeAssessor sameConventions(LateFeeAssessor drawn) {
    LateFeeRule first = drawn.rules().get(0);
    return new LateFeeAssessor(
        drawn.rules().stream()
            .map(
                r ->
                    new LateFeeRule(
                        r.from(),
                        r.dailyRate(),
                        first.countsFrom(),
                        first.countsPaymentDay(),
                        r.capAtPrincipal(),
                        CITATION))
            .toList(),
        drawn.waivers());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void splittingAPaymentChangesAtMostAFenALine(long seed) {
    Random random = new Random(seed);
    LateFeeAssessor assessor = assessor(random, true);
    Money due = due(random).plus(Money.ofFen(2));
    LocalDate day = DEADLINE.plusDays(random.nextInt(SPAN_OF_DAYS));
    Money part =
        Money.ofFen(1 + random.nextInt(due.amount().movePointRight(2).intValueExact() - 1));
    LateFeeAssessment whole = assess(assessor, due, List.of(new SlicePaid(day, due)));
    LateFeeAssessment split =
        assess(
            assessor, due, List.of(new SlicePaid(day, part), new SlicePaid(day, due.minus(part))));
    assertThat(split.fee().minus(whole.fee()).amount().abs().movePointRight(2).intValueExact())
        .isLessThanOrEqualTo(split.lines().size());
  }
}
