package basedecl.audit.trial;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.audit.YearRules;
import basedecl.audit.signal.EmployerFigures.LastYear;
import basedecl.audit.trial.PolicyTrial.Outcome;
import basedecl.money.Money;
import basedecl.money.Rate;
import basedecl.money.Rounding;
import basedecl.person.IdNumber;
import basedecl.policy.rule.Citation;
import basedecl.policy.rule.ContributionRate;
import basedecl.policy.rule.FlagThreshold;
import basedecl.policy.rule.Limits;
import basedecl.policy.rule.LimitsStanding;
import basedecl.policy.rule.PublishedLimits;
import basedecl.policy.rule.SignalKind;
import basedecl.policy.rule.SignalRule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PolicyTrialTest {

  private static final YearMonth JANUARY = YearMonth.of(2024, 1);
  private static final Citation SOURCE = new Citation("a test");
  private static final IdNumber SOMEBODY = new IdNumber("370702199001010012");

  /** On, just under and just over every limit of both sides. */
  private static final String[] AROUND_THE_LIMITS = {
    "4241.99",
    "4242.00",
    "4242.01",
    "4499.99",
    "4500.00",
    "4500.01",
    "21206.99",
    "21207.00",
    "21207.01",
    "22499.99",
    "22500.00",
    "22500.01"
  };

  private static YearRules rules(String lower, String upper) {
    return rules(lower, upper, "0.08", "0.70");
  }

  private static YearRules rules(
      String lower, String upper, String rate, String moreThan, SignalRule... signals) {
    return new YearRules(
        new PublishedLimits(
            2024,
            JANUARY,
            new Limits(Money.of(lower), Money.of(upper)),
            LimitsStanding.FINAL,
            LocalDate.of(2024, 1, 1),
            SOURCE),
        Rounding.FEN_HALF_UP,
        Optional.of(
            new ContributionRate(
                JANUARY, Optional.of(Rate.of(rate)), Optional.of(Rate.of("0.02")), false, SOURCE)),
        Optional.of(new FlagThreshold(JANUARY, new BigDecimal(moreThan), SOURCE)),
        Optional.empty(),
        List.of(signals));
  }

  private static SignalRule signal(SignalKind kind, String threshold) {
    return new SignalRule(
        JANUARY, kind, true, new BigDecimal(threshold), Optional.empty(), 3, SOURCE);
  }

  private static Outcome tried(YearRules before, YearRules after, String... wages) {
    return tried(before, after, Optional.empty(), wages);
  }

  private static Outcome tried(
      YearRules before, YearRules after, Optional<LastYear> lastYear, String... wages) {
    PolicyTrial.Employer employer =
        new PolicyTrial(before, after, Optional.empty()).employer("0370700001");
    for (String wage : wages) {
      employer.add(SOMEBODY, Money.of(wage));
    }
    return employer.outcome(lastYear);
  }

  @Test
  void higherLimitsRaiseEveryBaseUnderTheNewLowerAndOverTheOldUpperOne() {
    Outcome outcome = tried(rules("4242", "21207"), rules("4500", "22500"), AROUND_THE_LIMITS);
    // Four under 4500 and four over 21207.
    assertThat(outcome.raised()).isEqualTo(8);
    assertThat(outcome.lowered()).isZero();
    // 2×4242 + 4242.01 + 4499.99 + 4500 + 4500.01 + 21206.99 + 5×21207
    assertThat(outcome.before().totals().baseTotal()).isEqualTo(Money.of("153468.00"));
    // 5×4500 + 4500.01 + 21206.99 + 21207 + 21207.01 + 22499.99 + 2×22500
    assertThat(outcome.after().totals().baseTotal()).isEqualTo(Money.of("158121.00"));
    assertThat(outcome.before().totals().declaredBelowLower()).isEqualTo(1);
    assertThat(outcome.after().totals().declaredBelowLower()).isEqualTo(4);
    assertThat(outcome.after().totals().atLower()).isEqualTo(5);
    assertThat(outcome.before().totals().loweredToUpper()).isEqualTo(4);
    assertThat(outcome.after().totals().loweredToUpper()).isEqualTo(1);
  }

  @Test
  void lowerLimitsLowerTheSameBases() {
    Outcome outcome = tried(rules("4500", "22500"), rules("4242", "21207"), AROUND_THE_LIMITS);
    assertThat(outcome.raised()).isZero();
    assertThat(outcome.lowered()).isEqualTo(8);
    assertThat(outcome.isChange()).isTrue();
  }

  @Test
  void duesAreRoundedPersonByPersonOnBothSides() {
    Outcome outcome =
        tried(
            rules("4242", "21207", "0.08", "0.70"),
            rules("4242", "21207", "0.075", "0.70"),
            "4242.06",
            "4242.06");
    // 339.3648 → 339.36 and 318.1545 → 318.15, twice each
    assertThat(outcome.changed()).isZero();
    assertThat(outcome.before().totals().dues().employer()).contains(Money.of("678.72"));
    assertThat(outcome.after().totals().dues().employer()).contains(Money.of("636.30"));
    assertThat(outcome.after().totals().dues().personal())
        .isEqualTo(outcome.before().totals().dues().personal());
    assertThat(outcome.isChange()).isTrue();
  }

  @Test
  void anEmployerOnTheThresholdIsFlaggedOnlyByALowerOne() {
    String[] sevenOfTen = {
      "4000", "4000", "4000", "4000", "4000", "4000", "4242", "9000", "9000", "9000"
    };
    YearRules held = rules("4242", "21207", "0.08", "0.70");
    Outcome lower = tried(held, rules("4242", "21207", "0.08", "0.699"), sevenOfTen);
    assertThat(lower.before().flagged()).isFalse();
    assertThat(lower.after().flagged()).isTrue();
    Outcome same = tried(held, rules("4242", "21207", "0.08", "0.7"), sevenOfTen);
    assertThat(same.isChange()).isFalse();
    Outcome higher = tried(rules("4242", "21207", "0.08", "0.6"), held, sevenOfTen);
    assertThat(higher.before().flagged()).isTrue();
    assertThat(higher.after().flagged()).isFalse();
  }

  @Test
  void aSignalComesAndGoesAtItsThreshold() {
    String[] fourOfFive = {"5000.01", "5000.01", "5000.01", "5000.01", "6000.01"};
    YearRules nine = rules("4242", "21207", "0.08", "0.70", signal(SignalKind.ONE_WAGE, "0.90"));
    YearRules eight = rules("4242", "21207", "0.08", "0.70", signal(SignalKind.ONE_WAGE, "0.80"));
    Outcome outcome = tried(nine, eight, fourOfFive);
    assertThat(outcome.before().signals()).isEmpty();
    assertThat(outcome.after().signals()).containsExactly(SignalKind.ONE_WAGE);
    assertThat(tried(eight, nine, fourOfFive).after().signals()).isEmpty();
  }

  @Test
  void otherLimitsMoveASignalThatMeasuresBases() {
    SignalRule drop = signal(SignalKind.BASE_DROP, "0.35");
    Optional<LastYear> last =
        Optional.of(new LastYear(Money.of("20000"), Optional.empty(), LastYear.Source.FILE));
    // 3 × 4333.33 = 12999.99 is 35.00005 % less, 3 × 4333.34 is not
    Outcome outcome =
        tried(
            rules("4333.33", "21207", "0.08", "0.70", drop),
            rules("4333.34", "21207", "0.08", "0.70", drop),
            last,
            "4000",
            "4000",
            "4000");
    assertThat(outcome.before().signals()).containsExactly(SignalKind.BASE_DROP);
    assertThat(outcome.after().signals()).isEmpty();
  }

  @Test
  void theTotalsAreTheSumsOfTheEmployersAndNameThoseFlaggedAnew() {
    YearRules before = rules("4242", "21207", "0.08", "0.70");
    YearRules after = rules("4500", "21207", "0.08", "0.70");
    TrialTotals totals = new TrialTotals();
    totals.add(new TrialTotals.Named("1", "one"), tried(before, after, "4300", "4300", "9000"));
    totals.add(new TrialTotals.Named("2", "two"), tried(before, after, "4300"));
    totals.add(new TrialTotals.Named("3", "three"), tried(before, after, "9000"));
    assertThat(totals.employers()).isEqualTo(3);
    assertThat(totals.employersWithOtherBases()).isEqualTo(2);
    assertThat(totals.raised()).isEqualTo(3);
    assertThat(totals.before().baseTotal()).isEqualTo(Money.of("30900.00"));
    assertThat(totals.after().baseTotal()).isEqualTo(Money.of("31500.00"));
    assertThat(totals.flags()).isEqualTo(new TrialTotals.Change(0, 1, 1, 0));
    assertThat(totals.newlyFlagged()).containsExactly(new TrialTotals.Named("2", "two"));
    assertThat(totals.noLongerFlagged()).isEmpty();
  }
}
