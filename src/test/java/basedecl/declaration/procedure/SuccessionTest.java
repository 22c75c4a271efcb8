package basedecl.declaration.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.declaration.procedure.Succession.Change;
import basedecl.policy.Population;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SuccessionTest {

  private static Optional<CurrentVersion> current(DeclarationState state) {
    return Optional.of(new CurrentVersion(7, 2, state));
  }

  @Test
  void anEmployersFirstDeclarationIsVersionOne() {
    assertThat(Succession.of(Population.EMPLOYEES, 9, Optional.empty()).changes())
        .containsExactly(
            new Change(9, VersionStanding.CURRENT, DeclarationState.ACCEPTED, Optional.of(1)));
  }

  @Test
  void theNextVersionTakesThePlaceOfTheCurrentOneWhichKeepsItsState() {
    assertThat(Succession.of(Population.EMPLOYEES, 9, current(DeclarationState.RETURNED)).changes())
        .containsExactly(
            new Change(7, VersionStanding.REPLACED, DeclarationState.RETURNED, Optional.of(2)),
            new Change(9, VersionStanding.CURRENT, DeclarationState.ACCEPTED, Optional.of(3)));
  }

  @ParameterizedTest
  @EnumSource(
      value = DeclarationState.class,
      names = {"APPROVED", "CONFIRMED"})
  void nothingTakesThePlaceOfAClosedDeclarationButRetirees(DeclarationState closed) {
    assertThat(Succession.of(Population.EMPLOYEES, 9, current(closed)))
        .isEqualTo(new Succession.Closed(9, new CurrentVersion(7, 2, closed)))
        .extracting(Succession::changes)
        .isEqualTo(
            List.of(
                new Change(
                    9, VersionStanding.REJECTED, DeclarationState.REJECTED, Optional.empty())));
    assertThat(Succession.of(Population.RETIREES, 9, current(closed)))
        .isInstanceOf(Succession.Accepted.class);
  }

  @Test
  void aVersionReplacedInItsOwnRunIsSupersededAndALaterReplacementLeavesItAccepted() {
    assertThat(VersionStanding.REPLACED.verdict(true)).isEqualTo(Verdict.SUPERSEDED);
    assertThat(VersionStanding.REPLACED.verdict(false)).isEqualTo(Verdict.ACCEPTED);
    assertThat(VersionStanding.CURRENT.verdict(false)).isEqualTo(Verdict.ACCEPTED);
    assertThat(VersionStanding.REJECTED.verdict(false)).isEqualTo(Verdict.REJECTED);
  }

  @Test
  void theLastDecisionCountsAndTheFirstDayInAState() {
    StateHistory history =
        new StateHistory(
            List.of(
                entry(DeclarationState.ACCEPTED, 2, ""),
                entry(DeclarationState.UNDER_REVIEW, 5, ""),
                entry(DeclarationState.RETURNED, 8, "材料不齐")));
    assertThat(history.decision()).contains(entry(DeclarationState.RETURNED, 8, "材料不齐"));
    assertThat(history.since(DeclarationState.ACCEPTED)).contains(LocalDate.of(2024, 1, 2));
    assertThat(history.since(DeclarationState.CONFIRMED)).isEmpty();
    assertThat(StateHistory.NONE.decision()).isEmpty();
  }

  private static StateHistory.Entry entry(DeclarationState state, int day, String reason) {
    return new StateHistory.Entry(state, LocalDate.of(2024, 1, day), reason);
  }
}
