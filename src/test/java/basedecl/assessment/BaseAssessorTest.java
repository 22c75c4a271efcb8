package basedecl.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.money.Money;
import basedecl.money.Rounding;
import basedecl.policy.rule.Limits;
import basedecl.rules.RuleCase;
import java.math.RoundingMode;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BaseAssessorTest {

  static Stream<RuleCase> clamps() {
    return RuleCase.of("clamp.yaml");
  }

  @ParameterizedTest
  @MethodSource("clamps")
  void theDeclaredWageBecomesABaseWithinTheLimits(RuleCase clamp) {
    Limits limits = new Limits(Money.of(clamp.get("lower")), Money.of(clamp.get("upper")));
    String[] rounding = clamp.get("rounding", "2 HALF_UP").split(" ", -1);
    BaseAssessor assessor =
        new BaseAssessor(
            limits, new Rounding(Integer.parseInt(rounding[0]), RoundingMode.valueOf(rounding[1])));
    assertThat(assessor.assess(Money.of(clamp.get("declared"))))
        .isEqualTo(
            new ContributionBase(
                Money.of(clamp.get("base")),
                Adjustment.valueOf(clamp.get("adjustment")),
                Boolean.parseBoolean(clamp.get("at-lower")),
                Boolean.parseBoolean(clamp.get("at-upper"))));
  }
}
