package basedecl.report.explain;

import basedecl.audit.OutcomeKind;
import basedecl.ledger.audit.AuditOutcome;
import basedecl.ledger.audit.AuditOutcomeLedger;
import basedecl.ledger.audit.OutcomeLine;
import basedecl.money.Money;
import basedecl.person.IdNumber;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** What came of the audits at an employer, and which of a person's months the agency assessed. */
final class AssessedExplanation {

  private final AuditOutcomeLedger ledger;
  private final List<AuditOutcome> outcomes;

  AssessedExplanation(AuditOutcomeLedger ledger, String employer) {
    this.ledger = ledger;
    this.outcomes = ledger.ofEmployer(employer);
  }

  /** Every outcome, the newest first. */
  void employer(Explanation explanation) {
    for (AuditOutcome outcome : outcomes) {
      explanation
          .item("audit_outcomes")
          .put("kind", outcome.kind().name())
          .put("date", outcome.day().toString())
          .put("note", outcome.note());
      explanation.say("outcome", outcome.day(), outcome.kind().title(), outcome.note());
    }
  }

  /** Every line that assessed the person, the newest first: of a month the first one counts. */
  void person(IdNumber person, Explanation explanation) {
    for (Of each : of(person)) {
      OutcomeLine line = each.line();
      Money before = line.months().get(0).wageBefore();
      explanation
          .item("assessed")
          .put("from", line.from().toString())
          .put("to", line.to().toString())
          .put("wage", line.wage())
          .put("wage_before", before)
          .put("basis", line.basis())
          .put("date", each.outcome().day().toString());
      explanation.say(
          "assessed",
          line.from(),
          line.to(),
          line.wage(),
          each.outcome().day(),
          before,
          line.basis());
    }
  }

  /** Whether the person's wage of a month is an assessed one. */
  boolean covers(IdNumber person, YearMonth month) {
    return of(person).stream()
        .map(Of::line)
        .anyMatch(line -> !month.isBefore(line.from()) && !month.isAfter(line.to()));
  }

  /** Whether some month of the person's was assessed. */
  boolean any(IdNumber person) {
    return !of(person).isEmpty();
  }

  private record Of(AuditOutcome outcome, OutcomeLine line) {}

  private List<Of> of(IdNumber person) {
    List<Of> lines = new ArrayList<>();
    for (AuditOutcome outcome : outcomes) {
      if (outcome.kind() == OutcomeKind.ASSESSED) {
        ledger.lines(outcome).stream()
            .filter(line -> line.idNumber().equals(person))
            .forEach(line -> lines.add(new Of(outcome, line)));
      }
    }
    return lines;
  }
}
