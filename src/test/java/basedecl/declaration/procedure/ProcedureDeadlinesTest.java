package basedecl.declaration.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.declaration.procedure.ProcedureDeadlines.Course;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProcedureDeadlinesTest {

  private static final LocalDate DAY = LocalDate.of(2024, 1, 25);
  private static final ProcedureDeadlines ALL =
      new ProcedureDeadlines(
          Optional.of(DAY), Optional.of(DAY.plusDays(10)), Optional.of(DAY.plusDays(20)));

  @Test
  void onTheLastDayNobodyIsLate() {
    Course course =
        new Course(
            Optional.of(DeclarationState.CONFIRMED),
            Optional.of(DAY),
            Optional.of(DAY.plusDays(10)),
            Optional.of(DAY.plusDays(20)));
    assertThat(ALL.lateness(course, DAY.plusDays(100))).isEmpty();
  }

  @Test
  void theDayAfterTheLastOneEveryStepIsLate() {
    Course course =
        new Course(
            Optional.of(DeclarationState.CONFIRMED),
            Optional.of(DAY.plusDays(1)),
            Optional.of(DAY.plusDays(11)),
            Optional.of(DAY.plusDays(21)));
    assertThat(ALL.lateness(course, DAY.plusDays(21))).containsExactly(Lateness.values());
  }

  @Test
  void whatIsStillDueIsLateOnceTheBusinessDateHasPassedTheLastDay() {
    Course nothing =
        new Course(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    assertThat(ALL.lateness(nothing, DAY)).isEmpty();
    assertThat(ALL.lateness(nothing, DAY.plusDays(1))).containsExactly(Lateness.DECLARED_LATE);
    Course waiting =
        new Course(
            Optional.of(DeclarationState.UNDER_REVIEW),
            Optional.of(DAY),
            Optional.empty(),
            Optional.empty());
    assertThat(ALL.lateness(waiting, DAY.plusDays(10))).isEmpty();
    assertThat(ALL.lateness(waiting, DAY.plusDays(11))).containsExactly(Lateness.REVIEWED_LATE);
    Course approved =
        new Course(
            Optional.of(DeclarationState.APPROVED),
            Optional.of(DAY),
            Optional.of(DAY),
            Optional.empty());
    assertThat(ALL.lateness(approved, DAY.plusDays(20))).isEmpty();
    assertThat(ALL.lateness(approved, DAY.plusDays(21))).containsExactly(Lateness.CONFIRMED_LATE);
  }

  @Test
  void withoutADayForAStepNobodyIsLateWithIt() {
    Course course =
        new Course(
            Optional.of(DeclarationState.UNDER_REVIEW),
            Optional.of(DAY.plusDays(9)),
            Optional.empty(),
            Optional.empty());
    assertThat(
            new ProcedureDeadlines(Optional.empty(), Optional.empty(), Optional.empty())
                .lateness(course, DAY.plusYears(1)))
        .isEmpty();
  }
}
