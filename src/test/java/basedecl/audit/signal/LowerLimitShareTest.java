package basedecl.audit.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import basedecl.rules.RuleCase;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LowerLimitShareTest {

  static Stream<RuleCase> shares() {
    return RuleCase.of("lower-limit-share.yaml");
  }

  @ParameterizedTest
  @MethodSource("shares")
  void onlyMoreThanTheThresholdIsFlagged(RuleCase employer) {
    LowerLimitShare share =
        new LowerLimitShare(employer.number("at-lower"), employer.number("payers"));
    assertThat(share.isMoreThan(new BigDecimal(employer.get("more-than"))))
        .isEqualTo(Boolean.parseBoolean(employer.get("flagged")));
    assertThat(share.fraction()).isEqualByComparingTo(employer.get("share"));
  }

  @Test
  void morePeopleAtTheLimitThanPayersIsNoShare() {
    assertThatIllegalArgumentException().isThrownBy(() -> new LowerLimitShare(2, 1));
  }
}
