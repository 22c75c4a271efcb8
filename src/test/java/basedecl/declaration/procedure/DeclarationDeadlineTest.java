package basedecl.declaration.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.declaration.procedure.DeclarationDeadline.Course;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeclarationDeadlineTest {

  private static final LocalDate DAY = LocalDate.of(2024, 1, 25);
  private static final DeclarationDeadline DEADLINE = new DeclarationDeadline(Optional.of(DAY));

  private static Course course(LocalDate declared, LocalDate submitted) {
    return new Course(Optional.of(declared), Optional.of(submitted));
  }

  @Test
  void onTheLastDayNobodyIsLate() {
    assertThat(DEADLINE.lateness(course(DAY, DAY), DAY.plusDays(100))).isEmpty();
    assertThat(DEADLINE.lateness(Course.NONE, DAY)).isEmpty();
  }

  @Test
  void declaringAndSubmittingLateAreToldApart() {
    assertThat(DEADLINE.lateness(course(DAY, DAY.plusDays(1)), DAY.plusDays(9)))
        .containsExactly(Lateness.SUBMITTED_LATE);
    assertThat(DEADLINE.lateness(course(DAY.plusDays(1), DAY.plusDays(1)), DAY.plusDays(9)))
        .containsExactly(Lateness.DECLARED_LATE, Lateness.SUBMITTED_LATE);
  }

  @Test
  void whatIsStillDueIsLateOnceTheBusinessDateHasPassedTheLastDay() {
    assertThat(DEADLINE.lateness(Course.NONE, DAY.plusDays(1)))
        .containsExactly(Lateness.DECLARED_LATE);
    Course waiting = new Course(Optional.of(DAY), Optional.empty());
    assertThat(DEADLINE.lateness(waiting, DAY)).isEmpty();
    assertThat(DEADLINE.lateness(waiting, DAY.plusDays(1)))
        .containsExactly(Lateness.SUBMITTED_LATE);
  }

  @Test
  void theDeclarationIsOpenOnItsLastDayAndNotAfter() {
    assertThat(DEADLINE.isOpen(DAY)).isTrue();
    assertThat(DEADLINE.isOpen(DAY.plusDays(1))).isFalse();
  }

  @Test
  void withoutALastDayNobodyIsLateAndNothingIsOpen() {
    DeclarationDeadline none = new DeclarationDeadline(Optional.empty());
    assertThat(none.lateness(Course.NONE, DAY.plusYears(1))).isEmpty();
    assertThat(none.isOpen(DAY)).isFalse();
  }
}
