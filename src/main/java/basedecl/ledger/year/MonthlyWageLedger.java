package basedecl.ledger.year;

import basedecl.assessment.YearWage;
import basedecl.ledger.database.LedgerKeys;
import basedecl.money.Money;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The wages of months in which a line's own does not count: an audit assessed some months of the
 * year. Few declarations have any.
 */
public final class MonthlyWageLedger {

  private static final int BATCH = 1_000;

  private final JdbcTemplate template;

  public MonthlyWageLedger(JdbcTemplate template) {
    this.template = template;
  }

  /** The declarations with such a line. */
  public Set<Long> declarations() {
    return new HashSet<>(
        template.queryForList("SELECT DISTINCT declaration_id FROM monthly_wage", Long.class));
  }

  /** Those of a declaration, by line. */
  public Map<Integer, NavigableMap<YearMonth, Money>> of(long declaration) {
    Map<Integer, NavigableMap<YearMonth, Money>> wages = new HashMap<>();
    template.query(
        "SELECT line_key, period, wage FROM monthly_wage WHERE declaration_id = ?",
        row -> {
          wages
              .computeIfAbsent(LedgerKeys.lineOf(row.getLong("line_key")), line -> new TreeMap<>())
              .put(YearMonth.parse(row.getString("period")), new Money(row.getBigDecimal("wage")));
        },
        declaration);
    return wages;
  }

  /** Those of a month, by line. */
  Map<Integer, Money> in(YearMonth month, long declaration) {
    Map<Integer, Money> wages = new HashMap<>();
    template.query(
        "SELECT line_key, wage FROM monthly_wage WHERE declaration_id = ? AND period = ?",
        row -> {
          wages.put(
              LedgerKeys.lineOf(row.getLong("line_key")), new Money(row.getBigDecimal("wage")));
        },
        declaration,
        month.toString());
    return wages;
  }

  /** Adds those of a declaration's lines, in the caller's transaction. */
  public void add(long declaration, Map<Integer, YearWage> lines) {
    record Row(int line, YearMonth month, Money wage) {}
    List<Row> rows = new ArrayList<>();
    lines.forEach(
        (line, wage) -> wage.others().forEach((month, its) -> rows.add(new Row(line, month, its))));
    template.batchUpdate(
        "INSERT INTO monthly_wage (declaration_id, line_key, period, wage) VALUES (?, ?, ?, ?)",
        rows,
        BATCH,
        (statement, row) -> {
          statement.setLong(1, declaration);
          statement.setLong(2, LedgerKeys.lineKey(declaration, row.line()));
          statement.setString(3, row.month().toString());
          statement.setBigDecimal(4, row.wage().amount());
        });
  }
}
