package basedecl.ledger.intake;

import basedecl.declaration.row.MonthsInService;
import basedecl.ledger.database.LedgerKeys;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The months of people who do not count in the whole year: they joined, or left. Few declarations
 * have any.
 */
public final class MonthsInServiceLedger {

  private static final int BATCH = 1_000;

  /** Ends before it begins: the span of whoever counts in no month. */
  private static final YearMonth NO_MONTH = YearMonth.of(2000, 1);

  private final JdbcTemplate template;

  public MonthsInServiceLedger(JdbcTemplate template) {
    this.template = template;
  }

  /** The declarations with such a line. */
  public Set<Long> declarations() {
    return new HashSet<>(
        template.queryForList("SELECT DISTINCT declaration_id FROM person_months", Long.class));
  }

  /** Those of a declaration, by line. */
  public Map<Integer, MonthsInService> of(long declaration) {
    Map<Integer, MonthsInService> lines = new HashMap<>();
    between(declaration, declaration)
        .forEach((key, months) -> lines.put(LedgerKeys.lineOf(key), months));
    return lines;
  }

  /** Those of the declarations of a range, by the line's key. */
  public Map<Long, MonthsInService> between(long firstDeclaration, long lastDeclaration) {
    Map<Long, List<MonthsInService.Span>> spans = new HashMap<>();
    template.query(
        "SELECT line_key, period_from, period_to FROM person_months WHERE line_key BETWEEN ? AND ?"
            + " ORDER BY line_key, period_from",
        row -> {
          add(spans, row);
        },
        LedgerKeys.firstLineOf(firstDeclaration),
        LedgerKeys.lastLineOf(lastDeclaration));
    Map<Long, MonthsInService> months = new HashMap<>();
    spans.forEach((key, of) -> months.put(key, new MonthsInService(of)));
    return months;
  }

  private static void add(Map<Long, List<MonthsInService.Span>> spans, ResultSet row)
      throws SQLException {
    List<MonthsInService.Span> line =
        spans.computeIfAbsent(row.getLong("line_key"), key -> new ArrayList<>());
    YearMonth from = YearMonth.parse(row.getString("period_from"));
    YearMonth to = YearMonth.parse(row.getString("period_to"));
    if (!from.isAfter(to)) {
      line.add(new MonthsInService.Span(from, to));
    }
  }

  /**
   * Puts the months of these lines, those of one year, in the place of theirs, in the caller's
   * transaction.
   */
  public void put(Map<Long, MonthsInService> lines) {
    remove(lines.keySet());
    add(lines);
  }

  /**
   * Adds the months of lines that have none, in the caller's transaction: several may at once,
   * which on a server would wait for each other had they to look for what is to be removed.
   */
  void add(Map<Long, MonthsInService> lines) {
    record Row(long key, YearMonth from, YearMonth to) {}
    List<Row> rows = new ArrayList<>();
    lines.forEach(
        (key, months) -> {
          List<MonthsInService.Span> spans = months.spans();
          spans.forEach(span -> rows.add(new Row(key, span.from(), span.to())));
          if (spans.isEmpty()) {
            rows.add(new Row(key, NO_MONTH.plusMonths(1), NO_MONTH));
          }
        });
    template.batchUpdate(
        "INSERT INTO person_months (declaration_id, line_key, period_from, period_to) VALUES (?, ?, ?,"
            + " ?)",
        rows,
        BATCH,
        (statement, row) -> {
          statement.setLong(1, LedgerKeys.declarationOf(row.key()));
          statement.setLong(2, row.key());
          statement.setString(3, row.from().toString());
          statement.setString(4, row.to().toString());
        });
  }

  private void remove(Collection<Long> lines) {
    template.batchUpdate(
        "DELETE FROM person_months WHERE line_key = ?",
        lines,
        BATCH,
        (statement, key) -> statement.setLong(1, key));
  }
}
