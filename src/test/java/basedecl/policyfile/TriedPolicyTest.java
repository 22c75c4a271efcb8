package basedecl.policyfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import basedecl.message.Language;
import basedecl.message.RefusedException;
import basedecl.money.Money;
import basedecl.money.Rate;
import basedecl.policy.Policy;
import basedecl.policy.rule.SignalKind;
import basedecl.policy.rule.SignalRule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TriedPolicyTest {

  private static final YearMonth JANUARY = YearMonth.of(2024, 1);
  private static final LocalDate DAY = LocalDate.of(2024, 1, 26);
  private static final Policy WEIFANG =
      PolicyFiles.load(Optional.empty()).require("weifang-employee-medical");

  private static TriedPolicy tried(String key, String value) {
    return TriedPolicy.of(WEIFANG, 2024, JANUARY, DAY, Map.of(key, value));
  }

  @Test
  void oneLimitIsReplacedAndEverythingElseStays() {
    TriedPolicy tried = tried("limits.lower", "4500.5");
    assertThat(tried.changes())
        .containsExactly(new TriedPolicy.Change("limits.lower", Optional.of("4242.00"), "4500.50"));
    var limits = tried.policy().limitsFor(2024, JANUARY, DAY).orElseThrow().limits();
    assertThat(limits.lower()).isEqualTo(Money.of("4500.50"));
    assertThat(limits.upper()).isEqualTo(Money.of(21207));
    assertThat(tried.policy().rateFor(JANUARY)).isEqualTo(WEIFANG.rateFor(JANUARY));
    assertThat(tried.policy().signalsFor(JANUARY)).isEqualTo(WEIFANG.signalsFor(JANUARY));
    assertThat(WEIFANG.limitsFor(2024, JANUARY, DAY).orElseThrow().limits().lower())
        .isEqualTo(Money.of(4242));
  }

  @Test
  void aLowerLimitMayEqualTheUpperOne() {
    assertThat(tried("limits.lower", "21207").changes()).hasSize(1);
  }

  @Test
  void ratesThresholdAndMinimumWageAreReplacedOrAdded() {
    assertThat(tried("rates.employer", "0.075").policy().rateFor(JANUARY).orElseThrow().employer())
        .contains(Rate.of("0.075"));
    assertThat(tried("rates.employer", "0.075").policy().rateFor(JANUARY).orElseThrow().personal())
        .contains(Rate.of("0.02"));
    assertThat(
            tried("audit.more-than", "0.6")
                .policy()
                .flagThresholdFor(JANUARY)
                .orElseThrow()
                .moreThan())
        .isEqualByComparingTo("0.6");
    TriedPolicy wage = tried("minimum-wage.monthly", "2010");
    assertThat(wage.policy().minimumWageFor(JANUARY).orElseThrow().monthly())
        .isEqualTo(Money.of(2010));
    assertThat(wage.changes())
        .containsExactly(
            new TriedPolicy.Change("minimum-wage.monthly", Optional.empty(), "2010.00"));
  }

  @Test
  void aRateStaysAPlaceholderUntilBothPartsAreTried() {
    assertThat(
            tried("rates.employer", "0.07").policy().rateFor(JANUARY).orElseThrow().placeholder())
        .isTrue();
    TriedPolicy both =
        TriedPolicy.of(
            WEIFANG,
            2024,
            JANUARY,
            DAY,
            Map.of("rates.employer", "0.07", "rates.personal", "0.01"));
    assertThat(both.policy().rateFor(JANUARY).orElseThrow().placeholder()).isFalse();
  }

  @Test
  void partsOfASignalAreReplacedAndSwitchedOff() {
    SignalRule rule =
        tried("signals.base-drop.threshold", "0.25")
            .policy()
            .signalFor(SignalKind.BASE_DROP, JANUARY)
            .orElseThrow();
    assertThat(rule.threshold()).isEqualTo(new BigDecimal("0.25"));
    assertThat(rule.leastHeadcount()).isEqualTo(3);
    assertThat(rule.on()).isTrue();
    assertThat(tried("signals.base-drop.on", "false").policy().signalsFor(JANUARY))
        .extracting(SignalRule::kind)
        .hasSize(SignalKind.values().length - 1)
        .doesNotContain(SignalKind.BASE_DROP);
    assertThat(
            tried("signals.round-wages.measure", "1000")
                .policy()
                .signalFor(SignalKind.ROUND_WAGES, JANUARY)
                .orElseThrow()
                .measure())
        .contains(new BigDecimal("1000"));
  }

  @Test
  void aSignalThePolicyDoesNotHaveIsTriedOnlyWhole() {
    Policy bare =
        WEIFANG.with(
            WEIFANG.limits(),
            WEIFANG.rates(),
            WEIFANG.flagThresholds(),
            WEIFANG.minimumWages(),
            List.of());
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(
            () ->
                TriedPolicy.of(
                    bare, 2024, JANUARY, DAY, Map.of("signals.one-wage.threshold", "0.8")))
        .satisfies(
            refused ->
                assertThat(refused.text().in(Language.EN))
                    .contains("signals.one-wage.least-headcount"));
    TriedPolicy whole =
        TriedPolicy.of(
            bare,
            2024,
            JANUARY,
            DAY,
            Map.of("signals.one-wage.threshold", "0.8", "signals.one-wage.least-headcount", "2"));
    assertThat(whole.policy().signalsFor(JANUARY)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "limit.lower, 4500",
    "limits.lower, -1",
    "limits.lower, 4500.001",
    "limits.lower, 4e3",
    "limits.lower, 21207.01",
    "limits.upper, 4241.99",
    "limits.upper, abc",
    "rates.employer, 8%",
    "rates.personal, 1.01",
    "audit.more-than, 70",
    "minimum-wage.monthly, ''",
    "signals.base-drop.threshold, 1.1",
    "signals.below-tax.threshold, 0",
    "signals.below-tax.threshold, 0.5",
    "signals.base-drop.measure, 1",
    "signals.round-wages.measure, 0",
    "signals.base-drop.least-headcount, 0",
    "signals.base-drop.on, yes",
    "signals.nothing.threshold, 1"
  })
  void whatAPolicyFileWouldNotTakeIsRefusedInBothLanguages(String key, String value) {
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> tried(key, value))
        .satisfies(
            refused -> {
              assertThat(refused.text().in(Language.EN)).doesNotContain("{");
              assertThat(refused.text().in(Language.ZH))
                  .doesNotContain("{")
                  .containsPattern("[一-龥]");
            });
  }
}
