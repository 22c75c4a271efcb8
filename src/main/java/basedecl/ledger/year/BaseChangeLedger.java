package basedecl.ledger.year;

import basedecl.assessment.ContributionBase;
import basedecl.ledger.database.LedgerKeys;
import basedecl.ledger.intake.StagingLedger;
import basedecl.money.Money;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** Bases that hold from a month on in the place of the declaration's own. */
public final class BaseChangeLedger {

  private static final int BATCH = 1_000;

  private final JdbcTemplate template;

  public BaseChangeLedger(JdbcTemplate template) {
    this.template = template;
  }

  /** The bases that lines of a declaration have from months before {@code month} on, by line. */
  public Map<Integer, NavigableMap<YearMonth, Money>> before(
      DeclarationRecord declaration, YearMonth month) {
    Map<Integer, NavigableMap<YearMonth, Money>> bases = new HashMap<>();
    template.query(
        "SELECT line_key, effective_from, base FROM base_change WHERE line_key BETWEEN ? AND ? AND"
            + " effective_from < ?",
        row -> {
          bases
              .computeIfAbsent(LedgerKeys.lineOf(row.getLong("line_key")), line -> new TreeMap<>())
              .put(
                  YearMonth.parse(row.getString("effective_from")),
                  new Money(row.getBigDecimal("base")));
        },
        LedgerKeys.firstLineOf(declaration.id()),
        LedgerKeys.lastLineOf(declaration.id()),
        month.toString());
    return bases;
  }

  /**
   * The bases that lines of these declarations have in a month where another than the declaration's
   * own was recorded, by the line's key.
   */
  Map<Long, Money> in(YearMonth month, long firstDeclaration, long lastDeclaration) {
    Map<Long, Money> bases = new HashMap<>();
    template.query(
        "SELECT line_key, base FROM base_change WHERE line_key BETWEEN ? AND ? AND effective_from <= ?"
            + " ORDER BY line_key, effective_from",
        row -> {
          bases.put(row.getLong("line_key"), new Money(row.getBigDecimal("base")));
        },
        LedgerKeys.firstLineOf(firstDeclaration),
        LedgerKeys.lastLineOf(lastDeclaration),
        month.toString());
    return bases;
  }

  /** A person's base from a month on (inclusive). */
  public record From(int line, YearMonth month, ContributionBase base) {}

  /**
   * Puts a declaration's changes in the place of all that it had from a month on: whoever takes up
   * limits from a month on decides every month since, and so does who assesses a whole year.
   */
  public void replace(long declaration, YearMonth from, long runId, Collection<From> changes) {
    template.update(
        "DELETE FROM base_change WHERE line_key BETWEEN ? AND ? AND effective_from >= ?",
        LedgerKeys.firstLineOf(declaration),
        LedgerKeys.lastLineOf(declaration),
        from.toString());
    add(declaration, runId, changes);
  }

  /** Adds changes of lines that had none. */
  public void add(long declaration, long runId, Collection<From> changes) {
    template.batchUpdate(
        "INSERT INTO base_change (line_key, effective_from, run_id, base, adjustment) VALUES (?, ?, ?,"
            + " ?, ?)",
        changes,
        BATCH,
        (statement, change) -> {
          statement.setLong(1, LedgerKeys.lineKey(declaration, change.line()));
          statement.setString(2, change.month().toString());
          statement.setLong(3, runId);
          statement.setBigDecimal(4, change.base().amount().amount());
          statement.setString(
              5, StagingLedger.adjustmentMark(change.base().adjustment(), change.base().atLower()));
        });
  }
}
