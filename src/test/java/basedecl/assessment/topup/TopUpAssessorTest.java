package basedecl.assessment.topup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import basedecl.assessment.AssessedMonths;
import basedecl.message.Language;
import basedecl.message.RefusedException;
import basedecl.money.Money;
import basedecl.policy.PolicyBook;
import basedecl.policyfile.PolicyFiles;
import basedecl.rules.RuleCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TopUpAssessorTest {

  private static final PolicyBook SHELF = PolicyFiles.load(Optional.empty());

  private static final String TOWN =
      """
      policy: town-flexible-pension
      limits:
        - {year: 2022, from: 2022-01, lower: 3746, upper: 18726, status: provisional, published: 2021-12-30, citation: 甲文}
        - {year: 2022, from: 2022-01, lower: 3700, upper: 18500, status: final, published: 2022-08-20, citation: 乙文}
      base-rounding: {scale: 0, mode: HALF_UP, citation: 甲文}
      rates:
        - {from: 2022-01, %s: 0.20, citation: 甲文}
        - {from: 2022-03, %s: 0.10, citation: 甲文}
      limit-change: {mode: RETROACTIVE, decrease: %s, citation: 乙文}
      """;

  static Stream<RuleCase> topUps() {
    return RuleCase.of("top-ups.yaml");
  }

  @ParameterizedTest
  @MethodSource("topUps")
  void aPersonTopsUpEachAssessedMonthOrIsLeftOutWithAReason(RuleCase person) {
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

  private static Optional<YearMonth> month(RuleCase person, String key) {
    return person.has(key) ? Optional.of(YearMonth.parse(person.get(key))) : Optional.empty();
  }

  private static TopUpOutcome inTown(Path folder, String rate, String decrease, String base)
      throws IOException {
    Files.writeString(
        folder.resolve("town-flexible-pension.yaml"), TOWN.formatted(rate, rate, decrease));
    PolicyBook shelf = PolicyFiles.load(Optional.of(folder));
    return new TopUpAssessor(shelf.require("town-flexible-pension"))
        .assess(
            new AssessedMonths(
                Money.of(base), YearMonth.of(2022, 1), Optional.empty(), Optional.empty()),
            LocalDate.of(2022, 9, 1));
  }

  @Test
  void aLowerUpperLimitGivesMoneyBackAtEachMonthsRateWhereThePolicyRefunds(@TempDir Path folder)
      throws IOException {
    assertThat(inTown(folder, "personal", "refund", "18726"))
        .isInstanceOfSatisfying(
            TopUpOutcome.Due.class,
            due -> {
              assertThat(due.lines())
                  .extracting(l -> l.amount().toString())
                  .containsExactly(
                      "-45.20", "-45.20", "-22.60", "-22.60", "-22.60", "-22.60", "-22.60",
                      "-22.60", "-22.60");
              assertThat(due.until()).isEmpty();
            });
  }

  @Test
  void aLowerUpperLimitGivesNothingWhereThePolicyDoesNotRefund(@TempDir Path folder)
      throws IOException {
    assertThat(inTown(folder, "personal", "zero", "18726"))
        .isEqualTo(new TopUpOutcome.LeftOut(TopUpOutcome.Reason.ALREADY_AT_OR_ABOVE));
  }

  @Test
  void anElectedBaseIsNotRoundedAgain(@TempDir Path folder) throws IOException {
    assertThat(inTown(folder, "personal", "refund", "4000.40"))
        .isEqualTo(new TopUpOutcome.LeftOut(TopUpOutcome.Reason.ALREADY_AT_OR_ABOVE));
  }

  @Test
  void withoutAPersonalRateTheKeyToFillIsNamed(@TempDir Path folder) {
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> inTown(folder, "employer", "refund", "18726"))
        .satisfies(
            refused ->
                assertThat(refused.text().in(Language.EN))
                    .isEqualTo(
                        folder
                            + "/town-flexible-pension.yaml has no personal rate for 2022-01."
                            + " Add it under rates, personal."));
  }
}
