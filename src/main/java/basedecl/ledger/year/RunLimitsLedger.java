package basedecl.ledger.year;

import basedecl.assessment.YearLimits;
import basedecl.message.ShortText;
import basedecl.money.Money;
import basedecl.policy.rule.Citation;
import basedecl.policy.rule.Limits;
import basedecl.policy.rule.LimitsStanding;
import basedecl.policy.rule.PublishedLimits;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The limits of each month as a run knew them. What a policy file says later, filled in or
 * corrected, changes nothing of what was charged; it shows as limits that nobody took up.
 */
public final class RunLimitsLedger {

  private static final int CITATION = 1_000;

  private final JdbcTemplate template;

  public RunLimitsLedger(JdbcTemplate template) {
    this.template = template;
  }

  /** The limits of one run; two are the same only where they are of one run, read once. */
  static final class Known {
    private final YearLimits limits;

    Known(YearLimits limits) {
      this.limits = limits;
    }

    YearLimits limits() {
      return limits;
    }
  }

  /**
   * Notes what a run knows unless it noted that before: gone on with under another policy, it does
   * not publish anew what it had published.
   */
  public void recordOnce(long runId, YearLimits limits) {
    Integer noted =
        template.queryForObject(
            "SELECT COUNT(*) FROM run_limits WHERE run_id = ?", Integer.class, runId);
    if (noted == null || noted == 0) {
      record(runId, limits);
    }
  }

  /** Notes what a run knows, in the caller's transaction. */
  void record(long runId, YearLimits limits) {
    template.update("DELETE FROM run_limits WHERE run_id = ?", runId);
    for (YearMonth month : YearLimits.monthsOf(limits.year())) {
      limits.in(month).ifPresent(known -> insert(runId, month, known));
    }
  }

  private void insert(long runId, YearMonth month, PublishedLimits known) {
    template.update(
        "INSERT INTO run_limits (run_id, period, effective_from, lower_limit, upper_limit, standing,"
            + " published, citation, placeholder) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        runId,
        month.toString(),
        known.from().toString(),
        known.limits().lower().amount(),
        known.limits().upper().amount(),
        known.standing().name(),
        known.published(),
        ShortText.of(known.citation().text(), CITATION),
        known.citation().placeholder() ? "Y" : "N");
  }

  /** By the runs of a year; runs of before this was noted are left out. */
  Map<Long, Known> ofYear(String policy, int year) {
    Map<Long, List<Optional<PublishedLimits>>> months = new HashMap<>();
    template.query(
        "SELECT l.* FROM run_limits l JOIN ledger_run r ON r.run_id = l.run_id WHERE r.policy = ? AND"
            + " r.contribution_year = ?",
        row -> {
          List<Optional<PublishedLimits>> ofRun =
              months.computeIfAbsent(
                  row.getLong("run_id"),
                  run -> new ArrayList<>(Collections.nCopies(YearLimits.MONTHS, Optional.empty())));
          ofRun.set(
              YearMonth.parse(row.getString("period")).getMonthValue() - 1,
              Optional.of(
                  new PublishedLimits(
                      year,
                      YearMonth.parse(row.getString("effective_from")),
                      new Limits(
                          new Money(row.getBigDecimal("lower_limit")),
                          new Money(row.getBigDecimal("upper_limit"))),
                      LimitsStanding.valueOf(row.getString("standing")),
                      row.getObject("published", LocalDate.class),
                      new Citation(
                          row.getString("citation"), row.getString("placeholder").equals("Y")))));
        },
        policy,
        year);
    Map<Long, Known> known = new HashMap<>();
    months.forEach((run, each) -> known.put(run, new Known(new YearLimits(year, each))));
    return known;
  }
}
