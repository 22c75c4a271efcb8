package basedecl.report.review;

import static basedecl.report.ReportTexts.say;

import basedecl.declaration.Employer;
import basedecl.declaration.procedure.DeclarationDeadline;
import basedecl.declaration.procedure.DeclarationDeadline.Course;
import basedecl.declaration.procedure.DeclarationState;
import basedecl.declaration.procedure.Lateness;
import basedecl.finding.Finding;
import basedecl.ledger.review.ProcedureRecord;
import basedecl.ledger.review.ProcedureRecord.InForce;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where one employer stands.
 *
 * @param turn whose turn it is, in which the column 状态 is worded
 * @param course when it declared and submitted; empty where it is not to declare at all
 * @param incomplete what its materials lack, where they were looked at
 * @param inForce the approved version that stays in force until this one is approved
 */
public record ProgressRow(
    String employerCode,
    String employerName,
    String agency,
    Optional<Integer> version,
    Turn turn,
    Optional<LocalDate> stateDate,
    Optional<Course> course,
    Optional<Finding> incomplete,
    String opinion,
    Optional<InForce> inForce) {

  /** Every word of the column 状态 in the order of the procedure. */
  public static final List<String> STATE_TITLES =
      Stream.concat(
              Stream.of(Turn.NOT_DECLARED, Turn.EXEMPT),
              Arrays.stream(DeclarationState.values()).map(Turn::of))
          .map(Turn::title)
          .toList();

  /**
   * What an employer's row is about: a state of the procedure, or none.
   *
   * @param key of the sentence that tells what comes next
   */
  public record Turn(String key, String title) {

    static final Turn NOT_DECLARED = new Turn("not-declared", say("progress.not-declared"));
    static final Turn EXEMPT = new Turn("exempt", say("progress.exempt"));

    static Turn of(DeclarationState state) {
      return new Turn(state.name().toLowerCase(Locale.ROOT).replace('_', '-'), state.title());
    }
  }

  public static ProgressRow of(ProcedureRecord standing, Optional<Finding> incomplete) {
    return new ProgressRow(
        standing.employerCode(),
        standing.employerName(),
        standing.agency(),
        standing.version(),
        Turn.of(standing.state()),
        Optional.of(standing.stateDate()),
        Optional.of(standing.course()),
        incomplete,
        standing.opinion(),
        standing.inForce());
  }

  public static ProgressRow notDeclared(Employer employer) {
    return without(employer, Turn.NOT_DECLARED, Optional.of(Course.NONE));
  }

  /** An employer that sent a declaration although it need not declare: it is never late. */
  public static ProgressRow exempt(Employer employer) {
    return without(employer, Turn.EXEMPT, Optional.empty());
  }

  private static ProgressRow without(Employer employer, Turn turn, Optional<Course> course) {
    return new ProgressRow(
        employer.code(),
        employer.name(),
        employer.agency(),
        Optional.empty(),
        turn,
        Optional.empty(),
        course,
        Optional.empty(),
        "",
        Optional.empty());
  }

  /** An employer that declared although it need not is never late either. */
  public ProgressRow neverLate() {
    return new ProgressRow(
        employerCode,
        employerName,
        agency,
        version,
        turn,
        stateDate,
        Optional.empty(),
        incomplete,
        opinion,
        inForce);
  }

  public Set<Lateness> lateness(DeclarationDeadline deadline, LocalDate businessDate) {
    return course.map(done -> deadline.lateness(done, businessDate)).orElse(Set.of());
  }

  /** Whether the procedure has come to its end. */
  boolean isDone() {
    return turn.equals(Turn.EXEMPT)
        || turn.equals(Turn.of(DeclarationState.CONFIRMED))
        || turn.equals(Turn.of(DeclarationState.ASSESSED));
  }
}
