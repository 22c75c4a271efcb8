package basedecl.report.explain;

import basedecl.declaration.row.MonthsInService;
import basedecl.declaration.staff.StaffChange;
import basedecl.ledger.staff.StaffChangeRecord;
import basedecl.ledger.year.PersonRecord;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** The months in which a person counts, and the changes that they come from. */
final class ServiceExplanation {

  private final PersonRecord person;
  private final List<StaffChangeRecord> changes;

  /**
   * @param ofEmployer the employer's changes of the year
   */
  ServiceExplanation(List<StaffChangeRecord> ofEmployer, PersonRecord person) {
    this.person = person;
    this.changes =
        ofEmployer.stream()
            .filter(each -> each.change().person().equals(person.idNumber()))
            .toList();
  }

  /** Where someone who joined after the declaration comes from. */
  Optional<String> source() {
    return person.isJoined() && !changes.isEmpty()
        ? Optional.of(changes.get(0).source())
        : Optional.empty();
  }

  void write(MonthsInService served, YearMonth month, Explanation explanation) {
    for (StaffChangeRecord each : changes) {
      StaffChange change = each.change();
      explanation
          .item("staff_changes")
          .put("change", change.kind().name())
          .put("from", change.from().toString())
          .put("source", each.source())
          .put("run", each.runId());
      explanation.say(
          "staff-change", change.from(), change.kind().title(), each.source(), each.runId());
    }
    if (!served.isAlways()) {
      String months = served.spans().isEmpty() ? explanation.words("no-month") : served.title();
      explanation.put("months", served.title());
      explanation.say("served", months);
    }
    if (!served.contains(month)) {
      explanation.say("not-in-service", month);
    }
  }
}
