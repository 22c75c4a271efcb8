package basedecl.assessment.flexible;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.policy.NationalRules;
import basedecl.policy.rule.RetirementTrack;
import basedecl.policyfile.PolicyFiles;
import basedecl.rules.RuleCase;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RetirementAgeTest {

  private static final NationalRules NATIONAL = PolicyFiles.load(Optional.empty()).national();

  static Stream<RuleCase> births() {
    return RuleCase.of("retirement-ages.yaml");
  }

  private static RetirementAge on(RetirementTrack track) {
    return new RetirementAge(NATIONAL.retirementStep(track).orElseThrow());
  }

  @ParameterizedTest
  @MethodSource("births")
  void theMonthOfBirthGivesTheMonthOfRetirement(RuleCase person) {
    RetirementAge age = on(RetirementTrack.valueOf(person.get("track")));
    YearMonth born = YearMonth.parse(person.get("born"));
    assertThat(age.delayMonths(born)).isEqualTo(person.number("delay"));
    assertThat(age.monthFor(born)).isEqualTo(YearMonth.parse(person.get("retires")));
    assertThat(age.ageFor(born)).isEqualTo(Period.parse(person.get("age")));
  }

  @Test
  void theAgeIsReachedOnTheDayOfBirthInTheMonthOfRetirement() {
    RetirementAge men = on(RetirementTrack.MEN);
    LocalDate born = LocalDate.of(1970, 6, 15);
    assertThat(men.isUnderAge(born, LocalDate.of(2031, 11, 14))).isTrue();
    assertThat(men.isUnderAge(born, LocalDate.of(2031, 11, 15))).isFalse();
  }

  @Test
  void theAgeIsReachedOnTheLastDayOfAShorterMonth() {
    RetirementAge men = on(RetirementTrack.MEN);
    LocalDate born = LocalDate.of(1965, 1, 31);
    assertThat(men.isUnderAge(born, LocalDate.of(2025, 2, 27))).isTrue();
    assertThat(men.isUnderAge(born, LocalDate.of(2025, 2, 28))).isFalse();
  }
}
