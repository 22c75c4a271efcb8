package basedecl.ledger.intake;

import basedecl.declaration.procedure.DeclarationState;
import basedecl.declaration.procedure.StandingVersion;
import basedecl.declaration.procedure.StandingVersions;
import basedecl.declaration.procedure.Succession;
import basedecl.declaration.procedure.Verdict;
import basedecl.declaration.procedure.VersionStanding;
import basedecl.finding.Finding;
import basedecl.finding.FindingCode;
import basedecl.finding.SourceCell;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes a run's staged declarations visible, all in the caller's one transaction: in the order of
 * the files, each becomes what {@link Succession} makes of it, with a finding where a version in
 * force means something for it.
 */
public final class PublishingLedger {

  /** Files whose verdicts are one statement: H2 gathers the rows of a larger one on the disk. */
  private static final int ALIKE = 5_000;

  private final JdbcTemplate template;
  private final JdbcClient jdbc;
  private final IntakeLedger intake;
  private final StagingLedger staging;

  public PublishingLedger(JdbcTemplate template, IntakeLedger intake, StagingLedger staging) {
    this.template = template;
    this.jdbc = JdbcClient.create(template);
    this.intake = intake;
    this.staging = staging;
  }

  private record Staged(long id, long fileId, String employer, boolean rejected, long persons) {}

  /** Gives every file of the run its verdict. Running it again changes nothing. */
  public void publish(StagingLedger.Scope scope) {
    Map<Long, List<Staged>> byFile = new HashMap<>();
    Set<String> employers = new HashSet<>();
    for (Staged staged : staged(scope.runId())) {
      employers.add(staged.employer());
      byFile.computeIfAbsent(staged.fileId(), id -> new ArrayList<>()).add(staged);
    }
    List<IntakeFile> files = intake.filesOf(scope.runId());
    Predicate<String> accepted =
        intake.acceptedBefore(scope.policy(), scope.year(), scope.population(), files.size());
    Publication publication = new Publication(scope, standing(scope, employers), accepted);
    for (IntakeFile file : files) {
      if (file.verdict().isEmpty()) {
        publication.file(file, byFile.getOrDefault(file.fileId(), List.of()));
      }
    }
    publication.write();
  }

  /** What stands of one employer's declaration. */
  public StandingVersions standing(StagingLedger.Scope scope, String employer) {
    return standing(scope, Set.of(employer)).getOrDefault(employer, StandingVersions.NONE);
  }

  /**
   * Puts a version into force that the agency made and that was just stored.
   *
   * @param reason what it rests on
   */
  public void publish(StagingLedger.Scope scope, Succession.Assessed assessed, String reason) {
    put(assessed.changes());
    jdbc.sql("UPDATE declaration SET people_file_id = :file WHERE declaration_id = :id")
        .param("file", peopleFile(assessed.before()))
        .param("id", assessed.now().declaration())
        .update();
    jdbc.sql(
            "INSERT INTO declaration_event (declaration_id, event_no, run_id, state, event_date, reason)"
                + " VALUES (:id, 1, :run, :state, :day, :reason)")
        .param("id", assessed.now().declaration())
        .param("run", scope.runId())
        .param("state", assessed.now().state().name())
        .param("day", scope.businessDate())
        .param("reason", reason)
        .update();
  }

  private long peopleFile(StandingVersion version) {
    return jdbc.sql(
            "SELECT COALESCE(people_file_id, file_id) FROM declaration WHERE declaration_id = :id")
        .param("id", version.declaration())
        .query(Long.class)
        .single();
  }

  /** What the version in force means for a declaration that comes in, where it means anything. */
  public static Optional<Finding> finding(Succession succession, String employer) {
    if (succession instanceof Succession.Closed closed) {
      FindingCode code =
          closed.current().state() == DeclarationState.ASSESSED
              ? FindingCode.DECLARATION_ASSESSED
              : FindingCode.DECLARATION_CLOSED;
      return Optional.of(finding(code, employer, closed.current()));
    }
    if (succession instanceof Succession.Accepted accepted && accepted.isPending()) {
      return accepted
          .then()
          .current()
          .map(inForce -> finding(FindingCode.APPROVED_IN_FORCE, employer, inForce));
    }
    return Optional.empty();
  }

  private static Finding finding(FindingCode code, String employer, StandingVersion inForce) {
    return Finding.of(
        code,
        employer,
        SourceCell.WHOLE_FILE,
        Integer.toString(inForce.version()),
        inForce.state().title());
  }

  /** One run's publication as it builds up, file after file. */
  private final class Publication {
    private final StagingLedger.Scope scope;
    private final Map<String, StandingVersions> standing;
    private final Predicate<String> acceptedBefore;
    private final Set<String> acceptedNow = new HashSet<>();
    private final List<Succession.Change> changes = new ArrayList<>();
    private final List<IntakeFile> verdicts = new ArrayList<>();
    private final List<IntakeLedger.AlikeFiles> alike = new ArrayList<>();
    private final List<Long> duplicates = new ArrayList<>();
    private final Set<Long> storedDuplicates = new HashSet<>();
    private final List<Long> refused = new ArrayList<>();
    private final List<StagingLedger.NumberedFinding> findings = new ArrayList<>();
    private int told;

    Publication(
        StagingLedger.Scope scope,
        Map<String, StandingVersions> standing,
        Predicate<String> acceptedBefore) {
      this.scope = scope;
      this.standing = new HashMap<>(standing);
      this.acceptedBefore = acceptedBefore;
    }

    void file(IntakeFile file, List<Staged> declarations) {
      String digest = file.sha256().orElse("");
      if (acceptedNow.contains(digest) || acceptedBefore.test(digest)) {
        duplicates.add(file.fileId());
        if (file.rowsRead() > 0 || !declarations.isEmpty()) {
          storedDuplicates.add(file.fileId());
        }
        judge(verdict(file, Verdict.DUPLICATE, 0, 0, 0), file);
        return;
      }
      long stored = 0;
      boolean anyAccepted = false;
      for (Staged declaration : declarations) {
        if (!declaration.rejected() && declare(declaration)) {
          anyAccepted = true;
          stored += declaration.persons();
        }
      }
      if (anyAccepted) {
        acceptedNow.add(digest);
      }
      judge(
          verdict(
              file,
              anyAccepted ? Verdict.ACCEPTED : Verdict.REJECTED,
              file.rowsRead(),
              stored,
              file.rowsRead() - stored),
          file);
    }

    private void judge(IntakeFile judged, IntakeFile stored) {
      if (judged.rowsRead() != stored.rowsRead()
          || judged.rowsAccepted() != stored.rowsAccepted()
          || judged.rowsRejected() != stored.rowsRejected()) {
        verdicts.add(judged);
        return;
      }
      Verdict verdict = judged.verdict().orElseThrow();
      long first = judged.fileId();
      if (!alike.isEmpty()) {
        IntakeLedger.AlikeFiles before = alike.get(alike.size() - 1);
        if (before.verdict() == verdict
            && before.last() == first - 1
            && first - before.first() < ALIKE) {
          first = before.first();
          alike.remove(alike.size() - 1);
        }
      }
      alike.add(new IntakeLedger.AlikeFiles(verdict, first, judged.fileId()));
    }

    private boolean declare(Staged declaration) {
      Succession succession =
          Succession.of(
              scope.population(),
              declaration.id(),
              standing.getOrDefault(declaration.employer(), StandingVersions.NONE));
      changes.addAll(succession.changes());
      finding(succession, declaration.employer()).ifPresent(finding -> tell(declaration, finding));
      if (succession instanceof Succession.Accepted accepted) {
        standing.put(declaration.employer(), accepted.then());
        return true;
      }
      if (succession instanceof Succession.Closed) {
        refused.add(declaration.id());
      }
      return false;
    }

    private void tell(Staged declaration, Finding finding) {
      findings.add(
          new StagingLedger.NumberedFinding(
              declaration.fileId(),
              staging.lastFindingNumber(declaration.fileId()) + ++told,
              finding));
    }

    void write() {
      if (!duplicates.isEmpty()) {
        storedDuplicates.addAll(staging.withFindings(duplicates));
        staging.discard(storedDuplicates);
      }
      for (Long duplicate : duplicates) {
        findings.add(
            new StagingLedger.NumberedFinding(
                duplicate, 1, Finding.of(FindingCode.FILE_DUPLICATE, "", SourceCell.WHOLE_FILE)));
      }
      staging.storeFindings(findings);
      staging.removePeople(refused);
      put(changes);
      List<Succession.Change> accepting =
          changes.stream()
              .filter(change -> VersionStanding.standing().anyMatch(change.standing()::equals))
              .toList();
      template.batchUpdate(
          "INSERT INTO declaration_event (declaration_id, event_no, run_id, state, event_date, reason)"
              + " VALUES (?, 1, ?, ?, ?, '')",
          accepting,
          1_000,
          (statement, change) -> {
            statement.setLong(1, change.declaration());
            statement.setLong(2, scope.runId());
            statement.setString(3, DeclarationState.ACCEPTED.name());
            statement.setObject(4, scope.businessDate());
          });
      intake.verdicts(verdicts);
      intake.verdictsOfAlike(alike);
    }
  }

  private void put(List<Succession.Change> changes) {
    template.batchUpdate(
        "UPDATE declaration SET standing = ?, state = ?, version = ? WHERE declaration_id = ?",
        changes,
        1_000,
        (statement, change) -> {
          statement.setString(1, change.standing().name());
          statement.setString(2, change.state().name());
          statement.setObject(3, change.version().orElse(null));
          statement.setLong(4, change.declaration());
        });
  }

  private static IntakeFile verdict(
      IntakeFile file, Verdict verdict, long read, long accepted, long rejected) {
    return new IntakeFile(
        file.fileId(),
        file.runId(),
        file.sequence(),
        file.path(),
        file.claimedName(),
        file.size(),
        file.modifiedAt(),
        file.sha256(),
        file.state(),
        Optional.of(verdict),
        read,
        accepted,
        rejected);
  }

  private List<Staged> staged(long runId) {
    return jdbc.sql(
            "SELECT declaration_id, file_id, employer_code, standing, persons FROM declaration WHERE"
                + " run_id = :run AND standing IN (:arrived) ORDER BY declaration_id")
        .param("run", runId)
        .param("arrived", List.of(VersionStanding.STAGED.name(), VersionStanding.REJECTED.name()))
        .query(
            (row, number) ->
                new Staged(
                    row.getLong("declaration_id"),
                    row.getLong("file_id"),
                    row.getString("employer_code"),
                    VersionStanding.valueOf(row.getString("standing")) == VersionStanding.REJECTED,
                    row.getLong("persons")))
        .list();
  }

  /** Those of few employers one by one, through the key; of many the year's. */
  private Map<String, StandingVersions> standing(StagingLedger.Scope scope, Set<String> employers) {
    Map<String, StandingVersions> standing = new HashMap<>();
    RowCallbackHandler adding = row -> add(standing, row);
    if (employers.size() > IntakeLedger.FEW) {
      standingRows(scope, "").query(adding);
      return standing;
    }
    for (String employer : employers) {
      standingRows(scope, " AND employer_code = :employer")
          .param("employer", employer)
          .query(adding);
    }
    return standing;
  }

  private JdbcClient.StatementSpec standingRows(StagingLedger.Scope scope, String further) {
    return jdbc.sql(
            "SELECT declaration_id, employer_code, version, state, standing FROM declaration WHERE"
                + " policy = :policy AND contribution_year = :year AND population = :population AND"
                + " standing IN (:standing)"
                + further)
        .param("policy", scope.policy())
        .param("year", scope.year())
        .param("population", scope.population().name())
        .param("standing", VersionStanding.standing().map(Enum::name).toList());
  }

  private static void add(Map<String, StandingVersions> standing, ResultSet row)
      throws SQLException {
    boolean pending = VersionStanding.valueOf(row.getString("standing")) == VersionStanding.PENDING;
    Optional<StandingVersion> version =
        Optional.of(
            new StandingVersion(
                row.getLong("declaration_id"),
                row.getInt("version"),
                DeclarationState.valueOf(row.getString("state"))));
    standing.merge(
        row.getString("employer_code"),
        pending
            ? new StandingVersions(Optional.empty(), version)
            : new StandingVersions(version, Optional.empty()),
        (one, other) ->
            new StandingVersions(
                one.current().or(other::current), one.pending().or(other::pending)));
  }
}
