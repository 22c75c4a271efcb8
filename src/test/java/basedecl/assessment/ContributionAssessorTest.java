package basedecl.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.assessment.latefee.ImputedDue;
import basedecl.money.Money;
import basedecl.money.Rate;
import basedecl.policy.rule.Citation;
import basedecl.policy.rule.Imputation;
import basedecl.rules.RuleCase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContributionAssessorTest {

  static Stream<RuleCase> contributions() {
    return RuleCase.of("contributions.yaml");
  }

  static Stream<RuleCase> imputedDues() {
    return RuleCase.of("imputed-dues.yaml");
  }

  @ParameterizedTest
  @MethodSource("contributions")
  void aPartIsBaseTimesRateRoundedHalfUpToFen(RuleCase person) {
    Optional<Rate> rate = Optional.of(Rate.of(person.get("rate")));
    assertThat(new ContributionAssessor(rate, rate).assess(Money.of(person.get("base"))))
        .isEqualTo(
            new Dues(
                Optional.of(Money.of(person.get("amount"))),
                Optional.of(Money.of(person.get("amount")))));
  }

  @Test
  void aMissingRateGivesNoMoneyOfThatPartAndNoTotal() {
    Dues dues =
        new ContributionAssessor(Optional.empty(), Optional.of(Rate.of("0.02")))
            .assess(Money.of(4242));
    assertThat(dues.employer()).isEmpty();
    assertThat(dues.personal()).contains(Money.of("84.84"));
    assertThat(dues.total()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("imputedDues")
  void anEmployerThatDeclaredNothingOwesAMultipleOfLastMonth(RuleCase employer) {
    Imputation imputation =
        new Imputation(
            LocalDate.of(2011, 7, 1),
            new BigDecimal(employer.get("factor")),
            new Citation("第六十二条"));
    Money lastMonth = Money.of(employer.get("last-month"));
    assertThat(ImputedDue.of(lastMonth, imputation))
        .isEqualTo(
            new ImputedDue(lastMonth, Money.of(employer.get("amount")), new Citation("第六十二条")));
  }
}
