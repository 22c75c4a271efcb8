package basedecl.report.explain;

import basedecl.assessment.latefee.InheritedDue;
import basedecl.assessment.latefee.SettledDue;
import basedecl.declaration.change.EmployerChange;
import basedecl.declaration.change.EmployerHistory;
import basedecl.declaration.change.Inheritance;
import basedecl.declaration.change.KeptChange;
import basedecl.ledger.due.Settlement;
import basedecl.ledger.employer.EmployerChangeLedger;
import basedecl.policy.Policy;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** How an employer changed, and which arrears passed from or to it. */
final class ChangesExplanation {

  private final JdbcTemplate template;
  private final EmployerHistory history;
  private final String code;

  ChangesExplanation(JdbcTemplate template, String code) {
    this.template = template;
    this.history = new EmployerChangeLedger(template).history();
    this.code = code;
  }

  /** Every change that it made, or that another one made with it, in order of their days. */
  void history(Explanation explanation) {
    for (KeptChange kept : history.concerning(code)) {
      EmployerChange change = kept.change();
      String partner = change.partner().orElse("");
      explanation
          .item("changes")
          .put("employer", change.code())
          .put("kind", change.kind().name())
          .put("date", change.on().toString())
          .put("name_before", history.nameBefore(kept))
          .put("new_name", change.name().orElse(""))
          .put("agency_before", history.agencyBefore(kept))
          .put("new_agency", change.agency().orElse(""))
          .put("partner", partner)
          .put("arrears_pass", change.arrearsPass())
          .put("basis", change.basis());
      String basis = change.basis().isEmpty() ? "—" : change.basis();
      switch (change.kind()) {
        case RENAMED ->
            explanation.say(
                "change.RENAMED",
                change.on(),
                history.nameBefore(kept),
                change.name().orElse(""),
                basis);
        case MOVED ->
            explanation.say(
                "change.MOVED",
                change.on(),
                history.agencyBefore(kept),
                change.agency().orElse(""),
                basis);
        case MERGED, CLOSED, SPLIT ->
            explanation.say(
                "change." + change.kind().name(),
                change.on(),
                change.code(),
                partner,
                change.firstMonthAfter(),
                basis);
      }
    }
  }

  /** What others bear of its months, and month by month what it bears of others. */
  void arrears(Policy policy, int year, LocalDate day, Explanation explanation) {
    for (Inheritance inheritance : history.inheritances(day)) {
      if (inheritance.from().equals(code)) {
        explanation
            .item("arrears_borne_by")
            .put("employer", inheritance.to())
            .put("before", inheritance.until().toString());
        explanation.say("arrears-borne-by", inheritance.until(), inheritance.to());
      }
      if (inheritance.to().equals(code)) {
        inherited(inheritance, policy, year, day)
            .forEach(due -> inherited(due, explanation.item("inherited")));
      }
    }
  }

  private List<InheritedDue> inherited(
      Inheritance inheritance, Policy policy, int year, LocalDate day) {
    List<SettledDue> settled =
        new Settlement(template, policy).ofEmployer(inheritance.from(), year, day);
    return InheritedDue.of(List.of(inheritance), settled);
  }

  private static void inherited(InheritedDue inherited, Explanation explanation) {
    SettledDue month = inherited.settled();
    explanation
        .put("employer", inherited.inheritance().from())
        .put("period", month.due().period().toString())
        .put("due", month.due().total())
        .put("paid", month.paid())
        .put("arrears", month.arrears())
        .put("late_fee", month.fee());
    explanation.say(
        "inherited",
        inherited.inheritance().from(),
        month.due().period(),
        Explanation.yuan(month.due().total()),
        month.paid(),
        Explanation.yuan(month.arrears()),
        Explanation.yuan(month.fee()));
  }
}
