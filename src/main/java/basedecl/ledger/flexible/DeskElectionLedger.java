package basedecl.ledger.flexible;

import basedecl.assessment.flexible.PaymentRhythm;
import basedecl.finding.Finding;
import basedecl.ledger.database.FindingRows;
import basedecl.ledger.database.Instants;
import basedecl.ledger.flexible.DeskElection.Action;
import basedecl.ledger.flexible.DeskElection.Entry;
import basedecl.ledger.flexible.DeskElection.Fate;
import basedecl.ledger.flexible.DeskElection.Origin;
import basedecl.ledger.flexible.DeskElection.Standing;
import basedecl.ledger.flexible.DeskElection.Wish;
import basedecl.money.Money;
import basedecl.person.IdNumber;
import basedecl.policy.InsuranceKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Elections and voidings made in the desk, in the order they were entered. */
public final class DeskElectionLedger {

  private static final String SELECT =
      "SELECT e.*, '' AS employer_code, '' AS sheet, 0 AS row_no, -1 AS column_no FROM desk_election"
          + " e ";

  private final JdbcClient jdbc;

  public DeskElectionLedger(JdbcTemplate template) {
    this.jdbc = JdbcClient.create(template);
  }

  /** A region and year. */
  public record Book(String region, int year) {}

  /** Keeps a line until a run reads it; of a form that was posted before the line it made then. */
  public DeskElection add(Wish wish, Entry entry) {
    try {
      insert(wish, entry);
    } catch (DuplicateKeyException e) {
      // Posted twice: the line is there.
    }
    return jdbc.sql(SELECT + "WHERE e.form_id = :form")
        .param("form", entry.form())
        .query(DeskElectionLedger::line)
        .single();
  }

  private void insert(Wish wish, Entry entry) {
    jdbc.sql(
            "INSERT INTO desk_election (form_id, region, contribution_year, action, kind, id_number,"
                + " person_name, base, rhythm, effective_from, batch_debit, origin, account_id,"
                + " account_name, entered_on, entered_at, standing) VALUES (:form, :region, :year,"
                + " :action, :kind, :person, :name, :base, :rhythm, :from, :debit, :origin, :account,"
                + " :by, :day, :at, 'WAITING')")
        .param("form", entry.form())
        .param("region", wish.region())
        .param("year", wish.year())
        .param("action", wish.action().name())
        .param("kind", wish.kind().name())
        .param("person", wish.idNumber().whole())
        .param("name", wish.name())
        .param("base", wish.base().map(Money::amount).orElse(null))
        .param("rhythm", wish.rhythm().map(PaymentRhythm::name).orElse(null))
        .param("from", wish.from().toString())
        .param("debit", wish.batchDebit() ? "Y" : "N")
        .param("origin", entry.origin().name())
        .param("account", entry.account())
        .param("by", entry.by())
        .param("day", entry.on())
        .param("at", Instants.column(entry.at()))
        .update();
  }

  public Optional<DeskElection> find(long number) {
    return jdbc.sql(SELECT + "WHERE e.line_no = :number")
        .param("number", number)
        .query(DeskElectionLedger::line)
        .optional();
  }

  /** A person's lines, the newest first. */
  public List<DeskElection> ofPerson(IdNumber person) {
    return jdbc.sql(SELECT + "WHERE e.id_number = :person ORDER BY e.line_no DESC")
        .param("person", person.whole())
        .query(DeskElectionLedger::line)
        .list();
  }

  /** Lines that wait for a run of the region and year, in order. */
  public List<DeskElection> waiting(String region, int year) {
    return jdbc.sql(
            SELECT
                + "WHERE e.standing = 'WAITING' AND e.region = :region AND e.contribution_year ="
                + " :year ORDER BY e.line_no")
        .param("region", region)
        .param("year", year)
        .query(DeskElectionLedger::line)
        .list();
  }

  /** For which regions and years lines wait. */
  public List<Book> books() {
    return jdbc.sql(
            "SELECT DISTINCT region, contribution_year FROM desk_election WHERE standing = 'WAITING'"
                + " ORDER BY region, contribution_year")
        .query((row, number) -> new Book(row.getString("region"), row.getInt("contribution_year")))
        .list();
  }

  /** Those a run could not use. */
  public List<DeskElection> refusedBy(long run) {
    return jdbc.sql(SELECT + "WHERE e.run_id = :run AND e.standing = 'REFUSED' ORDER BY e.line_no")
        .param("run", run)
        .query(DeskElectionLedger::line)
        .list();
  }

  /** How many a run used. */
  public int usedBy(long run) {
    return jdbc.sql("SELECT COUNT(*) FROM desk_election WHERE run_id = :run AND standing = 'USED'")
        .param("run", run)
        .query(Integer.class)
        .single();
  }

  /** The newest lines that the agency entered from papers. */
  public List<DeskElection> papers(int most) {
    return jdbc.sql(SELECT + "WHERE e.origin = 'PAPER' ORDER BY e.line_no DESC LIMIT :most")
        .param("most", most)
        .query(DeskElectionLedger::line)
        .list();
  }

  /**
   * A run takes a line, in its own transaction, before anything follows from it.
   *
   * @return false where it was taken back meanwhile
   */
  public boolean use(long number, long run) {
    return jdbc.sql(
                "UPDATE desk_election SET standing = 'USED', run_id = :run WHERE line_no = :number AND"
                    + " standing = 'WAITING'")
            .param("run", run)
            .param("number", number)
            .update()
        == 1;
  }

  /** The election that came of a line, or that it voided. */
  public void became(long number, long election) {
    jdbc.sql("UPDATE desk_election SET election_id = :election WHERE line_no = :number")
        .param("election", election)
        .param("number", number)
        .update();
  }

  /** The run that took a line could not use it. */
  public void refuse(long number, Finding finding) {
    jdbc.sql(
            "UPDATE desk_election SET standing = 'REFUSED', code = :code, arguments = :words WHERE"
                + " line_no = :number")
        .param("code", finding.code().name())
        .param("words", FindingRows.words(finding))
        .param("number", number)
        .update();
  }

  /**
   * Takes a line back.
   *
   * @return false where a run has read it, or it was taken back before
   */
  public boolean undo(long number, String by, Instant at) {
    return jdbc.sql(
                "UPDATE desk_election SET standing = 'UNDONE', undone_by = :by, undone_at = :at WHERE"
                    + " line_no = :number AND standing = 'WAITING'")
            .param("by", by)
            .param("at", Instants.column(at))
            .param("number", number)
            .update()
        == 1;
  }

  private static DeskElection line(ResultSet row, int number) throws SQLException {
    Wish wish =
        new Wish(
            row.getString("region"),
            Action.valueOf(row.getString("action")),
            InsuranceKind.valueOf(row.getString("kind")),
            new IdNumber(row.getString("id_number")),
            row.getString("person_name"),
            Optional.ofNullable(row.getBigDecimal("base")).map(Money::new),
            Optional.ofNullable(row.getString("rhythm")).map(PaymentRhythm::valueOf),
            YearMonth.parse(row.getString("effective_from")),
            row.getString("batch_debit").equals("Y"));
    Entry entry =
        new Entry(
            row.getString("form_id"),
            Origin.valueOf(row.getString("origin")),
            row.getLong("account_id"),
            row.getString("account_name"),
            row.getObject("entered_on", LocalDate.class),
            Instants.of(row, "entered_at").orElseThrow());
    boolean refused = row.getString("code") != null;
    return new DeskElection(
        row.getLong("line_no"),
        wish,
        entry,
        new Fate(
            Standing.valueOf(row.getString("standing")),
            optional(row, "run_id"),
            optional(row, "election_id"),
            refused ? Optional.of(FindingRows.finding(row, 0)) : Optional.empty()));
  }

  private static OptionalLong optional(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
  }
}
