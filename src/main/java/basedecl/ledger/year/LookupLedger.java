package basedecl.ledger.year;

import basedecl.declaration.change.EmployerHistory;
import basedecl.declaration.procedure.DeclarationState;
import basedecl.declaration.procedure.Verdict;
import basedecl.declaration.procedure.VersionStanding;
import basedecl.ledger.database.LedgerKeys;
import basedecl.ledger.employer.EmployerChangeLedger;
import basedecl.money.Money;
import basedecl.policy.ContributionMonth;
import basedecl.policy.Population;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What someone asks the ledger about one declaration, one person or the state of things. */
public final class LookupLedger {

  private final JdbcTemplate template;
  private final JdbcClient jdbc;

  public LookupLedger(JdbcTemplate template) {
    this.template = template;
    this.jdbc = JdbcClient.create(template);
  }

  /** Where a declaration came from. */
  public DeclarationOrigin origin(long declarationId) {
    return jdbc.sql(
            "SELECT f.sha256, d.run_id, r.business_date, r.policy_version, d.assessed_month,"
                + " d.state_date FROM declaration d JOIN intake_file f ON f.file_id ="
                + " COALESCE(d.people_file_id, d.file_id) JOIN"
                + " ledger_run r ON r.run_id = d.run_id WHERE d.declaration_id = :id")
        .param("id", declarationId)
        .query(
            (row, number) ->
                new DeclarationOrigin(
                    row.getString("sha256"),
                    row.getLong("run_id"),
                    row.getObject("business_date", LocalDate.class),
                    row.getString("policy_version"),
                    YearMonth.parse(row.getString("assessed_month")),
                    row.getObject("state_date", LocalDate.class)))
        .single();
  }

  /** The bases of a person's line that changed, from each month on (inclusive). */
  public NavigableMap<YearMonth, Money> baseChanges(long declarationId, int line) {
    NavigableMap<YearMonth, Money> changes = new TreeMap<>();
    template.query(
        "SELECT effective_from, base FROM base_change WHERE line_key = ?",
        row -> {
          changes.put(
              YearMonth.parse(row.getString("effective_from")),
              new Money(row.getBigDecimal("base")));
        },
        LedgerKeys.lineKey(declarationId, line));
    return changes;
  }

  /**
   * How many declarations of a policy, year and population are in a state.
   *
   * @param pending those among them whose employer has an approved version in force meanwhile
   */
  public record StateCount(
      String policy,
      int year,
      Population population,
      DeclarationState state,
      long declarations,
      long pending) {}

  /** Each employer's newest accepted declaration, by state. */
  public List<StateCount> states() {
    return jdbc.sql(
            "SELECT d.policy, d.contribution_year, d.population, d.state, COUNT(*) AS declarations,"
                + " SUM(CASE WHEN d.standing = :pending THEN 1 ELSE 0 END) AS pending FROM"
                + " declaration d WHERE d.standing = :pending OR (d.standing = :current AND NOT"
                + " EXISTS (SELECT 1 FROM declaration p WHERE p.policy = d.policy AND"
                + " p.contribution_year = d.contribution_year AND p.population = d.population AND"
                + " p.employer_code = d.employer_code AND p.standing = :pending)) GROUP BY"
                + " d.policy, d.contribution_year, d.population, d.state ORDER BY"
                + " d.contribution_year DESC, d.policy, d.population, d.state")
        .param("current", VersionStanding.CURRENT.name())
        .param("pending", VersionStanding.PENDING.name())
        .query(
            (row, number) ->
                new StateCount(
                    row.getString("policy"),
                    row.getInt("contribution_year"),
                    Population.valueOf(row.getString("population")),
                    DeclarationState.valueOf(row.getString("state")),
                    row.getLong("declarations"),
                    row.getLong("pending")))
        .list();
  }

  /**
   * Employers whose declarations for a year were all refused so far, by policy, year and
   * population; without those that need not declare retirees.
   */
  public record Refused(String policy, int year, Population population, long employers) {}

  public List<Refused> refused() {
    return jdbc.sql(
            "SELECT d.policy, d.contribution_year, d.population, COUNT(DISTINCT d.employer_code) AS"
                + " employers FROM declaration d WHERE d.standing = :rejected AND d.employer_code"
                + " <> '' AND NOT EXISTS (SELECT 1 FROM declaration c WHERE c.policy = d.policy AND"
                + " c.contribution_year = d.contribution_year AND c.population = d.population AND"
                + " c.employer_code = d.employer_code AND c.standing = :current) AND NOT"
                + " (d.population = :retirees AND EXISTS (SELECT 1 FROM employer e WHERE"
                + " e.employer_code = d.employer_code AND (e.civil_servant_subsidy = 'N' OR"
                + " e.pension_insured = 'Y'))) GROUP BY d.policy, d.contribution_year, d.population"
                + " ORDER BY d.contribution_year DESC, d.policy")
        .param("current", VersionStanding.CURRENT.name())
        .param("rejected", VersionStanding.REJECTED.name())
        .param("retirees", Population.RETIREES.name())
        .query(
            (row, number) ->
                new Refused(
                    row.getString("policy"),
                    row.getInt("contribution_year"),
                    Population.valueOf(row.getString("population")),
                    row.getLong("employers")))
        .list();
  }

  /** Files of a run by verdict; those without one are still on their way. */
  public record FileCount(Optional<Verdict> verdict, long files) {}

  public List<FileCount> files(long runId) {
    return jdbc.sql(
            "SELECT verdict, COUNT(*) AS files FROM intake_file WHERE run_id = :run GROUP BY"
                + " verdict ORDER BY verdict")
        .param("run", runId)
        .query(
            (row, number) ->
                new FileCount(
                    Optional.ofNullable(row.getString("verdict")).map(Verdict::valueOf),
                    row.getLong("files")))
        .list();
  }

  /**
   * Employers of the roster without a current declaration of this policy and year, as the lists of
   * the newest run's day have them: without those that owe nothing any more in its month, or not
   * yet.
   */
  public long notDeclared(String policy, int year) {
    Optional<LocalDate> day =
        jdbc.sql("SELECT MAX(business_date) AS newest FROM ledger_run")
            .query((row, number) -> Optional.ofNullable(row.getObject("newest", LocalDate.class)))
            .single();
    EmployerHistory history = new EmployerChangeLedger(template).history();
    return silent(policy, year).stream()
        .filter(code -> day.isEmpty() || isListed(history, code, year, day.get()))
        .count();
  }

  private static boolean isListed(EmployerHistory history, String code, int year, LocalDate day) {
    return !history.over(day).containsKey(code)
        && history.owes(code, ContributionMonth.of(year, day));
  }

  private List<String> silent(String policy, int year) {
    return jdbc.sql(
            "SELECT employer_code FROM employer e WHERE NOT EXISTS (SELECT 1 FROM declaration d"
                + " WHERE d.employer_code = e.employer_code AND d.policy = :policy AND"
                + " d.contribution_year = :year AND d.population = :employees AND d.standing ="
                + " :current)")
        .param("policy", policy)
        .param("year", year)
        .param("current", VersionStanding.CURRENT.name())
        .param("employees", Population.EMPLOYEES.name())
        .query(String.class)
        .list();
  }
}
