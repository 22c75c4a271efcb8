package basedecl.ledger;

import basedecl.money.Money;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** Bases that hold from a month on in the place of the declaration's own. */
public final class BaseChangeLedger {

  private static final int BATCH = 1_000;

  private final JdbcTemplate template;

  public BaseChangeLedger(JdbcTemplate template) {
    this.template = template;
  }

  /** For each line of a declaration that changed before {@code month}, the base since then. */
  public Map<Integer, Money> before(DeclarationRecord declaration, YearMonth month) {
    Map<Integer, Money> bases = new HashMap<>();
    template.query(
        "SELECT line_key, base FROM base_change WHERE line_key BETWEEN ? AND ? AND effective_from < ?"
            + " ORDER BY line_key, effective_from",
        row -> {
          bases.put(
              LedgerKeys.lineOf(row.getLong("line_key")), new Money(row.getBigDecimal("base")));
        },
        LedgerKeys.firstLineOf(declaration.id()),
        LedgerKeys.lastLineOf(declaration.id()),
        month.toString());
    return bases;
  }

  /** Puts a declaration's changes from a month on in the place of those it had from that month. */
  public void replace(
      DeclarationRecord declaration, YearMonth from, long runId, Collection<BaseChange> changes) {
    template.update(
        "DELETE FROM base_change WHERE line_key BETWEEN ? AND ? AND effective_from = ?",
        LedgerKeys.firstLineOf(declaration.id()),
        LedgerKeys.lastLineOf(declaration.id()),
        from.toString());
    template.batchUpdate(
        "INSERT INTO base_change (line_key, effective_from, run_id, base, adjustment) VALUES (?, ?, ?,"
            + " ?, ?)",
        changes,
        BATCH,
        (statement, change) -> {
          statement.setLong(1, LedgerKeys.lineKey(declaration.id(), change.person().line()));
          statement.setString(2, from.toString());
          statement.setLong(3, runId);
          statement.setBigDecimal(4, change.after().amount().amount());
          statement.setString(
              5,
              StagingLedger.adjustmentMark(change.after().adjustment(), change.after().atLower()));
        });
  }
}
