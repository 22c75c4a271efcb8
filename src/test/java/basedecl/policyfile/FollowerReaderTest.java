package basedecl.policyfile;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.assessment.ContributionAssessor;
import basedecl.assessment.Dues;
import basedecl.money.Money;
import basedecl.policy.Policy;
import basedecl.policy.PolicyBook;
import basedecl.rules.RuleCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FollowerReaderTest {

  private static final YearMonth FEBRUARY = YearMonth.of(2024, 2);

  static Stream<RuleCase> kinds() {
    return RuleCase.of("further-kinds.yaml");
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aFurtherKindChargesTheDeclaredBasesByItsOwnFigures(RuleCase kind, @TempDir Path folder)
      throws IOException {
    Files.writeString(folder.resolve("x-employee-maternity.yaml"), kind.get("text"));
    PolicyBook shelf = PolicyFiles.load(Optional.of(folder));
    Policy policy = shelf.require("x-employee-maternity");
    Policy base = shelf.require("weifang-employee-medical");
    assertThat(ContributionAssessor.of(policy.rateFor(FEBRUARY)).assess(Money.of(kind.get("base"))))
        .isEqualTo(
            new Dues(
                Optional.of(Money.of(kind.get("employer"))),
                Optional.of(Money.of(kind.get("personal")))));
    assertThat(policy.deadlineFor(FEBRUARY).orElseThrow().date())
        .isEqualTo(LocalDate.parse(kind.get("deadline")));
    assertThat(policy.lateFees().get(0).from()).isEqualTo(LocalDate.parse(kind.get("fee-from")));
    assertThat(policy.declaredUnder()).isEqualTo(base.name());
    assertThat(policy.limits()).isEqualTo(base.limits());
    assertThat(policy.rounding()).isEqualTo(base.rounding());
    assertThat(policy.imputations()).isEmpty();
    assertThat(policy.flagThresholds()).isEmpty();
  }
}
