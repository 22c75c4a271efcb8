package basedecl.assessment.latefee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import basedecl.message.Language;
import basedecl.message.RefusedException;
import basedecl.money.Money;
import basedecl.money.Rate;
import basedecl.policy.rule.Citation;
import basedecl.policy.rule.LateFeeRule;
import basedecl.policy.rule.LateFeeRule.CountsFrom;
import basedecl.policy.rule.Waiver;
import basedecl.rules.RuleCase;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LateFeeAssessorTest {

  private static final Citation LAW = new Citation("社会保险法第八十六条");
  private static final LocalDate DEADLINE = LocalDate.of(2024, 1, 25);
  private static final LocalDate LATER = LocalDate.of(2030, 12, 31);

  static Stream<RuleCase> lateFees() {
    return RuleCase.of("late-fees.yaml");
  }

  private static LateFeeRule rule(String from, String rate) {
    return new LateFeeRule(
        LocalDate.parse(from), Rate.of(rate), CountsFrom.DAY_AFTER_DEADLINE, true, true, LAW);
  }

  private static LateFeeAssessor byLaw() {
    return new LateFeeAssessor(List.of(rule("2011-07-01", "0.0005")), List.of());
  }

  private static SlicePaid paid(String date, String amount) {
    return new SlicePaid(LocalDate.parse(date), Money.of(amount));
  }

  @ParameterizedTest
  @MethodSource("lateFees")
  void theFeeIsPrincipalTimesRateTimesDays(RuleCase month) {
    LateFeeRule rule =
        new LateFeeRule(
            LocalDate.of(2011, 7, 1),
            Rate.of("0.0005"),
            CountsFrom.valueOf(month.get("counts-from", "DAY_AFTER_DEADLINE")),
            Boolean.parseBoolean(month.get("counts-payment-day", "true")),
            Boolean.parseBoolean(month.get("cap", "true")),
            LAW);
    List<SlicePaid> payments =
        month.has("paid") ? List.of(paid(month.get("paid"), month.get("principal"))) : List.of();
    LateFeeAssessment assessment =
        new LateFeeAssessor(List.of(rule), waivers(month))
            .assess(
                Money.of(month.get("principal")),
                LocalDate.parse(month.get("deadline")),
                payments,
                LocalDate.parse(month.get("business", LATER.toString())));
    assertThat(assessment.lines().stream().mapToInt(LateFeeLine::days).sum())
        .isEqualTo(month.number("days"));
    assertThat(assessment.fee()).isEqualTo(Money.of(month.get("fee")));
  }

  private static List<Waiver> waivers(RuleCase month) {
    if (!month.has("waived")) {
      return List.of();
    }
    return Arrays.stream(month.get("waived").split(" ", -1))
        .map(window -> window.split("/", -1))
        .map(w -> new Waiver(LocalDate.parse(w[0]), LocalDate.parse(w[1]), new Citation("免收")))
        .toList();
  }

  @Test
  void aLineStatesHowItsFeeCameAbout() {
    assertThat(
            byLaw()
                .assess(Money.of(10000), DEADLINE, List.of(paid("2024-02-05", "10000")), LATER)
                .lines())
        .containsExactly(
            new LateFeeLine(
                Money.of(10000),
                LocalDate.of(2024, 1, 26),
                LocalDate.of(2024, 2, 5),
                11,
                Rate.of("0.0005"),
                Money.of(55),
                LAW,
                List.of()));
  }

  @Test
  void eachPaymentIsASliceAndTheRestIsLateToTheBusinessDate() {
    LateFeeAssessment assessment =
        byLaw()
            .assess(
                Money.of(10000),
                DEADLINE,
                List.of(paid("2024-02-05", "3000"), paid("2024-01-20", "2000")),
                LocalDate.of(2024, 3, 1));
    assertThat(assessment.paid()).isEqualTo(Money.of(5000));
    assertThat(assessment.arrears()).isEqualTo(Money.of(5000));
    assertThat(assessment.overpaid()).isEqualTo(Money.ZERO);
    assertThat(assessment.lines())
        .extracting(LateFeeLine::principal, LateFeeLine::days, LateFeeLine::fee)
        .containsExactly(
            tuple(Money.of(3000), 11, Money.of("16.50")),
            tuple(Money.of(5000), 36, Money.of("90.00")));
  }

  @Test
  void whatIsPaidBeyondTheDueIsShownAndBearsNoFee() {
    LateFeeAssessment assessment =
        byLaw()
            .assess(
                Money.of(1000),
                DEADLINE,
                List.of(paid("2024-02-05", "1500"), paid("2024-03-05", "10")),
                LATER);
    assertThat(assessment.overpaid()).isEqualTo(Money.of(510));
    assertThat(assessment.arrears()).isEqualTo(Money.ZERO);
    assertThat(assessment.fee()).isEqualTo(Money.of("5.50"));
    assertThat(assessment.lines()).hasSize(1);
  }

  @Test
  void aPaymentAfterTheBusinessDateIsNotYetKnown() {
    LateFeeAssessment assessment =
        byLaw()
            .assess(
                Money.of(1000),
                DEADLINE,
                List.of(paid("2024-02-05", "1000")),
                LocalDate.of(2024, 2, 4));
    assertThat(assessment.paid()).isEqualTo(Money.ZERO);
    assertThat(assessment.arrears()).isEqualTo(Money.of(1000));
    assertThat(assessment.fee()).isEqualTo(Money.of("5.00"));
  }

  @Test
  void aChangeOfTheRateSplitsTheSpan() {
    LateFeeAssessor assessor =
        new LateFeeAssessor(
            List.of(rule("2024-02-01", "0.001"), rule("2011-07-01", "0.0005")), List.of());
    assertThat(
            assessor
                .assess(Money.of(10000), DEADLINE, List.of(paid("2024-02-05", "10000")), LATER)
                .lines())
        .extracting(
            LateFeeLine::firstDay, LateFeeLine::lastDay, LateFeeLine::days, LateFeeLine::fee)
        .containsExactly(
            tuple(LocalDate.of(2024, 1, 26), LocalDate.of(2024, 1, 31), 6, Money.of(30)),
            tuple(LocalDate.of(2024, 2, 1), LocalDate.of(2024, 2, 5), 5, Money.of(50)));
  }

  @Test
  void theCapHoldsForAllLinesOfASliceTogether() {
    LateFeeAssessor assessor =
        new LateFeeAssessor(
            List.of(rule("2011-07-01", "0.1"), rule("2024-02-01", "0.1")), List.of());
    assertThat(
            assessor
                .assess(Money.of(100), DEADLINE, List.of(paid("2024-02-05", "100")), LATER)
                .lines())
        .extracting(LateFeeLine::fee)
        .containsExactly(Money.of(60), Money.of(40));
  }

  @Test
  void lateDaysBeforeTheFirstRuleAreRefused() {
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(
            () ->
                byLaw()
                    .assess(
                        Money.of(1000),
                        LocalDate.of(2011, 6, 29),
                        List.of(paid("2011-07-05", "1000")),
                        LATER))
        .satisfies(
            refused ->
                assertThat(refused.text().in(Language.EN))
                    .isEqualTo(
                        "The late fee for 2011-06-30 cannot be computed: the policy's rules begin"
                            + " on 2011-07-01. Add the earlier rule under late-fee."));
  }

  @Test
  void theFirstDayOfTheFirstRuleIsCovered() {
    assertThat(
            byLaw()
                .assess(
                    Money.of(1000),
                    LocalDate.of(2011, 6, 30),
                    List.of(paid("2011-07-01", "1000")),
                    LATER)
                .fee())
        .isEqualTo(Money.of("0.50"));
  }

  @Test
  void withoutARuleWhatIsLateIsRefusedAndWhatIsInTimeIsNot() {
    LateFeeAssessor without = new LateFeeAssessor(List.of(), List.of());
    assertThat(
            without
                .assess(Money.of(1000), DEADLINE, List.of(paid("2024-01-25", "1000")), LATER)
                .lines())
        .isEmpty();
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> without.assess(Money.of(1000), DEADLINE, List.of(), LATER))
        .satisfies(
            refused ->
                assertThat(refused.text().in(Language.ZH))
                    .isEqualTo("政策没有滞纳金规定，请在政策文件的 late-fee 中补上。"));
  }
}
