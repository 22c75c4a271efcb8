package basedecl.audit;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.assessment.Dues;
import basedecl.audit.signal.EmployerFigures;
import basedecl.audit.signal.LowerLimitShare;
import basedecl.audit.signal.MonthRules;
import basedecl.audit.signal.SignalFinding;
import basedecl.audit.signal.TaxComparison;
import basedecl.audit.signal.Wages;
import basedecl.message.Language;
import basedecl.money.Money;
import basedecl.policy.rule.Citation;
import basedecl.policy.rule.FlagThreshold;
import basedecl.policy.rule.Limits;
import basedecl.policy.rule.MinimumWage;
import basedecl.policy.rule.SignalKind;
import basedecl.policy.rule.SignalRule;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditorTest {

  private static final YearMonth JANUARY = YearMonth.of(2024, 1);
  private static final Citation WHY = new Citation("试验", true);
  private static final MonthRules KNOWN =
      new MonthRules(
          new Limits(Money.of(4242), Money.of(21207)),
          Optional.of(new MinimumWage(JANUARY, Money.of(2000), WHY)),
          Optional.of(new FlagThreshold(JANUARY, new BigDecimal("0.70"), WHY)));

  private static SignalRule rule(SignalKind kind, String threshold, String measure, int least) {
    return new SignalRule(
        JANUARY,
        kind,
        true,
        new BigDecimal(threshold),
        Optional.of(measure).filter(m -> !m.isEmpty()).map(BigDecimal::new),
        least,
        WHY);
  }

  private static EmployerFigures employer(String... wages) {
    return new EmployerFigures(
        new LowerLimitShare(0, wages.length),
        false,
        Money.of("65.00"),
        Wages.ofFen(
            Arrays.stream(wages)
                .mapToLong(w -> Money.of(w).amount().movePointRight(2).longValueExact())
                .toArray()),
        Optional.empty(),
        Optional.empty());
  }

  private static EmployerFigures with(
      EmployerFigures e, EmployerFigures.LastYear lastYear, TaxComparison tax) {
    return new EmployerFigures(
        e.share(), e.flagged(), e.baseTotal(), e.wages(), Optional.of(lastYear), Optional.of(tax));
  }

  private static boolean gives(SignalRule rule, EmployerFigures employer) {
    List<SignalFinding> found = new Auditor(List.of(rule), KNOWN).look(employer);
    assertThat(found).allSatisfy(f -> assertThat(f.signal()).isEqualTo(rule.kind().word()));
    for (SignalFinding each : found) {
      assertThat(each.explanation().in(Language.ZH)).isNotBlank().doesNotContain("{");
      assertThat(each.explanation().in(Language.EN)).isNotBlank().doesNotContain("{");
    }
    return !found.isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"99.99,false", "100.00,true", "100.01,true"})
  void aBaseDownBy35PercentIsASignal(String lastYear, boolean signal) {
    EmployerFigures employer =
        with(
            employer("1", "2", "3"),
            new EmployerFigures.LastYear(
                Money.of(lastYear), Optional.empty(), EmployerFigures.LastYear.Source.ROSTER),
            new TaxComparison(0, 0, 0, Money.ZERO, Money.ZERO, Dues.NONE));
    assertThat(gives(rule(SignalKind.BASE_DROP, "0.35", "", 3), employer)).isEqualTo(signal);
    assertThat(gives(rule(SignalKind.BASE_DROP, "0.35", "", 4), employer)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"1999.99,true", "2000.00,false", "2000.01,false"})
  void aWageUnderTheMinimumWageIsASignal(String wage, boolean signal) {
    assertThat(gives(rule(SignalKind.BELOW_MINIMUM_WAGE, "1", "", 1), employer(wage, "5000")))
        .isEqualTo(signal);
    assertThat(gives(rule(SignalKind.BELOW_MINIMUM_WAGE, "2", "", 1), employer(wage, "5000")))
        .isFalse();
  }

  @Test
  void oneWageForFourOfFiveReachesFourFifthsAndThreeDoNot() {
    SignalRule rule = rule(SignalKind.ONE_WAGE, "0.80", "", 5);
    assertThat(gives(rule, employer("5000", "5000", "5000", "5000", "1"))).isTrue();
    assertThat(gives(rule, employer("5000", "5000", "5000", "5000", "5000"))).isTrue();
    assertThat(gives(rule, employer("5000", "5000", "5000", "2", "1"))).isFalse();
    assertThat(gives(rule, employer("5000", "5000", "5000", "5000"))).isFalse();
  }

  @Test
  void roundWagesAreWholeMultiplesOfTheMeasure() {
    SignalRule rule = rule(SignalKind.ROUND_WAGES, "1", "100", 2);
    assertThat(gives(rule, employer("5000", "5100"))).isTrue();
    assertThat(gives(rule, employer("5000", "5100.01"))).isFalse();
    assertThat(gives(rule, employer("5000", "5099.99"))).isFalse();
  }

  @Test
  void wagesJustAboveTheLowerLimitCountUpToTheMeasureInclusive() {
    SignalRule rule = rule(SignalKind.JUST_ABOVE_LOWER, "0.50", "0.02", 2);
    assertThat(gives(rule, employer("4326.84", "9000"))).isTrue();
    assertThat(gives(rule, employer("4326.85", "9000"))).isFalse();
    assertThat(gives(rule, employer("4242.01", "9000"))).isTrue();
    assertThat(gives(rule, employer("4242.00", "9000"))).isFalse();
    assertThat(gives(rule, employer("4300", "9000", "9001"))).isFalse();
  }

  @Test
  void mostWagesUnderAHundredYuanOrOverThreeTimesTheUpperLimitAreASignal() {
    SignalRule rule = rule(SignalKind.UNLIKELY_WAGES, "0.50", "", 1);
    assertThat(gives(rule, employer("99.99", "0.65", "5000"))).isTrue();
    assertThat(gives(rule, employer("99.99", "100", "5000"))).isFalse();
    assertThat(gives(rule, employer("99.99", "5000"))).isFalse();
    assertThat(gives(rule, employer("63621.01", "70000", "5000"))).isTrue();
    assertThat(gives(rule, employer("63621.00", "70000", "5000"))).isFalse();
    assertThat(gives(rule, employer("63621.01", "1", "5000"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"4,false", "5,true", "6,true"})
  void fewerPeopleThanLastYearOrThanTheTaxFileIsASignalFromAFifthOn(long before, boolean signal) {
    EmployerFigures employer =
        with(
            employer("1", "2", "3", "4"),
            new EmployerFigures.LastYear(
                Money.of(65), Optional.of(before), EmployerFigures.LastYear.Source.LEDGER),
            new TaxComparison(before, 0, 0, Money.ZERO, Money.ZERO, Dues.NONE));
    assertThat(gives(rule(SignalKind.FEWER_PEOPLE, "0.20", "", 4), employer)).isEqualTo(signal);
    assertThat(gives(rule(SignalKind.FEWER_THAN_TAX, "0.20", "", 4), employer)).isEqualTo(signal);
  }

  @ParameterizedTest
  @CsvSource({"1,false", "2,true", "3,true"})
  void peopleBelowTheTaxFileCountFromTheThresholdOn(long below, boolean signal) {
    EmployerFigures employer =
        with(
            employer("1", "2", "3"),
            new EmployerFigures.LastYear(
                Money.of(65), Optional.empty(), EmployerFigures.LastYear.Source.FILE),
            new TaxComparison(3, 3, below, Money.of(9), Money.of(8), Dues.NONE));
    assertThat(gives(rule(SignalKind.BELOW_TAX, "2", "", 1), employer)).isEqualTo(signal);
  }

  @Test
  void withoutRulesOnlyTheFlagOfTheDeclarationIsTold() {
    EmployerFigures flagged =
        new EmployerFigures(
            new LowerLimitShare(8, 11),
            true,
            Money.ZERO,
            Wages.ofFen(),
            Optional.empty(),
            Optional.empty());
    assertThat(new Auditor(List.of(), KNOWN).look(flagged))
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.signal()).isEqualTo(Auditor.LOWER_LIMIT_SHARE);
              assertThat(f.value().in(Language.ZH)).isEqualTo("72.73%");
              assertThat(f.threshold().in(Language.ZH)).isEqualTo("超过70.00%");
            });
  }
}
