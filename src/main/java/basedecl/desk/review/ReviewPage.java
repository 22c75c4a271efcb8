package basedecl.desk.review;

import basedecl.declaration.procedure.Decision;
import basedecl.declaration.procedure.DeclarationState;
import basedecl.desk.result.Course;
import basedecl.message.Language;
import basedecl.message.Message;
import java.util.List;
import java.util.Optional;

/**
 * An employer's declaration as its reviewer sees it: what the signed papers must show, the scans,
 * and what may be done now.
 *
 * @param may what the state is and what the reviewer may do, in one sentence
 * @param lateness what was late of the employer's steps, in words, or empty
 * @param inForce the version that holds meanwhile, in a sentence, or empty
 * @param seen what a form says of the version and its state
 * @param number of the papers
 * @param figures what the summary states, by its columns' titles
 * @param warnings what the paper says of figures that no document states
 * @param open decisions that may be taken now, as a form names them; none while one waits
 * @param waiting the decision that no run has used yet
 */
record ReviewPage(
    String employerCode,
    String employerName,
    String population,
    boolean ofRetirees,
    String agency,
    String telephone,
    String version,
    String state,
    String since,
    String may,
    String lastDay,
    String lateness,
    String inForce,
    String seen,
    String number,
    List<Figure> figures,
    List<String> warnings,
    String persons,
    String declaredTotal,
    String baseTotal,
    Scans scans,
    List<Choice> open,
    Optional<Decided> waiting,
    boolean underWay,
    List<Course> courses,
    List<Decided> decided) {

  /** A figure with the title it has on the paper. */
  record Figure(String title, String value) {}

  /** A decision to choose. */
  record Choice(String word, String title) {

    /** Those that may be taken in a state. */
    static List<Choice> openIn(DeclarationState state, Language language) {
      return Decision.openIn(state).stream()
          .map(
              decision ->
                  new Choice(
                      DecisionForm.word(decision),
                      Message.of("desk.review.decision." + decision).in(language)))
          .toList();
    }
  }

  /**
   * A decision.
   *
   * @param standing what became of it, in words
   */
  record Decided(
      String id,
      String version,
      String decision,
      String opinion,
      String by,
      String at,
      String standing) {}

  /**
   * The scans of the version.
   *
   * @param id of the version in the addresses of its scans
   * @param here those that lie on this desk's shelf, summaries first
   * @param elsewhere those that came by a folder of the agency's, and are not kept here
   * @param shown the one in the frame
   */
  record Scans(String id, List<Line> here, List<Line> elsewhere, Optional<Line> shown) {

    Scans {
      here = List.copyOf(here);
      elsewhere = List.copyOf(elsewhere);
    }
  }

  /** A scan. */
  record Line(String name, String kind, String format, String kibibytes) {}

  ReviewPage {
    figures = List.copyOf(figures);
    warnings = List.copyOf(warnings);
    open = List.copyOf(open);
    courses = List.copyOf(courses);
    decided = List.copyOf(decided);
  }
}
