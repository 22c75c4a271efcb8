package basedecl.ledger.year;

import basedecl.assessment.AssessedYear;
import basedecl.assessment.LimitsApplied;
import basedecl.policy.Policy;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;

/** What each month of a year is assessed with: how declarations arrived, what came after them. */
public final class MonthsLedger {

  private final JdbcTemplate template;

  public MonthsLedger(JdbcTemplate template) {
    this.template = template;
  }

  /** How each accepted or refused declaration of a year arrived, by its number. */
  public Map<Long, Arrival> arrivals(String policy, int year) {
    Map<Long, Arrival> arrivals = new HashMap<>();
    template.query(
        "SELECT d.declaration_id, d.assessed_month, d.run_id, r.business_date FROM declaration d JOIN"
            + " ledger_run r ON r.run_id = d.run_id WHERE d.policy = ? AND d.contribution_year = ?",
        row -> {
          arrivals.put(
              row.getLong("declaration_id"),
              new Arrival(
                  YearMonth.parse(row.getString("assessed_month")),
                  row.getObject("business_date", LocalDate.class),
                  row.getLong("run_id")));
        },
        policy,
        year);
    return arrivals;
  }

  /** What limit-change took up after a run, in order. */
  public List<LimitsApplied> appliedAfter(String policy, int year, long runId) {
    return template.query(
        "SELECT effective_from, known_on FROM limit_change WHERE policy = ? AND contribution_year = ?"
            + " AND run_id > ? ORDER BY run_id",
        (row, number) ->
            new LimitsApplied(
                YearMonth.parse(row.getString("effective_from")),
                row.getObject("known_on", LocalDate.class)),
        policy,
        year,
        runId);
  }

  /** Notes that a run takes up the limits from a month on, as known on a day. */
  public void apply(long runId, String policy, int year, LimitsApplied limits) {
    template.update("DELETE FROM limit_change WHERE run_id = ?", runId);
    template.update(
        "INSERT INTO limit_change (run_id, policy, contribution_year, effective_from, known_on) VALUES"
            + " (?, ?, ?, ?, ?)",
        runId,
        policy,
        year,
        limits.from().toString(),
        limits.knownOn());
  }

  /** A declaration's year before anybody is added. */
  public AssessedYear yearOf(Policy policy, DeclarationOrigin origin) {
    Arrival arrival = new Arrival(origin.assessedMonth(), origin.businessDate(), origin.runId());
    return new AssessedYear(
        policy,
        arrival.bases(policy),
        appliedAfter(policy.name(), origin.assessedMonth().getYear(), origin.runId()));
  }

  /** A declaration's year with everybody in it. */
  public AssessedYear yearOf(Policy policy, DeclarationRecord declaration) {
    DeclarationOrigin origin = new LookupLedger(template).origin(declaration.id());
    AssessedYear year = yearOf(policy, origin);
    new DueLedger(template)
        .forEachBase(
            List.of(declaration), (same, wage, base, changes) -> year.add(wage, base, changes));
    return year;
  }

  /** The arrival of a declaration among those of its year. */
  public static Arrival of(Map<Long, Arrival> arrivals, DeclarationRecord declaration) {
    return Objects.requireNonNull(arrivals.get(declaration.id()));
  }
}
