package basedecl.ledger.submission;

import basedecl.declaration.procedure.Verdict;
import basedecl.declaration.procedure.VersionStanding;
import basedecl.finding.FindingCode;
import basedecl.ledger.database.Instants;
import basedecl.money.Money;
import basedecl.policy.Population;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The submissions. Each is written down before its file goes into the inbox, and what became of it
 * is read from the file that a run took: so there is nothing here that a kill could leave behind
 * half told.
 */
public final class SubmissionLedger {

  private static final String SELECT =
      "SELECT s.submission_no, s.submitted_at, u.* FROM desk_submission s JOIN desk_upload u ON"
          + " u.upload_id = s.upload_id ";

  private final JdbcTemplate template;
  private final JdbcClient jdbc;

  public SubmissionLedger(JdbcTemplate template) {
    this.template = template;
    this.jdbc = JdbcClient.create(template);
  }

  /**
   * Submits an upload in the caller's transaction. Of several at the same moment one does; the
   * others wait for it and are told so.
   *
   * @return false where it was submitted before, or is not there
   */
  public boolean submit(UploadId upload, Instant at, List<Submission.Part> parts) {
    int taken =
        jdbc.sql(
                "UPDATE desk_upload SET submitted = 'Y' WHERE upload_id = :upload AND submitted ="
                    + " 'N'")
            .param("upload", upload.text())
            .update();
    if (taken == 0) {
      return false;
    }
    jdbc.sql("INSERT INTO desk_submission (upload_id, submitted_at) VALUES (:upload, :at)")
        .param("upload", upload.text())
        .param("at", Instants.column(at))
        .update();
    long number =
        jdbc.sql("SELECT submission_no FROM desk_submission WHERE upload_id = :upload")
            .param("upload", upload.text())
            .query(Long.class)
            .single();
    storeParts(number, parts);
    return true;
  }

  private void storeParts(long number, List<Submission.Part> parts) {
    template.batchUpdate(
        "INSERT INTO desk_submission_part (submission_no, employer_code, employer_name, persons,"
            + " declared_total, base_total) VALUES (?, ?, ?, ?, ?, ?)",
        parts,
        1_000,
        (statement, part) -> {
          statement.setLong(1, number);
          statement.setString(2, part.employerCode());
          statement.setString(3, part.employerName());
          statement.setLong(4, part.persons());
          statement.setBigDecimal(5, part.declaredTotal().amount());
          statement.setBigDecimal(6, part.baseTotal().amount());
        });
  }

  public Optional<Submission> of(UploadId upload) {
    return jdbc.sql(SELECT + "WHERE s.upload_id = :upload")
        .param("upload", upload.text())
        .query(SubmissionLedger::row)
        .optional()
        .map(this::whole);
  }

  public Optional<Submission> find(SubmissionNumber number) {
    return jdbc.sql(SELECT + "WHERE s.submission_no = :number AND u.contribution_year = :year")
        .param("number", number.serial())
        .param("year", number.year())
        .query(SubmissionLedger::row)
        .optional()
        .map(this::whole);
  }

  /** The newest {@code limit} submissions that hold people of an employer, the newest first. */
  public List<Submission> ofEmployer(
      String policy, int year, Population population, String employerCode, int limit) {
    return jdbc
        .sql(
            SELECT
                + "JOIN desk_submission_part p ON p.submission_no = s.submission_no WHERE"
                + " p.employer_code = :employer AND u.policy = :policy AND u.contribution_year = :year"
                + " AND u.population = :population ORDER BY s.submission_no DESC LIMIT :limit")
        .param("employer", employerCode)
        .param("policy", policy)
        .param("year", year)
        .param("population", population.name())
        .param("limit", limit)
        .query(SubmissionLedger::row)
        .list()
        .stream()
        .map(this::whole)
        .toList();
  }

  /** What a run made of it so far. */
  public Outcome outcome(Submission submission) {
    return taken(submission).map(this::outcome).orElse(Outcome.WAITING);
  }

  /** The state of {@link #outcome} alone, which is one look-up. */
  public SubmissionState state(Submission submission) {
    return taken(submission).map(Taken::state).orElse(SubmissionState.RECEIVED);
  }

  private Optional<Taken> taken(Submission submission) {
    return jdbc.sql(
            "SELECT file_id, run_id, verdict FROM intake_file WHERE sha256 = :sha256 AND path = :path"
                + " ORDER BY file_id DESC LIMIT 1")
        .param("sha256", submission.upload().sha256())
        .param("path", submission.inboxPath())
        .query(
            (row, number) ->
                new Taken(
                    row.getLong("file_id"),
                    row.getLong("run_id"),
                    Optional.ofNullable(row.getString("verdict")).map(Verdict::valueOf)))
        .optional();
  }

  /** The file as a run took it. */
  private record Taken(long file, long run, Optional<Verdict> verdict) {

    SubmissionState state() {
      return verdict.map(SubmissionState::of).orElse(SubmissionState.RECEIVED);
    }
  }

  private Outcome outcome(Taken taken) {
    return new Outcome(
        taken.state(),
        OptionalLong.of(taken.run()),
        OptionalLong.of(taken.file()),
        taken.verdict().isPresent() ? parts(taken.file(), taken.run()) : List.of());
  }

  private List<Outcome.Part> parts(long file, long run) {
    Map<String, NavigableSet<FindingCode>> codes = codes(file);
    return jdbc.sql(
            "SELECT d.employer_code, d.standing, COALESCE(d.version, 0) AS shown_version,"
                + " COALESCE(r.run_id, 0) AS replaced_by_run FROM declaration d LEFT JOIN declaration r ON"
                + " d.standing = :replaced AND r.policy = d.policy AND r.contribution_year ="
                + " d.contribution_year AND r.population = d.population AND r.employer_code ="
                + " d.employer_code AND r.version = d.version + 1 WHERE d.file_id = :file ORDER BY"
                + " d.declaration_id")
        .param("replaced", VersionStanding.REPLACED.name())
        .param("file", file)
        .query(
            (row, number) -> {
              String employer = row.getString("employer_code");
              return new Outcome.Part(
                  employer,
                  VersionStanding.valueOf(row.getString("standing"))
                      .verdict(row.getLong("replaced_by_run") == run),
                  row.getInt("shown_version"),
                  List.copyOf(codes.getOrDefault(employer, new TreeSet<>())));
            })
        .list();
  }

  private Map<String, NavigableSet<FindingCode>> codes(long file) {
    Map<String, NavigableSet<FindingCode>> codes = new HashMap<>();
    template.query(
        "SELECT DISTINCT employer_code, code FROM finding WHERE file_id = ?",
        row -> {
          codes
              .computeIfAbsent(row.getString("employer_code"), employer -> new TreeSet<>())
              .add(FindingCode.valueOf(row.getString("code")));
        },
        file);
    return codes;
  }

  private record Row(long number, Instant submittedAt, Upload upload) {}

  private static Row row(ResultSet row, int rowNumber) throws SQLException {
    return new Row(
        row.getLong("submission_no"),
        Instants.of(row, "submitted_at").orElseThrow(),
        UploadLedger.upload(row, rowNumber));
  }

  private Submission whole(Row row) {
    return new Submission(
        new SubmissionNumber(row.upload().year(), row.number()),
        row.upload(),
        row.submittedAt(),
        parts(row.number()));
  }

  private List<Submission.Part> parts(long number) {
    return jdbc.sql(
            "SELECT * FROM desk_submission_part WHERE submission_no = :number ORDER BY employer_code")
        .param("number", number)
        .query(
            (row, rowNumber) ->
                new Submission.Part(
                    row.getString("employer_code"),
                    row.getString("employer_name"),
                    row.getLong("persons"),
                    new Money(row.getBigDecimal("declared_total")),
                    new Money(row.getBigDecimal("base_total"))))
        .list();
  }
}
