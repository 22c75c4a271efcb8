package basedecl.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.money.Money;
import basedecl.policy.PolicyShelf;
import basedecl.policyfile.PolicyFiles;
import basedecl.rules.RuleCases;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TopUpAssessorTest {

  private static final PolicyShelf SHELF = PolicyFiles.load(Optional.empty());

  static Stream<RuleCases> topUps() {
    return RuleCases.of("top-ups.yaml");
  }

  @ParameterizedTest
  @MethodSource("topUps")
  void aPersonTopsUpEachAssessedMonthOrIsLeftOutWithAReason(RuleCases person) {
    AssessedMonths assessed =
        new AssessedMonths(
            Money.of(person.get("base")),
            YearMonth.parse(person.get("assessed-from")),
            month(person, "retired"),
            month(person, "stopped"));
    TopUpOutcome outcome =
        new TopUpAssessor(SHELF.require(person.get("policy")))
            .assess(assessed, LocalDate.parse(person.get("business")));
    if (person.has("reason")) {
      assertThat(outcome)
          .isEqualTo(new TopUpOutcome.LeftOut(TopUpOutcome.Reason.valueOf(person.get("reason"))));
      return;
    }
    assertThat(outcome)
        .isInstanceOfSatisfying(
            TopUpOutcome.Due.class,
            due -> {
              assertThat(due.lines()).hasSize(person.number("months"));
              assertThat(due.lines())
                  .extracting(TopUpLine::amount)
                  .containsOnly(Money.of(person.get("monthly")));
              assertThat(due.total()).isEqualTo(Money.of(person.get("total")));
              assertThat(due.until()).contains(LocalDate.of(2022, 12, 31));
            });
  }

  private static Optional<YearMonth> month(RuleCases person, String key) {
    return person.has(key) ? Optional.of(YearMonth.parse(person.get(key))) : Optional.empty();
  }
}
