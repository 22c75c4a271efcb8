package basedecl.declaration.procedure;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The last days (inclusive) to declare, to review and to confirm. The notice states the first one
 * only (S3, third part, point three); without a day for a step, nobody is late with it.
 */
public record ProcedureDeadlines(
    Optional<LocalDate> declareBy, Optional<LocalDate> reviewBy, Optional<LocalDate> confirmBy) {

  /**
   * What was done when.
   *
   * @param declaredOn day on which the first version was accepted; empty: nothing was declared
   * @param decidedOn day of the decision on the current version
   * @param confirmedOn day on which the employer confirmed it
   */
  public record Course(
      Optional<DeclarationState> state,
      Optional<LocalDate> declaredOn,
      Optional<LocalDate> decidedOn,
      Optional<LocalDate> confirmedOn) {}

  /** What was late, or is by {@code businessDate} still due after its last day. */
  public Set<Lateness> lateness(Course course, LocalDate businessDate) {
    Set<Lateness> late = EnumSet.noneOf(Lateness.class);
    if (isAfter(course.declaredOn().orElse(businessDate), declareBy)) {
      late.add(Lateness.DECLARED_LATE);
    }
    boolean waitsForReview = course.state().equals(Optional.of(DeclarationState.UNDER_REVIEW));
    if (isAfter(course.decidedOn(), reviewBy)
        || (waitsForReview && isAfter(businessDate, reviewBy))) {
      late.add(Lateness.REVIEWED_LATE);
    }
    boolean waitsForEmployer = course.state().equals(Optional.of(DeclarationState.APPROVED));
    if (isAfter(course.confirmedOn(), confirmBy)
        || (waitsForEmployer && isAfter(businessDate, confirmBy))) {
      late.add(Lateness.CONFIRMED_LATE);
    }
    return late;
  }

  private static boolean isAfter(Optional<LocalDate> day, Optional<LocalDate> last) {
    return day.isPresent() && isAfter(day.get(), last);
  }

  private static boolean isAfter(LocalDate day, Optional<LocalDate> last) {
    return last.map(day::isAfter).orElse(false);
  }
}
