package basedecl.ledger.audit;

import basedecl.assessment.Dues;
import basedecl.audit.OutcomeKind;
import basedecl.audit.signal.TaxComparison;
import basedecl.money.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** What the newest audit of a year found, for whoever follows it up. */
public final class AuditList {

  private static final int TOGETHER = 500;

  private static final String DETAILS =
      "SELECT a.*, e.agency, (SELECT o.kind FROM audit_outcome o WHERE o.policy = :policy AND"
          + " o.contribution_year = :year AND o.employer_code = a.employer_code ORDER BY o.outcome_id"
          + " DESC LIMIT 1) AS kind FROM audit_employer a LEFT JOIN employer e ON e.employer_code ="
          + " a.employer_code WHERE a.generation = :generation";

  private static final String ANY_OUTCOME =
      "EXISTS (SELECT 1 FROM audit_outcome o WHERE o.policy = :policy AND o.contribution_year = :year"
          + " AND o.employer_code = a.employer_code)";

  private static final String NEWEST_OUTCOME =
      "EXISTS (SELECT 1 FROM audit_outcome o WHERE o.policy = :policy AND o.contribution_year = :year"
          + " AND o.employer_code = a.employer_code AND o.kind = :outcome AND NOT EXISTS (SELECT 1 FROM"
          + " audit_outcome n WHERE n.policy = o.policy AND n.contribution_year = o.contribution_year"
          + " AND n.employer_code = o.employer_code AND n.outcome_id > o.outcome_id))";

  private final JdbcClient jdbc;
  private final String policy;
  private final int year;

  public AuditList(JdbcTemplate template, String policy, int year) {
    this.jdbc = JdbcClient.create(template);
    this.policy = policy;
    this.year = year;
  }

  /**
   * An audit.
   *
   * @param run the newest that found this
   * @param generation the run that found it first
   */
  public record Audit(long run, long generation, LocalDate day) {}

  /** The newest audit of the year; empty while there was none. */
  public Optional<Audit> newest() {
    return jdbc.sql(
            "SELECT run_id, generation, business_date FROM audit_run WHERE policy = :policy AND"
                + " contribution_year = :year ORDER BY run_id DESC LIMIT 1")
        .param("policy", policy)
        .param("year", year)
        .query(
            (row, number) ->
                new Audit(
                    row.getLong("run_id"),
                    row.getLong("generation"),
                    row.getObject("business_date", LocalDate.class)))
        .optional();
  }

  /**
   * Those that the filter lets through, whom to look at first at the top. Which they are is asked
   * for first: what belongs to them is then looked up for these alone.
   */
  public List<RankedEmployer> ranked(Audit audit, AuditFilter filter, int limit, long offset) {
    List<Integer> ranks =
        spec("SELECT a.rank_no", filter, " ORDER BY a.rank_no LIMIT :limit OFFSET :offset", audit)
            .param("limit", limit)
            .param("offset", offset)
            .query(Integer.class)
            .list();
    List<RankedEmployer> ranked = new ArrayList<>();
    for (int from = 0; from < ranks.size(); from += TOGETHER) {
      ranked.addAll(
          details(" AND a.rank_no IN (:ranks) ORDER BY a.rank_no", audit)
              .param("ranks", ranks.subList(from, Math.min(ranks.size(), from + TOGETHER)))
              .query(AuditList::ranked)
              .list());
    }
    return ranked;
  }

  public long count(Audit audit, AuditFilter filter) {
    return spec("SELECT COUNT(*)", filter, "", audit).query(Long.class).single();
  }

  /**
   * What stands in an audit.
   *
   * @param employers in which it found something
   * @param flagged those of them by the 70 % rule
   * @param withoutOutcome those of them of which nothing came yet
   */
  public record Counts(long employers, long flagged, long withoutOutcome) {}

  public Counts counts(Audit audit, AuditFilter filter) {
    return spec(
            "SELECT COUNT(*) AS employers, SUM(CASE WHEN a.flagged = 'Y' THEN 1 ELSE 0 END) AS flagged,"
                + " SUM(CASE WHEN "
                + ANY_OUTCOME
                + " THEN 0 ELSE 1 END) AS without_outcome",
            filter,
            "",
            audit)
        .query(
            (row, number) ->
                new Counts(
                    row.getLong("employers"),
                    row.getLong("flagged"),
                    row.getLong("without_outcome")))
        .single();
  }

  /** One employer; empty where the audit found and cleared nothing in it. */
  public Optional<RankedEmployer> find(Audit audit, String employerCode) {
    return details(" AND a.employer_code = :employer", audit)
        .param("employer", employerCode)
        .query(AuditList::ranked)
        .optional();
  }

  private StatementSpec details(String which, Audit audit) {
    return jdbc.sql(DETAILS + which)
        .param("policy", policy)
        .param("year", year)
        .param("generation", audit.generation());
  }

  /** What stands in these employers, in order of code and signal. */
  public List<AuditRecord> signals(Audit audit, Collection<String> employerCodes) {
    return employerCodes.isEmpty() ? List.of() : signals(audit.generation(), employerCodes);
  }

  /** What the audit before had found in an employer that stands no more. */
  public List<AuditRecord> cleared(Audit audit, String employerCode) {
    List<String> standing =
        signals(audit, List.of(employerCode)).stream().map(AuditRecord::signal).toList();
    return before(audit).stream()
        .flatMap(generation -> signals(generation, List.of(employerCode)).stream())
        .filter(record -> !standing.contains(record.signal()))
        .toList();
  }

  /** How many signals the last audit of each year of this policy found in an employer. */
  public Map<Integer, Integer> signalsByYear(String employerCode) {
    Map<Integer, Integer> years = new TreeMap<>();
    jdbc.sql(
            "SELECT r.contribution_year, a.signals FROM audit_run r JOIN audit_employer a ON"
                + " a.generation = r.generation AND a.employer_code = :employer WHERE r.run_id IN"
                + " (SELECT MAX(run_id) FROM audit_run WHERE policy = :policy GROUP BY"
                + " contribution_year)")
        .param("policy", policy)
        .param("employer", employerCode)
        .query(
            row -> {
              years.put(row.getInt("contribution_year"), row.getInt("signals"));
            });
    return years;
  }

  private Optional<Long> before(Audit audit) {
    return jdbc.sql(
            "SELECT generation FROM audit_run WHERE policy = :policy AND contribution_year = :year AND"
                + " generation < :generation ORDER BY run_id DESC LIMIT 1")
        .param("policy", policy)
        .param("year", year)
        .param("generation", audit.generation())
        .query(Long.class)
        .optional();
  }

  private List<AuditRecord> signals(long generation, Collection<String> employerCodes) {
    return jdbc.sql(
            "SELECT * FROM audit_signal WHERE generation = :generation AND employer_code IN (:codes)"
                + " ORDER BY employer_code, signal_word")
        .param("generation", generation)
        .param("codes", employerCodes)
        .query(AuditLedger::read)
        .list();
  }

  private static String where(AuditFilter filter) {
    List<String> conditions = new ArrayList<>();
    conditions.add("a.generation = :generation");
    conditions.add(filter.followUp().map(each -> "a." + each.condition()).orElse("a.signals > 0"));
    filter
        .agency()
        .ifPresent(
            agency ->
                conditions.add(
                    "EXISTS (SELECT 1 FROM employer e WHERE e.employer_code = a.employer_code AND"
                        + " e.agency = :agency)"));
    filter
        .signal()
        .ifPresent(
            signal ->
                conditions.add(
                    "EXISTS (SELECT 1 FROM audit_signal s WHERE s.generation = a.generation AND"
                        + " s.employer_code = a.employer_code AND s.signal_word = :signal)"));
    filter.share().ifPresent(share -> conditions.add("a.at_lower >= :share * a.persons"));
    filter
        .outcome()
        .ifPresent(
            outcome ->
                conditions.add(outcome.kind().isPresent() ? NEWEST_OUTCOME : "NOT " + ANY_OUTCOME));
    return " FROM audit_employer a WHERE " + String.join(" AND ", conditions);
  }

  private StatementSpec spec(String select, AuditFilter filter, String order, Audit audit) {
    String sql = select + where(filter) + order;
    StatementSpec spec = jdbc.sql(sql).param("generation", audit.generation());
    if (sql.contains(":policy")) {
      spec.param("policy", policy).param("year", year);
    }
    filter.agency().ifPresent(agency -> spec.param("agency", agency));
    filter.signal().ifPresent(signal -> spec.param("signal", signal));
    filter.share().ifPresent(share -> spec.param("share", share));
    filter
        .outcome()
        .flatMap(AuditFilter.Outcome::kind)
        .ifPresent(kind -> spec.param("outcome", kind.name()));
    return spec;
  }

  private static RankedEmployer ranked(ResultSet row, int number) throws SQLException {
    String agency = row.getString("agency");
    return new RankedEmployer(
        row.getInt("rank_no"),
        new AuditedEmployer(
            row.getString("employer_code"),
            row.getString("employer_name"),
            row.getLong("persons"),
            row.getLong("at_lower"),
            row.getString("flagged").equals("Y"),
            tax(row)),
        agency == null ? "" : agency,
        row.getInt("signals"),
        row.getInt("fresh"),
        row.getInt("cleared"),
        Optional.ofNullable(row.getString("kind")).map(OutcomeKind::valueOf));
  }

  private static Optional<TaxComparison> tax(ResultSet row) throws SQLException {
    Optional<Money> lacking = money(row.getBigDecimal("base_short"));
    return lacking.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new TaxComparison(
                row.getLong("tax_persons"),
                row.getLong("tax_matched"),
                row.getLong("below_tax"),
                new Money(row.getBigDecimal("wage_gap")),
                lacking.get(),
                new Dues(
                    money(row.getBigDecimal("employer_short")),
                    money(row.getBigDecimal("personal_short")))));
  }

  private static Optional<Money> money(@Nullable BigDecimal amount) {
    return Optional.ofNullable(amount).map(Money::new);
  }
}
