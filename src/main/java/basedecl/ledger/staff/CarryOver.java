package basedecl.ledger.staff;

import basedecl.declaration.procedure.DeclarationProcedure;
import basedecl.declaration.procedure.VersionStanding;
import basedecl.declaration.row.MonthsInService;
import basedecl.declaration.row.WageLine;
import basedecl.finding.Finding;
import basedecl.finding.FindingCode;
import basedecl.finding.SourceCell;
import basedecl.ledger.database.LedgerKeys;
import basedecl.ledger.intake.MonthsInServiceLedger;
import basedecl.ledger.intake.StagingLedger;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.ledger.year.VersionRecord;
import basedecl.ledger.year.YearLedger;
import basedecl.policy.Policy;
import basedecl.policy.Population;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  private final JoinedPeople joined;

  public CarryOver(JdbcTemplate template, Policy policy, int year) {
    this.template = template;
    this.jdbc = JdbcClient.create(template);
    this.policy = policy;
    this.year = year;
    this.declarations = new YearLedger(template);
    this.service = new MonthsInServiceLedger(template);
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
    List<DeclarationRecord> before = before(versions, now.declaration());
    Set<Long> joinedOrLeft = service.declarations();
    boolean fromJanuary = addsFromJanuary(now);
    if (before.isEmpty()
        || (fromJanuary && before.stream().noneMatch(v -> joinedOrLeft.contains(v.id())))) {
      return Optional.empty();
    }
    Carried carried = new Carried(now, before);
    if (now.standing() != VersionStanding.PENDING) {
      carried.write(employer, declaration);
    }
    return fromJanuary ? Optional.empty() : carried.finding(employer);
  }

  /** Whether it came before any month of the year had passed. */
  private boolean addsFromJanuary(VersionRecord version) {
    return !cameIn(version).isAfter(YearMonth.of(year, 1));
  }

  /** The month of the business date: one after the year is none of its months. */
  private static YearMonth cameIn(VersionRecord version) {
    return YearMonth.from(version.declaredOn());
  }

  /** The versions that were in force before one, the latest first. */
  private static List<DeclarationRecord> before(
      List<VersionRecord> versions, DeclarationRecord now) {
    List<DeclarationRecord> inForce = new ArrayList<>();
    versions.stream()
        .map(VersionRecord::declaration)
        .filter(version -> version.version() < now.version())
        .sorted(Comparator.comparingInt(DeclarationRecord::version))
        .forEach(
            version -> {
              if (inForce.isEmpty()
                  || DeclarationProcedure.takesThePlace(inForce.get(0).state(), version.state())) {
                inForce.add(0, version);
              }
            });
    return inForce;
  }

  /** What one version takes over. */
  private final class Carried {
    private final VersionRecord now;
    private final List<DeclarationRecord> before;
    private final Map<String, Long> own = new LinkedHashMap<>();
    private final Map<String, MonthsInService> known = new HashMap<>();
    private final Map<Long, MonthsInService> months = new LinkedHashMap<>();
    private final List<Long> added = new ArrayList<>();

    Carried(VersionRecord now, List<DeclarationRecord> before) {
      this.now = now;
      this.before = before;
      lines(now.declaration().id()).forEach((number, key) -> own.put(number, key));
      for (DeclarationRecord version : before) {
        Map<Integer, MonthsInService> served = service.of(version.id());
        lines(version.id())
            .forEach(
                (number, key) ->
                    known.putIfAbsent(
                        number,
                        served.getOrDefault(LedgerKeys.lineOf(key), MonthsInService.ALWAYS)));
      }
      look(service.of(now.declaration().id()));
    }

    private void look(Map<Integer, MonthsInService> stated) {
      own.forEach(
          (number, key) -> {
            if (stated.containsKey(LedgerKeys.lineOf(key))) {
              return;
            }
            MonthsInService earlier = known.get(number);
            if (earlier == null) {
              added.add(key);
              months.put(key, MonthsInService.NEVER.startingAgain(cameIn(now)).within(year));
            } else if (!earlier.isAlways()) {
              months.put(key, earlier);
            }
          });
      if (addsFromJanuary(now)) {
        months.keySet().removeAll(added);
      }
    }

    private Map<String, Long> lines(long declaration) {
      Map<String, Long> lines = new LinkedHashMap<>();
      template.query(
          "SELECT line_key, id_number FROM declared_person WHERE line_key BETWEEN ? AND ? ORDER BY"
              + " line_key",
          row -> {
            lines.putIfAbsent(row.getString("id_number"), row.getLong("line_key"));
          },
          LedgerKeys.firstLineOf(declaration),
          LedgerKeys.lastLineOf(declaration));
      return lines;
    }

    void write(String employer, long declaration) {
      service.put(months);
      DeclarationRecord latest = before.get(0);
      Map<Integer, MonthsInService> served = service.of(latest.id());
      List<WageLine> joining = new ArrayList<>();
      if (!served.isEmpty()) {
        declarations.forEachWithJoined(
            List.of(latest),
            (same, person) -> {
              if (LedgerKeys.isJoined(person.line())
                  && !own.containsKey(person.idNumber().whole())) {
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
      if (added.isEmpty()) {
        return Optional.empty();
      }
      SourceCell place =
          jdbc.sql("SELECT sheet, row_no FROM declared_person WHERE line_key = :key")
              .param("key", added.get(0))
              .query((row, number) -> SourceCell.row(row.getString("sheet"), row.getInt("row_no")))
              .single();
      return Optional.of(
          Finding.of(
              FindingCode.PERSON_ADDED,
              employer,
              place,
              Integer.toString(added.size()),
              cameIn(now).toString()));
    }
  }
}
