package basedecl.desk.result;

import basedecl.declaration.procedure.StateHistory;
import basedecl.ledger.review.ProcedureLedger;
import basedecl.ledger.year.VersionRecord;
import basedecl.message.Language;
import basedecl.message.Message;
import java.util.List;

/** What a version went through, as a page tells it. */
public record Course(String version, String standing, List<Step> steps) {

  /** A state with its day and the words that came with it. */
  public record Step(String day, String state, String reason) {}

  public Course {
    steps = List.copyOf(steps);
  }

  /** The courses of versions, in their order. */
  public static List<Course> of(
      List<VersionRecord> versions, ProcedureLedger procedures, Language language) {
    return versions.stream()
        .map(version -> of(version, procedures.history(version.declaration().id()), language))
        .toList();
  }

  private static Course of(VersionRecord version, StateHistory history, Language language) {
    return new Course(
        Integer.toString(version.declaration().version()),
        Message.of("desk.declare.standing." + version.standing()).in(language),
        history.entries().stream()
            .map(
                entry ->
                    new Step(
                        entry.since().toString(),
                        Message.of("explain.state." + entry.state()).in(language),
                        entry.reason()))
            .toList());
  }
}
