package basedecl.declaration.procedure;

import static basedecl.declaration.procedure.DeclarationState.APPROVED;
import static basedecl.declaration.procedure.DeclarationState.ASSESSED;
import static basedecl.declaration.procedure.DeclarationState.CONFIRMED;
import static org.assertj.core.api.Assertions.assertThat;

import basedecl.policy.Population;
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
            "APPROVED CONFIRMED",
            "APPROVED REOPENED",
            "CONFIRMED REOPENED");
  }

  @Test
  void
      staffsDeclarationsAreClosedFromTheirApprovalToTheirReopeningAndOnceAssessedAndRetireesNever() {
    List<DeclarationState> closed = new ArrayList<>();
    for (DeclarationState state : DeclarationState.values()) {
      if (!DeclarationProcedure.mayHaveSuccessor(Population.EMPLOYEES, state)) {
        closed.add(state);
      }
      assertThat(DeclarationProcedure.mayHaveSuccessor(Population.RETIREES, state)).isTrue();
    }
    assertThat(closed).containsExactly(APPROVED, CONFIRMED, ASSESSED);
  }
}
