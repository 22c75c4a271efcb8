package basedecl.declaration.procedure;

import static basedecl.declaration.procedure.DeclarationState.ACCEPTED;
import static basedecl.declaration.procedure.DeclarationState.APPROVED;
import static basedecl.declaration.procedure.DeclarationState.CONFIRMED;
import static basedecl.declaration.procedure.DeclarationState.RETURNED;
import static org.assertj.core.api.Assertions.assertThat;

import basedecl.declaration.procedure.DeclarationProcedure.Version;
import basedecl.policy.Population;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeclarationProcedureTest {

  @Test
  void theseStepsAndNoOthersAreAllowed() {
    List<String> allowed = new ArrayList<>();
    for (DeclarationState from : DeclarationState.values()) {
      for (DeclarationState to : DeclarationState.values()) {
        if (DeclarationProcedure.allows(from, to)) {
          allowed.add(from + " " + to);
        }
      }
    }
    assertThat(allowed)
        .containsExactly(
            "RECEIVED REJECTED",
            "RECEIVED ACCEPTED",
            "ACCEPTED MATERIALS_COMPLETE",
            "MATERIALS_COMPLETE UNDER_REVIEW",
            "UNDER_REVIEW RETURNED",
            "UNDER_REVIEW APPROVED",
            "APPROVED CONFIRMED");
  }

  @Test
  void staffsDeclarationsAreClosedOnceApprovedAndRetireesNever() {
    List<DeclarationState> closed = new ArrayList<>();
    for (DeclarationState state : DeclarationState.values()) {
      if (!DeclarationProcedure.mayBeReplaced(Population.EMPLOYEES, state)) {
        closed.add(state);
      }
      assertThat(DeclarationProcedure.mayBeReplaced(Population.RETIREES, state)).isTrue();
    }
    assertThat(closed).containsExactly(APPROVED, CONFIRMED);
  }

  @Test
  void theFirstVersionHoldsFromJanuaryAndALaterOneFromItsMonth() {
    assertThat(
            months(
                new Version(CONFIRMED, YearMonth.of(2024, 2)),
                new Version(ACCEPTED, YearMonth.of(2024, 7))))
        .containsExactly(YearMonth.of(2024, 1), YearMonth.of(2024, 7));
  }

  @Test
  void theCorrectionOfAReturnedVersionHoldsFromThatVersionsMonth() {
    assertThat(
            months(
                new Version(CONFIRMED, YearMonth.of(2024, 1)),
                new Version(RETURNED, YearMonth.of(2024, 7)),
                new Version(ACCEPTED, YearMonth.of(2024, 8))))
        .containsExactly(YearMonth.of(2024, 1), YearMonth.of(2024, 7), YearMonth.of(2024, 7));
  }

  private static List<YearMonth> months(Version... versions) {
    return DeclarationProcedure.effectiveFrom(2024, List.of(versions));
  }
}
