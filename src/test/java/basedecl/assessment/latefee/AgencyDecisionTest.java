package basedecl.assessment.latefee;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.assessment.latefee.AgencyDecision.Since;
import basedecl.finding.FindingCode;
import basedecl.finding.Reason;
import basedecl.money.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What may be taken back, and on which days a decision holds. */
class AgencyDecisionTest {

  private static final LocalDate DECIDED = LocalDate.of(2024, 4, 2);
  private static final LocalDate LATER = LocalDate.of(2024, 4, 9);
  private static final Optional<LocalDate> NEVER = Optional.empty();

  @Test
  void whatNothingWasBuiltOnIsTakenBackFromItsOwnDayOn() {
    assertThat(refund(NEVER).refusesRevocation(DECIDED, Since.NOTHING)).isEmpty();
    assertThat(refund(NEVER).refusesRevocation(DECIDED.minusDays(1), Since.NOTHING))
        .contains(
            new DecisionRefusal(
                FindingCode.DATE_INVALID,
                Optional.of(Reason.DECISION_OUT_OF_ORDER),
                List.of("2024-04-01", "2024-04-02")));
  }

  @Test
  void whatWasCollectedPaidOrDecidedBySinceStays() {
    assertThat(refusal(new Since(Optional.of(7), NEVER, NEVER)))
        .isEqualTo(acted(Reason.REVOKED_COLLECTED, "7"));
    assertThat(refusal(new Since(Optional.empty(), Optional.of(LATER), NEVER)))
        .isEqualTo(acted(Reason.REVOKED_PAID, "2024-04-09"));
    assertThat(refusal(new Since(Optional.of(7), Optional.of(LATER), Optional.of(LATER))))
        .isEqualTo(acted(Reason.REVOKED_DECIDED, "2024-04-09"));
  }

  @Test
  void itHoldsFromItsDayToTheEveOfTheDayOnWhichItIsTakenBack() {
    AgencyDecision decision = refund(Optional.of(LATER));
    assertThat(decision.holdsOn(DECIDED.minusDays(1))).isFalse();
    assertThat(decision.holdsOn(DECIDED)).isTrue();
    assertThat(decision.holdsOn(LATER.minusDays(1))).isTrue();
    assertThat(decision.holdsOn(LATER)).isFalse();
  }

  private static DecisionRefusal refusal(Since since) {
    return refund(NEVER).refusesRevocation(LATER, since).orElseThrow();
  }

  private static DecisionRefusal acted(Reason reason, String word) {
    return new DecisionRefusal(
        FindingCode.AGENCY_DECISION_ACTED_ON, Optional.of(reason), List.of(word));
  }

  private static OverpaymentDecision refund(Optional<LocalDate> revoked) {
    return new OverpaymentDecision(
        "E1", YearMonth.of(2024, 1), Money.of(300), Optional.empty(), DECIDED, "", "", revoked);
  }
}
