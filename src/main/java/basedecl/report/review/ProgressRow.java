package basedecl.report.review;

import basedecl.declaration.Employer;
import basedecl.declaration.procedure.DeclarationState;
import basedecl.declaration.procedure.ProcedureDeadlines.Course;
import basedecl.finding.Finding;
import basedecl.ledger.review.ProcedureRecord;
import basedecl.report.ReportTexts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where one employer stands.
 *
 * @param course its state, empty where nothing was declared, and what was done when
 * @param incomplete what its materials lack, where they were looked at
 */
public record ProgressRow(
    String employerCode,
    String employerName,
    String agency,
    Optional<Integer> version,
    Optional<LocalDate> stateDate,
    Course course,
    Optional<Finding> incomplete,
    String opinion) {

  /** Every word of the column 状态 in the order of the procedure. */
  public static final List<String> STATE_TITLES = titles();

  public static ProgressRow of(ProcedureRecord standing, Optional<Finding> incomplete) {
    return new ProgressRow(
        standing.employerCode(),
        standing.employerName(),
        standing.agency(),
        standing.version(),
        Optional.of(standing.stateDate()),
        new Course(
            Optional.of(standing.state()),
            standing.declaredOn(),
            standing.decidedOn(),
            standing.confirmedOn()),
        incomplete,
        standing.opinion());
  }

  public static ProgressRow notDeclared(Employer employer) {
    return new ProgressRow(
        employer.code(),
        employer.name(),
        employer.agency(),
        Optional.empty(),
        Optional.empty(),
        new Course(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
        Optional.empty(),
        "");
  }

  public String stateTitle() {
    return course.state().map(DeclarationState::title).orElseGet(ProgressRow::notDeclaredTitle);
  }

  private static String notDeclaredTitle() {
    return ReportTexts.say("progress.not-declared");
  }

  private static List<String> titles() {
    List<String> titles = new ArrayList<>();
    titles.add(notDeclaredTitle());
    for (DeclarationState state : DeclarationState.values()) {
      titles.add(state.title());
    }
    return List.copyOf(titles);
  }
}
