package basedecl.ledger.year;

import basedecl.assessment.AssessedYear;
import basedecl.assessment.LimitsApplied;
import basedecl.policy.Policy;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** What each month of a year is assessed with: how declarations arrived, what came after them. */
public final class MonthsLedger {

  private final JdbcTemplate template;
  private final RunLimitsLedger limits;

  public MonthsLedger(JdbcTemplate template) {
    this.template = template;
    this.limits = new RunLimitsLedger(template);
  }

  /** How each accepted or refused declaration of a year arrived, by its number. */
  public Map<Long, Arrival> arrivals(String policy, int year) {
    return arrivals(policy, year, "", policy, year);
  }

  /** How those of one employer arrived. */
  public Map<Long, Arrival> arrivalsOf(String policy, int year, String employerCode) {
    return arrivals(policy, year, " AND d.employer_code = ?", policy, year, employerCode);
  }

  private Map<Long, Arrival> arrivals(String policy, int year, String which, Object... parameters) {
    Map<Long, Arrival> arrivals = new HashMap<>();
    Map<Long, RunLimitsLedger.Known> known = limits.ofYear(policy, year);
    template.query(
        "SELECT d.declaration_id, d.assessed_month, d.run_id, r.business_date FROM declaration d JOIN"
            + " ledger_run r ON r.run_id = d.run_id WHERE d.policy = ? AND d.contribution_year = ?"
            + which,
        row -> {
          arrivals.put(
              row.getLong("declaration_id"),
              new Arrival(
                  YearMonth.parse(row.getString("assessed_month")),
                  row.getObject("business_date", LocalDate.class),
                  row.getLong("run_id"),
                  Optional.ofNullable(known.get(row.getLong("run_id")))));
        },
        parameters);
    return arrivals;
  }

  /** What limit-change took up within a year, in order, each by the number of its run. */
  public NavigableMap<Long, LimitsApplied> applied(String policy, int year) {
    NavigableMap<Long, LimitsApplied> applied = new TreeMap<>();
    Map<Long, RunLimitsLedger.Known> known = limits.ofYear(policy, year);
    template.query(
        "SELECT run_id, effective_from, known_on FROM limit_change WHERE policy = ? AND"
            + " contribution_year = ?",
        row -> {
          applied.put(
              row.getLong("run_id"),
              new LimitsApplied(
                  YearMonth.parse(row.getString("effective_from")),
                  row.getObject("known_on", LocalDate.class),
                  Optional.ofNullable(known.get(row.getLong("run_id")))
                      .map(RunLimitsLedger.Known::limits)));
        },
        policy,
        year);
    return applied;
  }

  /** What limit-change took up after a run, in order. */
  public List<LimitsApplied> appliedAfter(String policy, int year, long runId) {
    return List.copyOf(applied(policy, year).tailMap(runId, false).values());
  }

  /** Notes that a run takes up the limits from a month on, as known on a day. */
  public void apply(long runId, String policy, int year, LimitsApplied taken) {
    template.update("DELETE FROM limit_change WHERE run_id = ?", runId);
    template.update(
        "INSERT INTO limit_change (run_id, policy, contribution_year, effective_from, known_on) VALUES"
            + " (?, ?, ?, ?, ?)",
        runId,
        policy,
        year,
        taken.from().toString(),
        taken.knownOn());
    taken.taken().ifPresent(known -> limits.record(runId, known));
  }

  /** A declaration's year before anybody is added. */
  public AssessedYear yearOf(Policy policy, DeclarationOrigin origin) {
    return new AssessedYear(
        policy,
        new Arrival(
                origin.assessedMonth(),
                origin.businessDate(),
                origin.runId(),
                Optional.ofNullable(
                    limits
                        .ofYear(policy.declaredUnder(), origin.assessedMonth().getYear())
                        .get(origin.runId())))
            .bases(policy),
        appliedAfter(policy.declaredUnder(), origin.assessedMonth().getYear(), origin.runId()));
  }

  /** The arrival of a declaration among those of its year. */
  public static Arrival of(Map<Long, Arrival> arrivals, DeclarationRecord declaration) {
    return Objects.requireNonNull(arrivals.get(declaration.id()));
  }
}
