package basedecl.job.staffchange;

import basedecl.declaration.Employer;
import basedecl.declaration.EmployerEnd;
import basedecl.declaration.change.EmployerHistory;
import basedecl.declaration.row.MonthsInService;
import basedecl.declaration.row.WageLine;
import basedecl.declaration.staff.StaffChange;
import basedecl.declaration.staff.StaffRegister;
import basedecl.finding.Finding;
import basedecl.finding.FindingCode;
import basedecl.job.run.RunContext;
import basedecl.job.staffchange.StaffChangeLine.Column;
import basedecl.job.submitted.SubmittedLine;
import basedecl.ledger.staff.StaffChangeLedger;
import basedecl.ledger.staff.StaffChangeRecord;
import basedecl.ledger.staff.StaffLedger;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.person.IdNumber;
import basedecl.policy.Population;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes the changes of all files together, in the caller's transaction: each is checked against who
 * counts where, in order of the months, and the versions in force follow.
 */
final class StaffChangeTaker {

  /** A change as it was read. */
  record Read(SubmittedLine<Column> line, StaffChange change, String path) {}

  private record Key(String employer, IdNumber person) {}

  private final RunContext context;
  private final StaffChangeLedgers ledgers;
  private final EmployerHistory history;
  private final StaffRegister register = new StaffRegister();
  private final Map<Key, Long> lines = new HashMap<>();
  private final Map<String, Optional<DeclarationRecord>> declarations = new HashMap<>();
  private final Map<Key, Read> touched = new LinkedHashMap<>();
  private final List<StaffChangeRecord> taken = new ArrayList<>();

  StaffChangeTaker(RunContext context, StaffChangeLedgers ledgers) {
    this.context = context;
    this.ledgers = ledgers;
    this.history = ledgers.roster().history();
  }

  /** Takes what can be taken, and leaves with every other line why not. */
  void take(List<Read> read) {
    Set<String> onRecord = ledgers.changes().digests();
    List<Read> fresh =
        read.stream()
            .filter(each -> onRecord.add(StaffChangeLedger.digest(each.change())))
            .sorted(Comparator.comparing(Read::change, StaffChange.ORDER))
            .toList();
    if (fresh.isEmpty()) {
      return;
    }
    register(fresh);
    fresh.stream().filter(this::isOfADeclarant).filter(this::isBeforeItsEnd).forEach(this::decide);
    ledgers.changes().add(context.businessDate(), taken);
    write();
  }

  private void register(List<Read> fresh) {
    for (StaffLedger.Standing standing : standings(fresh)) {
      register.put(standing.employer(), standing.person(), standing.months());
      lines.put(new Key(standing.employer(), standing.person()), standing.lineKey());
    }
    ledgers.changes().ofYear().forEach(record -> register.changed(record.change()));
  }

  /** Whoever joins must count nowhere else; for whoever leaves the employer's own people do. */
  private List<StaffLedger.Standing> standings(List<Read> fresh) {
    List<IdNumber> people = fresh.stream().map(each -> each.change().person()).toList();
    return fresh.stream().anyMatch(each -> each.change().kind().joins())
        ? ledgers.staff().standings(people)
        : ledgers
            .staff()
            .standings(
                people,
                fresh.stream()
                    .map(each -> each.change().employer())
                    .collect(Collectors.toUnmodifiableSet()));
  }

  /** An employer's people are those of its declaration: without one nobody joins or leaves. */
  private boolean isOfADeclarant(Read read) {
    String employer = read.change().employer();
    if (declaration(employer).isPresent()) {
      return true;
    }
    Set<String> roster =
        ledgers.roster().find(employer).stream().map(Employer::code).collect(Collectors.toSet());
    Finding finding =
        roster.isEmpty() && !ledgers.roster().all().isEmpty()
            ? Finding.of(FindingCode.EMPLOYER_UNKNOWN, employer, read.line().place(Column.EMPLOYER))
            : Finding.of(
                FindingCode.STAFF_BEFORE_DECLARATION, employer, read.line().place(Column.EMPLOYER));
    read.line().refuse(List.of(finding));
    return false;
  }

  /** Whoever joins an employer in a month that it owes no more would be charged nowhere. */
  private boolean isBeforeItsEnd(Read read) {
    StaffChange change = read.change();
    Optional<EmployerEnd> end = history.endBefore(change.employer(), change.from());
    if (!change.kind().joins() || end.isEmpty()) {
      return true;
    }
    read.line()
        .refuse(
            List.of(end.get().fault().at(change.employer(), read.line().place(Column.EMPLOYER))));
    return false;
  }

  private Optional<DeclarationRecord> declaration(String employer) {
    return declarations.computeIfAbsent(
        employer,
        code ->
            ledgers
                .year()
                .current(context.policy().name(), context.year(), Population.EMPLOYEES, code));
  }

  private void decide(Read read) {
    StaffChange change = read.change();
    Optional<StaffRegister.Refusal> refusal = register.take(change);
    if (refusal.isPresent()) {
      read.line()
          .refuse(
              List.of(
                  Finding.of(
                      refusal.get().code(),
                      change.employer(),
                      read.line().place(Column.CHANGE),
                      refusal.get().words().toArray(String[]::new))));
      return;
    }
    Key key = new Key(change.employer(), change.person());
    touched.putIfAbsent(key, read);
    taken.add(
        new StaffChangeRecord(
            change,
            read.path(),
            read.line().place().sheet(),
            read.line().place().row(),
            context.run().runId()));
  }

  /** Who has a line already counts in other months; the others are new in the version in force. */
  private void write() {
    Map<Long, MonthsInService> served = new LinkedHashMap<>();
    Map<String, List<WageLine>> joining = new LinkedHashMap<>();
    touched.forEach(
        (key, read) -> {
          MonthsInService months = register.months(key.employer(), key.person()).orElseThrow();
          Long line = lines.get(key);
          if (line == null) {
            joining
                .computeIfAbsent(key.employer(), code -> new ArrayList<>())
                .add(line(read, months.within(context.year())));
          } else {
            served.put(line, months);
          }
        });
    ledgers.staff().serve(served);
    joining.forEach(
        (employer, people) ->
            ledgers
                .staff()
                .join(
                    context.run().runId(),
                    employer,
                    declaration(employer).orElseThrow().id(),
                    people));
  }

  private static WageLine line(Read read, MonthsInService months) {
    StaffChange change = read.change();
    return new WageLine(
        change.name(),
        change.documentKind(),
        change.person(),
        change.startWage().orElseThrow(),
        months,
        "",
        read.line().place().sheet(),
        read.line().place().row());
  }
}
