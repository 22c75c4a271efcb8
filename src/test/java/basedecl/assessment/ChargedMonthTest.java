package basedecl.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.money.Money;
import basedecl.money.Rate;
import basedecl.policy.Policy;
import basedecl.policy.rule.Citation;
import basedecl.policy.rule.ContributionRate;
import basedecl.rules.RuleCase;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A month as it is charged, {@code rules/charged-months.yaml}, and months that nobody took up. */
class ChargedMonthTest {

  static Stream<RuleCase> months() {
    return RuleCase.of("charged-months.yaml");
  }

  static Stream<RuleCase> pending() {
    return RuleCase.of("pending-limits.yaml");
  }

  @ParameterizedTest
  @MethodSource("months")
  void aBaseIsToldByTheLimitsThatItsMonthIsChargedBy(RuleCase each) {
    OneDeclaration declared = OneDeclaration.of(each);
    YearMonth month = YearMonth.parse(each.get("month"));
    ContributionBase base =
        charged(declared, month)
            .base(
                declared.wage(),
                declared.stored(),
                Optional.ofNullable(declared.changes().floorEntry(month)).map(Map.Entry::getValue));
    assertThat(base.amount() + " " + base.adjustment() + (base.atLower() ? " low" : ""))
        .isEqualTo(each.get("shown"));
    assertThat(base.amount())
        .isEqualTo(
            declared
                .bases()
                .in(month, declared.wage(), declared.stored().amount(), declared.changes()));
  }

  @ParameterizedTest
  @MethodSource("pending")
  void limitsThatAreKnownAndThatNobodyTookUpAreFound(RuleCase each) {
    OneDeclaration declared = OneDeclaration.of(each);
    String months =
        PendingMonths.of(
                declared.bases().limits().after(declared.policy(), declared.applied()),
                YearLimits.knownOn(declared.policy(), 2024, LocalDate.parse(each.get("known"))),
                YearMonth.parse(each.get("last")))
            .keySet()
            .stream()
            .map(YearMonth::toString)
            .collect(Collectors.joining(" "));
    assertThat(months.isEmpty() ? "none" : months).isEqualTo(each.get("pending"));
  }

  @Test
  void aVersionThatWasReplacedBeforeALimitChangeIsShownByItsLimitsAsItsSuccessorIs() {
    OneDeclaration declared = OneDeclaration.of(months().findFirst().orElseThrow());
    ChargedMonth july = charged(declared, YearMonth.of(2024, 7));
    Money wage = declared.wage();
    assertThat(july.baseOfReplaced(wage, declared.stored(), Optional.empty()).amount())
        .isEqualTo(Money.of("4416.00"));
    assertThat(july.base(wage, declared.stored(), Optional.empty()).amount())
        .isEqualTo(Money.of("4300.00"));
    assertThat(
            charged(declared, YearMonth.of(2024, 6))
                .baseOfReplaced(wage, declared.stored(), Optional.empty()))
        .isEqualTo(declared.stored());
  }

  @Test
  void storedFiguresServeWhereNothingDiffers() {
    OneDeclaration declared = OneDeclaration.of(months().findFirst().orElseThrow());
    YearMonth january = YearMonth.of(2024, 1);
    assertThat(charged(declared, YearMonth.of(2024, 6)).isLikeAssessed(declared.policy(), january))
        .isTrue();
    assertThat(charged(declared, YearMonth.of(2024, 7)).isLikeAssessed(declared.policy(), january))
        .isFalse();
  }

  @Test
  void aBaseRecordedUnderFiguresThePolicyNoLongerHasIsToldByItsWage() {
    OneDeclaration declared = OneDeclaration.of(months().findFirst().orElseThrow());
    ChargedMonth july = charged(declared, YearMonth.of(2024, 7));
    List<String> told =
        Stream.of("4299.00", "4301.00")
            .map(Money::of)
            .map(base -> july.base(declared.wage(), declared.stored(), Optional.of(base)))
            .map(base -> base.adjustment() + " " + base.atLower() + " " + base.atUpper())
            .toList();
    assertThat(told).containsExactly("LOWERED_TO_UPPER false true", "RAISED_TO_LOWER true false");
  }

  @Test
  void storedDuesAreOfTheMonthsRatesUnlessTheyAreOffByMoreThanRoundingIs() {
    OneDeclaration declared = OneDeclaration.of(months().findFirst().orElseThrow());
    ContributionRate rate =
        new ContributionRate(
            YearMonth.of(2024, 1),
            Optional.of(Rate.of("0.08")),
            Optional.of(Rate.of("0.02")),
            false,
            new Citation("试算"));
    Policy policy =
        declared
            .policy()
            .with(declared.policy().limits(), List.of(rate), List.of(), List.of(), List.of());
    ChargedMonth month =
        new ChargedMonth(policy, declared.bases(), List.of(), YearMonth.of(2024, 1));
    Money base = Money.of("12726.17");
    assertThat(month.isOfItsRates(3, base, dues("1018.10", "254.52"))).isTrue();
    assertThat(month.isOfItsRates(3, base, dues("1018.08", "254.51"))).isTrue();
    assertThat(month.isOfItsRates(3, base, dues("1018.11", "254.52"))).isFalse();
    assertThat(month.isOfItsRates(3, base, dues("890.83", "254.52"))).isFalse();
    assertThat(month.isOfItsRates(3, base, dues("1018.10", "381.79"))).isFalse();
    assertThat(month.isOfItsRates(3, base, Dues.NONE)).isFalse();
    assertThat(charged(declared, YearMonth.of(2024, 1)).isOfItsRates(3, base, Dues.NONE)).isTrue();
  }

  private static Dues dues(String employer, String personal) {
    return new Dues(Optional.of(Money.of(employer)), Optional.of(Money.of(personal)));
  }

  private static ChargedMonth charged(OneDeclaration declared, YearMonth month) {
    return new ChargedMonth(declared.policy(), declared.bases(), declared.applied(), month);
  }
}
