package basedecl.declaration.procedure;

import basedecl.policy.Policy;
import basedecl.policy.rule.Deadline;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The last day (inclusive) to declare and to submit the signed materials (S3, third part, point
 * three); without one nobody is late. The notice sets no day for review and confirmation.
 *
 * @param day empty where the policy has no deadline for January
 */
public record DeclarationDeadline(Optional<LocalDate> day) {

  /** That of the policy: the deadline of January's contribution. */
  public static DeclarationDeadline of(Policy policy, int year) {
    return new DeclarationDeadline(policy.deadlineFor(YearMonth.of(year, 1)).map(Deadline::date));
  }

  /**
   * When an employer did what.
   *
   * @param declaredOn day on which the first version was accepted; empty: nothing was declared
   * @param submittedOn day on which complete materials were submitted first, with whatever version:
   *     a correction asked for later makes nobody late
   */
  public record Course(Optional<LocalDate> declaredOn, Optional<LocalDate> submittedOn) {

    public static final Course NONE = new Course(Optional.empty(), Optional.empty());
  }

  /**
   * What was late, or is by {@code businessDate} still due. Who has not declared has no materials
   * to submit yet, and is late with the declaration alone.
   */
  public Set<Lateness> lateness(Course course, LocalDate businessDate) {
    Set<Lateness> late = EnumSet.noneOf(Lateness.class);
    if (isAfter(course.declaredOn().orElse(businessDate))) {
      late.add(Lateness.DECLARED_LATE);
    }
    if (course.declaredOn().isPresent() && isAfter(course.submittedOn().orElse(businessDate))) {
      late.add(Lateness.SUBMITTED_LATE);
    }
    return late;
  }

  /** Whether the day has not passed yet: nobody is assessed for want of a declaration. */
  public boolean isOpen(LocalDate businessDate) {
    return day.isPresent() && !isAfter(businessDate);
  }

  private boolean isAfter(LocalDate other) {
    return day.map(other::isAfter).orElse(false);
  }
}
