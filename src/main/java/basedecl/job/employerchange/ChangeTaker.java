package basedecl.job.employerchange;

import basedecl.declaration.Employer;
import basedecl.declaration.change.ChangeCheck;
import basedecl.declaration.change.ChangeField;
import basedecl.declaration.change.EmployerChange;
import basedecl.declaration.change.EmployerHistory;
import basedecl.declaration.change.KeptChange;
import basedecl.job.run.RunContext;
import basedecl.ledger.employer.EmployerChangeLedger;
import basedecl.ledger.employer.RecordedChange;
import basedecl.message.ShortText;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Takes the lines of a run in the order in which the changes take effect, whatever their order in
 * the files. Those on record are passed over; two that cannot both hold are both refused.
 */
final class ChangeTaker {

  private static final int LONGEST_PATH = 1_000;
  private static final int LONGEST_SHEET = 100;

  private final RunContext context;
  private final EmployerChangeLedger ledger;
  private final Map<String, Employer> employers;
  private EmployerHistory history;

  /**
   * @param employers of the roster by code
   */
  ChangeTaker(RunContext context, EmployerChangeLedger ledger, Map<String, Employer> employers) {
    this.context = context;
    this.ledger = ledger;
    this.employers = employers;
    this.history = ledger.history();
  }

  void take(List<ChangeLine> lines) {
    lines.stream()
        .sorted(Comparator.comparing(ChangeLine::change, EmployerChange.IN_ORDER))
        .forEach(line -> take(line, lines));
  }

  private void take(ChangeLine line, List<ChangeLine> all) {
    EmployerChange change = line.change();
    if (history.has(change)) {
      return;
    }
    if (all.stream().anyMatch(other -> other.change().contradicts(change))) {
      line.faults(ChangeField.KIND).add(ChangeCheck.sameDay(change));
      return;
    }
    new ChangeCheck(
            context.year(), employers::containsKey, context.policy().agencyDirectory(), history)
        .faults(change)
        .forEach((field, fault) -> line.faults(field).add(fault));
    if (!line.line().isRefused()) {
      KeptChange kept = kept(change);
      ledger.add(
          new RecordedChange(
              kept,
              context.run().runId(),
              ShortText.of(line.file().name(), LONGEST_PATH),
              line.file().sha256(),
              ShortText.of(line.line().place().sheet(), LONGEST_SHEET),
              line.line().place().row()));
      history = history.with(kept);
    }
  }

  private KeptChange kept(EmployerChange change) {
    Employer employer = employers.get(change.code());
    return new KeptChange(
        change,
        history
            .nameOnTheEve(change.code(), change.on())
            .orElse(employer == null ? "" : employer.name()),
        history
            .agencyOnTheEve(change.code(), change.on())
            .orElse(employer == null ? "" : employer.agency()));
  }

  /** Every change on record by now. */
  EmployerHistory history() {
    return history;
  }
}
