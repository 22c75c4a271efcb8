package basedecl.ledger.staff;

import basedecl.declaration.procedure.VersionStanding;
import basedecl.declaration.row.MonthsInService;
import basedecl.declaration.row.WageLine;
import basedecl.finding.Finding;
import basedecl.finding.FindingCode;
import basedecl.finding.SourceCell;
import basedecl.ledger.database.LedgerKeys;
import basedecl.ledger.intake.MonthsInServiceLedger;
import basedecl.ledger.intake.StagingLedger;
import basedecl.ledger.staff.MonthsTakenOver.Taken;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.ledger.year.VersionRecord;
import basedecl.ledger.year.YearLedger;
import basedecl.person.IdNumber;
import basedecl.policy.Policy;
import basedecl.policy.Population;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a later version takes over of those in force before it, when it comes into force: the months
 * of people it has as well, unless its own rows state some; and the people who joined since, behind
 * its own. Whom no earlier version in force had counts from the month in which it was taken in, not
 * from January. Everything happens in the caller's transaction; done again, nothing more happens.
 */
public final class CarryOver {

  private final JdbcTemplate template;
  private final JdbcClient jdbc;
  private final Policy policy;
  private final int year;
  private final YearLedger declarations;
  private final MonthsInServiceLedger service;
  private final MonthsTakenOver monthsTakenOver;
  private final JoinedPeople joined;

  public CarryOver(JdbcTemplate template, Policy policy, int year) {
    this.template = template;
    this.jdbc = JdbcClient.create(template);
    this.policy = policy;
    this.year = year;
    this.declarations = new YearLedger(template);
    this.service = new MonthsInServiceLedger(template);
    this.monthsTakenOver = new MonthsTakenOver(template, year);
    this.joined = new JoinedPeople(template, policy, year);
  }

  /** A correction that a run took in: in force, on its way, or replaced by the next one already. */
  private record Correction(
      String employer, long declaration, long file, VersionStanding standing) {}

  /**
   * Carries over to the corrections that a run brought into force, and tells of each correction
   * whom it adds. First declarations cost nothing.
   */
  public void published(long runId) {
    List<Correction> corrections =
        jdbc.sql(
                "SELECT employer_code, declaration_id, file_id, standing FROM declaration WHERE run_id ="
                    + " :run AND standing IN (:accepted) AND version > 1 AND population = :population"
                    + " ORDER BY employer_code, version")
            .param("run", runId)
            .param("accepted", VersionStanding.accepted().map(Enum::name).toList())
            .param("population", Population.EMPLOYEES.name())
            .query(
                (row, number) ->
                    new Correction(
                        row.getString("employer_code"),
                        row.getLong("declaration_id"),
                        row.getLong("file_id"),
                        VersionStanding.valueOf(row.getString("standing"))))
            .list();
    Set<Long> files = new HashSet<>();
    Map<Long, List<Finding>> findings = new LinkedHashMap<>();
    for (Correction correction : corrections) {
      files.add(correction.file());
      carry(correction.employer(), correction.declaration())
          .filter(finding -> correction.standing() != VersionStanding.REPLACED)
          .ifPresent(
              finding ->
                  findings
                      .computeIfAbsent(correction.file(), file -> new ArrayList<>())
                      .add(finding));
    }
    if (!findings.isEmpty()) {
      new StagingLedger(template)
          .replaceFindings(files, Set.of(FindingCode.PERSON_ADDED), findings);
    }
  }

  /** The versions that wait for approval to come into force. */
  public Set<Long> pending() {
    return new HashSet<>(
        jdbc.sql(
                "SELECT declaration_id FROM declaration WHERE policy = :policy AND contribution_year ="
                    + " :year AND population = :population AND standing = :pending")
            .param("policy", policy.name())
            .param("year", year)
            .param("population", Population.EMPLOYEES.name())
            .param("pending", VersionStanding.PENDING.name())
            .query(Long.class)
            .list());
  }

  /** Carries over to those of these versions that came into force since they were pending. */
  public void approved(Set<Long> pendingBefore) {
    Set<Long> waiting = pending();
    pendingBefore.stream()
        .filter(id -> !waiting.contains(id))
        .sorted()
        .forEach(
            id ->
                jdbc.sql(
                        "SELECT employer_code FROM declaration WHERE declaration_id = :id AND standing ="
                            + " :current")
                    .param("id", id)
                    .param("current", VersionStanding.CURRENT.name())
                    .query(String.class)
                    .optional()
                    .ifPresent(employer -> carry(employer, id)));
  }

  /**
   * Carries over to one version; to one that is only on its way nothing yet.
   *
   * @return whom it adds, for the employer to know
   */
  public Optional<Finding> carry(String employer, long declaration) {
    List<VersionRecord> versions =
        declarations.versions(policy.name(), year, Population.EMPLOYEES, employer);
    VersionRecord now =
        versions.stream()
            .filter(v -> v.declaration().id() == declaration)
            .findFirst()
            .orElseThrow();
    List<DeclarationRecord> before = MonthsTakenOver.before(versions, now.declaration().version());
    if (monthsTakenOver.isNothing(before, now.declaredOn())) {
      return Optional.empty();
    }
    Carried carried = new Carried(now, before);
    if (now.standing() != VersionStanding.PENDING) {
      carried.write(employer, declaration);
    }
    return carried.finding(employer);
  }

  /** What one version takes over. */
  private final class Carried {
    private final List<DeclarationRecord> before;
    private final Map<IdNumber, Long> own;
    private final Taken taken;

    Carried(VersionRecord now, List<DeclarationRecord> before) {
      this.before = before;
      this.own = monthsTakenOver.lines(now.declaration().id());
      Map<Integer, MonthsInService> stated = service.of(now.declaration().id());
      this.taken =
          monthsTakenOver.of(
              before,
              now.declaredOn(),
              own.entrySet().stream()
                  .filter(each -> !stated.containsKey(LedgerKeys.lineOf(each.getValue())))
                  .map(Map.Entry::getKey)
                  .toList());
    }

    private long key(IdNumber person) {
      return Objects.requireNonNull(own.get(person));
    }

    void write(String employer, long declaration) {
      Map<Long, MonthsInService> months = new LinkedHashMap<>();
      taken.months().forEach((person, of) -> months.put(key(person), of));
      service.put(months);
      DeclarationRecord latest = before.get(0);
      Map<Integer, MonthsInService> served = service.of(latest.id());
      List<WageLine> joining = new ArrayList<>();
      if (!served.isEmpty()) {
        declarations.forEachWithJoined(
            List.of(latest),
            (same, person) -> {
              if (LedgerKeys.isJoined(person.line()) && !own.containsKey(person.idNumber())) {
                joining.add(
                    new WageLine(
                        person.name(),
                        person.documentKind(),
                        person.idNumber(),
                        person.declaredWage(),
                        served.getOrDefault(person.line(), MonthsInService.ALWAYS),
                        person.remarks(),
                        person.sheet(),
                        person.row()));
              }
            },
            RuntimeException.class);
      }
      joined.add(runOf(declaration), employer, declaration, joining);
    }

    private long runOf(long declaration) {
      return jdbc.sql("SELECT run_id FROM declaration WHERE declaration_id = :id")
          .param("id", declaration)
          .query(Long.class)
          .single();
    }

    Optional<Finding> finding(String employer) {
      return taken.finding(employer, this::place);
    }

    private SourceCell place(IdNumber person) {
      return jdbc.sql("SELECT sheet, row_no FROM declared_person WHERE line_key = :key")
          .param("key", key(person))
          .query((row, number) -> SourceCell.row(row.getString("sheet"), row.getInt("row_no")))
          .single();
    }
  }
}
