package basedecl.job.auditoutcome;

import basedecl.assessment.YearBases;
import basedecl.assessment.YearLimits;
import basedecl.assessment.YearWage;
import basedecl.audit.signal.LowerLimitShare;
import basedecl.declaration.Employer;
import basedecl.declaration.change.EmployerHistory;
import basedecl.declaration.procedure.StandingVersion;
import basedecl.declaration.procedure.StandingVersions;
import basedecl.declaration.procedure.Succession;
import basedecl.declaration.row.MonthsInService;
import basedecl.finding.FindingCode;
import basedecl.finding.Reason;
import basedecl.job.auditoutcome.AssessmentLine.Column;
import basedecl.job.run.RunContext;
import basedecl.ledger.audit.AuditOutcomeLedger;
import basedecl.ledger.audit.RecordedBy;
import basedecl.ledger.database.LedgerKeys;
import basedecl.ledger.intake.StagedDeclaration;
import basedecl.ledger.intake.StagingLedger;
import basedecl.ledger.year.Arrival;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.ledger.year.MonthsLedger;
import basedecl.ledger.year.PersonRecord;
import basedecl.money.Money;
import basedecl.person.IdNumber;
import basedecl.policy.Policy;
import basedecl.policy.Population;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Takes the assessments of one table, employer by employer, in the caller's transaction: each is
 * checked against the version in force, and becomes a version in its place.
 */
final class AssessmentTaker {

  private static final NavigableMap<YearMonth, Money> NONE = new TreeMap<>();

  private final RunContext context;
  private final AuditOutcomeLedgers ledgers;
  private final AuditOutcomeLedger outcomes;
  private final StagingLedger.Scope scope;
  private final long fileId;
  private final YearLimits known;
  private final Set<String> roster;
  private final EmployerHistory history;
  private final Map<Long, Arrival> arrivals;
  private int taken;
  private int lines;

  /**
   * @param fileId the number of the table
   */
  AssessmentTaker(RunContext context, AuditOutcomeLedgers ledgers, long fileId) {
    this.context = context;
    this.ledgers = ledgers;
    this.outcomes = ledgers.outcomes(context);
    this.scope = context.scope(Population.EMPLOYEES);
    this.fileId = fileId;
    this.known = YearLimits.knownOn(context.policy(), context.year(), context.businessDate());
    this.roster = ledgers.roster().all().stream().map(Employer::code).collect(Collectors.toSet());
    this.history = ledgers.roster().history();
    this.arrivals = ledgers.months().arrivals(context.policy().name(), context.year());
  }

  long fileId() {
    return fileId;
  }

  /** Employers whose assessment was taken. */
  int taken() {
    return taken;
  }

  /** Lines of theirs. */
  int lines() {
    return lines;
  }

  /** Takes an assessment, or leaves with its lines why not. */
  void take(EmployerAssessment employer) {
    Optional<DeclarationRecord> declared =
        ledgers
            .year()
            .current(
                context.policy().name(), context.year(), Population.EMPLOYEES, employer.code());
    if (declared.isEmpty()) {
      unknown(employer);
      return;
    }
    if (!employer.isRefused()) {
      Optional<RecordedBy> before = outcomes.takenBy(employer.code(), employer.digest());
      if (before.isPresent()) {
        if (!before.get().equals(by())) {
          employer.refuse(FindingCode.ASSESSMENT_TAKEN);
        }
        return;
      }
    }
    long declaration = LedgerKeys.declarationId(fileId, taken);
    StandingVersions standing = ledgers.publishing().standing(scope, employer.code());
    Optional<Succession.Assessed> succession = Succession.assessed(declaration, standing);
    Map<IdNumber, PersonRecord> people = people(declared.get());
    checkPeople(employer, declared.get(), people);
    if (employer.isRefused()) {
      employer.refuseTheRest();
    } else if (succession.isEmpty()) {
      StandingVersion undecided = standing.undecided().orElseThrow();
      employer.refuse(
          FindingCode.CORRECTION_UNDECIDED,
          Integer.toString(undecided.version()),
          undecided.state().title());
    } else {
      put(employer, declared.get(), people, succession.get());
    }
  }

  private void unknown(EmployerAssessment employer) {
    if (roster.isEmpty() || roster.contains(employer.code())) {
      employer.refuse(FindingCode.STEP_OUT_OF_TURN, Reason.NOT_DECLARED);
    } else {
      employer.refuse(FindingCode.EMPLOYER_UNKNOWN);
    }
  }

  private Map<IdNumber, PersonRecord> people(DeclarationRecord declaration) {
    Map<IdNumber, PersonRecord> people = new HashMap<>();
    ledgers
        .year()
        .forEachWithJoined(
            List.of(declaration),
            (same, person) -> people.put(person.idNumber(), person),
            RuntimeException.class);
    return people;
  }

  private static void checkPeople(
      EmployerAssessment employer,
      DeclarationRecord declaration,
      Map<IdNumber, PersonRecord> people) {
    for (EmployerAssessment.Read read : employer.read()) {
      if (!people.containsKey(read.line().person())) {
        read.submitted()
            .faults(Column.ID_NUMBER, employer.code())
            .add(FindingCode.PERSON_NOT_DECLARED, Integer.toString(declaration.version()));
      }
    }
  }

  private void put(
      EmployerAssessment employer,
      DeclarationRecord declared,
      Map<IdNumber, PersonRecord> people,
      Succession.Assessed succession) {
    AgencyVersion version = version(employer, declared, people, succession.now().declaration());
    long declaration = succession.now().declaration();
    ledgers.staging().storePeople(version.people());
    ledgers
        .staging()
        .storeDeclarations(
            scope,
            List.of(
                new StagedDeclaration(
                    fileId,
                    declaration,
                    employer.code(),
                    declared.employerName(),
                    false,
                    employer.lines().size(),
                    version.totals(),
                    flags(version))));
    ledgers.wages().add(declaration, version.wages());
    ledgers
        .changes()
        .replace(
            declaration, YearMonth.of(context.year(), 1), context.run().runId(), version.kept());
    ledgers.limits().recordOnce(context.run().runId(), known);
    ledgers.publishing().publish(scope, succession, employer.note());
    ledgers.carryOver(context).carry(employer.code(), declaration);
    outcomes.recordAssessed(
        employer.code(),
        context.businessDate(),
        by(),
        employer.note(),
        declaration,
        employer.digest(),
        version.assessed());
    taken++;
    lines += employer.lines().size();
  }

  private AgencyVersion version(
      EmployerAssessment employer,
      DeclarationRecord declared,
      Map<IdNumber, PersonRecord> people,
      long declaration) {
    Policy policy = context.policy();
    AgencyVersion version =
        new AgencyVersion(
            declaration,
            policy,
            MonthsLedger.of(arrivals, declared).bases(policy),
            YearBases.of(policy, context.month(), known),
            month -> history.owes(employer.code(), month));
    Map<Integer, NavigableMap<YearMonth, Money>> changes =
        ledgers.changes().before(declared, YearMonth.of(context.year() + 1, 1));
    Map<Integer, NavigableMap<YearMonth, Money>> wages = ledgers.wages().of(declared.id());
    Map<Integer, MonthsInService> served = ledgers.service().of(declared.id());
    Map<IdNumber, List<AssessmentLine>> found =
        employer.lines().stream().collect(Collectors.groupingBy(AssessmentLine::person));
    people.values().stream()
        .sorted(Comparator.comparingInt(PersonRecord::line))
        .forEach(
            person ->
                version.add(
                    new AgencyVersion.Before(
                        person,
                        new YearWage(
                            person.declaredWage(), wages.getOrDefault(person.line(), NONE)),
                        changes.getOrDefault(person.line(), NONE),
                        served.getOrDefault(person.line(), MonthsInService.ALWAYS)),
                    found.getOrDefault(person.idNumber(), List.of())));
    return version;
  }

  private boolean flags(AgencyVersion version) {
    return context
        .policy()
        .flagThresholdFor(context.month())
        .filter(
            threshold ->
                new LowerLimitShare(version.totals().atLower(), version.totals().persons())
                    .isMoreThan(threshold.moreThan()))
        .isPresent();
  }

  private RecordedBy by() {
    return new RecordedBy.Run(context.run().runId());
  }
}
