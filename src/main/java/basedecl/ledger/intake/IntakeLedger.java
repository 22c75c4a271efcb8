package basedecl.ledger.intake;

import basedecl.declaration.procedure.Verdict;
import basedecl.declaration.procedure.VersionStanding;
import basedecl.finding.FindingCode;
import basedecl.finding.Reason;
import basedecl.ledger.intake.IntakeFile.State;
import basedecl.policy.Population;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The files of each run and how far they have come. */
public final class IntakeLedger {

  /**
   * Of so many a look-up each is the cheaper way: with 10,000 declarations in the year a look-up
   * takes a thousandth of fetching them.
   */
  static final int FEW = 500;

  private static final List<String> ACCEPTED = VersionStanding.accepted().map(Enum::name).toList();

  private final JdbcTemplate template;
  private final JdbcClient jdbc;

  public IntakeLedger(JdbcTemplate template) {
    this.template = template;
    this.jdbc = JdbcClient.create(template);
  }

  public long nextFileId() {
    return jdbc.sql("SELECT COALESCE(MAX(file_id), 0) + 1 FROM intake_file")
        .query(Long.class)
        .single();
  }

  /** Writes down what is about to be moved, before it is moved. */
  public void insertClaiming(Collection<IntakeFile> files) {
    template.batchUpdate(
        "INSERT INTO intake_file (file_id, run_id, sequence_no, path, claimed_name, size_bytes,"
            + " modified_at, state, rows_read, rows_accepted, rows_rejected) VALUES (?, ?, ?, ?, ?, ?,"
            + " ?, ?, 0, 0, 0)",
        files,
        1_000,
        (statement, file) -> {
          statement.setLong(1, file.fileId());
          statement.setLong(2, file.runId());
          statement.setInt(3, file.sequence());
          statement.setString(4, file.path());
          statement.setString(5, file.claimedName());
          statement.setLong(6, file.size());
          statement.setLong(7, file.modifiedAt());
          statement.setString(8, State.CLAIMING.name());
        });
  }

  /**
   * Every file of the run that is written down was moved: one mark for the run, since on H2 an
   * update of a file's row costs as much as the row.
   */
  public void markClaimed(long runId) {
    jdbc.sql(
            "UPDATE ledger_run SET claimed_through = (SELECT COALESCE(MAX(sequence_no), 0) FROM"
                + " intake_file WHERE run_id = :run) WHERE run_id = :run")
        .param("run", runId)
        .update();
  }

  /** The number of the last file of the run that was moved for certain; 0 before any was. */
  private int claimedThrough(long runId) {
    return jdbc.sql("SELECT claimed_through FROM ledger_run WHERE run_id = :run")
        .param("run", runId)
        .query(Integer.class)
        .optional()
        .orElse(0);
  }

  /**
   * A file read to its end: {@code rowsRead = rowsAccepted + rowsRejected}.
   *
   * @param sha256 empty for a file that was gone before it could be read
   */
  public record StoredFile(
      long fileId, String sha256, long rowsRead, long rowsAccepted, long rowsRejected) {}

  public void markStored(Collection<StoredFile> files) {
    template.batchUpdate(
        "UPDATE intake_file SET state = ?, sha256 = ?, rows_read = ?, rows_accepted = ?,"
            + " rows_rejected = ? WHERE file_id = ?",
        files,
        1_000,
        (statement, file) -> {
          statement.setString(1, State.STORED.name());
          statement.setString(2, file.sha256().isEmpty() ? null : file.sha256());
          statement.setLong(3, file.rowsRead());
          statement.setLong(4, file.rowsAccepted());
          statement.setLong(5, file.rowsRejected());
          statement.setLong(6, file.fileId());
        });
  }

  public void forget(long fileId) {
    jdbc.sql("DELETE FROM intake_file WHERE file_id = :file").param("file", fileId).update();
  }

  /** Sends every unpublished file of the run back to be read again. */
  public void readAgain(long runId) {
    jdbc.sql(
            "UPDATE intake_file SET state = :claimed, rows_read = 0, rows_accepted = 0, rows_rejected ="
                + " 0 WHERE run_id = :run AND state = :stored AND verdict IS NULL")
        .param("claimed", State.CLAIMED.name())
        .param("stored", State.STORED.name())
        .param("run", runId)
        .update();
  }

  /** Gives files their verdicts and counts, with which they are done. */
  public void verdicts(Collection<IntakeFile> files) {
    template.batchUpdate(
        "UPDATE intake_file SET state = ?, verdict = ?, rows_read = ?, rows_accepted = ?,"
            + " rows_rejected = ? WHERE file_id = ?",
        files,
        1_000,
        (statement, file) -> {
          statement.setString(1, State.DONE.name());
          statement.setString(2, file.verdict().map(Enum::name).orElse(null));
          statement.setLong(3, file.rowsRead());
          statement.setLong(4, file.rowsAccepted());
          statement.setLong(5, file.rowsRejected());
          statement.setLong(6, file.fileId());
        });
  }

  /**
   * Files one after the other that get the same verdict, with the counts they have.
   *
   * @param first the first one's number
   * @param last the last one's number
   */
  public record AlikeFiles(Verdict verdict, long first, long last) {}

  /** The same in one statement for many: one for each costs a quarter more. */
  public void verdictsOfAlike(Collection<AlikeFiles> files) {
    template.batchUpdate(
        "UPDATE intake_file SET state = ?, verdict = ? WHERE file_id BETWEEN ? AND ?",
        files,
        1_000,
        (statement, alike) -> {
          statement.setString(1, State.DONE.name());
          statement.setString(2, alike.verdict().name());
          statement.setLong(3, alike.first());
          statement.setLong(4, alike.last());
        });
  }

  /** How many files of the run are read to their end. */
  public long stored(long runId) {
    return jdbc.sql("SELECT COUNT(*) FROM intake_file WHERE run_id = :run AND state = :stored")
        .param("run", runId)
        .param("stored", State.STORED.name())
        .query(Long.class)
        .single();
  }

  /** Those of the run's files that are to be read still and have numbers from first to last. */
  public List<IntakeFile> claimedOf(long runId, int first, int last) {
    int moved = claimedThrough(runId);
    return jdbc
        .sql(
            "SELECT * FROM intake_file WHERE run_id = :run AND sequence_no BETWEEN :first AND :last"
                + " AND state IN (:claimed) ORDER BY sequence_no")
        .param("run", runId)
        .param("first", first)
        .param("last", last)
        .param("claimed", List.of(State.CLAIMING.name(), State.CLAIMED.name()))
        .query((row, number) -> file(row, moved))
        .stream()
        .filter(file -> file.state() == State.CLAIMED)
        .toList();
  }

  /** The run's files with this finding for this reason. */
  public List<Long> filesWith(long runId, FindingCode code, Reason reason) {
    return jdbc.sql(
            "SELECT DISTINCT f.file_id FROM intake_file f JOIN finding n ON n.file_id = f.file_id"
                + " WHERE f.run_id = :run AND n.code = :code AND n.arguments LIKE :reason ORDER BY"
                + " f.file_id")
        .param("run", runId)
        .param("code", code.name())
        .param("reason", "_" + reason.word() + "%")
        .query(Long.class)
        .list();
  }

  /** The run's files in their order. */
  public List<IntakeFile> filesOf(long runId) {
    int moved = claimedThrough(runId);
    return jdbc.sql("SELECT * FROM intake_file WHERE run_id = :run ORDER BY sequence_no")
        .param("run", runId)
        .query((row, number) -> file(row, moved))
        .list();
  }

  /**
   * Whether the bytes of a digest were accepted before in whole or in part for this policy, year
   * and population, in any run. The digests of few files are looked up one by one, which costs the
   * same whatever the year holds; for many the year's are fetched once.
   */
  public Predicate<String> acceptedBefore(
      String policy, int year, Population population, int files) {
    return files <= FEW
        ? digest -> isAccepted(policy, year, population, digest)
        : acceptedDigests(policy, year, population)::contains;
  }

  /** Whether a file of that digest is among {@link #acceptedDigests}; one look-up. */
  public boolean isAccepted(String policy, int year, Population population, String digest) {
    return jdbc.sql(
                "SELECT COUNT(*) FROM intake_file f JOIN declaration d ON d.file_id = f.file_id WHERE"
                    + " f.sha256 = :digest AND d.policy = :policy AND d.contribution_year = :year AND"
                    + " d.population = :population AND d.standing IN (:accepted)")
            .param("digest", digest)
            .param("policy", policy)
            .param("year", year)
            .param("population", population.name())
            .param("accepted", ACCEPTED)
            .query(Long.class)
            .single()
        > 0;
  }

  /**
   * Digests of files that were accepted in whole or in part for this policy, year and population,
   * in any run.
   */
  public Set<String> acceptedDigests(String policy, int year, Population population) {
    return new HashSet<>(
        jdbc.sql(
                "SELECT DISTINCT f.sha256 FROM intake_file f JOIN declaration d ON d.file_id = f.file_id"
                    + " WHERE d.policy = :policy AND d.contribution_year = :year AND d.population ="
                    + " :population AND d.standing IN (:accepted)")
            .param("policy", policy)
            .param("year", year)
            .param("population", population.name())
            .param("accepted", ACCEPTED)
            .query(String.class)
            .list());
  }

  private static IntakeFile file(ResultSet row, int moved) throws SQLException {
    State state = State.valueOf(row.getString("state"));
    boolean isMoved = row.getInt("sequence_no") <= moved;
    return new IntakeFile(
        row.getLong("file_id"),
        row.getLong("run_id"),
        row.getInt("sequence_no"),
        row.getString("path"),
        row.getString("claimed_name"),
        row.getLong("size_bytes"),
        row.getLong("modified_at"),
        Optional.ofNullable(row.getString("sha256")),
        state == State.CLAIMING && isMoved ? State.CLAIMED : state,
        Optional.ofNullable(row.getString("verdict")).map(Verdict::valueOf),
        row.getLong("rows_read"),
        row.getLong("rows_accepted"),
        row.getLong("rows_rejected"));
  }
}
