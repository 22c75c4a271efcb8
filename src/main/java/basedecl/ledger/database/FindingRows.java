package basedecl.ledger.database;

import basedecl.finding.Finding;
import basedecl.finding.FindingCode;
import basedecl.finding.Reason;
import basedecl.finding.SourceCell;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * How findings lie in their table. Reason and arguments share one column: first {@link #MARK} with
 * the word of the reason (nothing behind the mark where there is none), then each argument behind a
 * separator. An argument never stands first, so none is taken for a reason.
 *
 * <p>A row without the mark was written before reasons were a type of their own: its first text is
 * the reason if it is the word of one.
 */
public final class FindingRows {

  private static final char MARK = '\u001e';
  private static final String SEPARATOR = "\u001f";
  private static final int MAX_CHARACTERS = 2_000;
  private static final int EMPLOYER_CHARACTERS = 64;
  private static final int SHEET_CHARACTERS = 100;

  private FindingRows() {}

  /** Reason and arguments as one text; empty where the finding has neither. */
  public static String words(Finding finding) {
    if (finding.reason().isEmpty() && finding.arguments().isEmpty()) {
      return "";
    }
    StringBuilder words = new StringBuilder().append(MARK);
    finding.reason().map(Reason::word).ifPresent(words::append);
    finding.arguments().forEach(argument -> words.append(SEPARATOR).append(argument));
    return ColumnText.atMost(MAX_CHARACTERS, words.toString());
  }

  public static String employer(Finding finding) {
    return ColumnText.atMost(EMPLOYER_CHARACTERS, finding.employer());
  }

  public static String sheet(Finding finding) {
    return ColumnText.atMost(SHEET_CHARACTERS, finding.place().sheet());
  }

  public static Finding finding(ResultSet row, int number) throws SQLException {
    String words = row.getString("arguments");
    boolean marked = !words.isEmpty() && words.charAt(0) == MARK;
    List<String> parts =
        words.isEmpty()
            ? List.of()
            : List.of((marked ? words.substring(1) : words).split(SEPARATOR, -1));
    Optional<Reason> reason = parts.stream().findFirst().flatMap(Reason::ofWord);
    return new Finding(
        FindingCode.valueOf(row.getString("code")),
        row.getString("employer_code"),
        new SourceCell(row.getString("sheet"), row.getInt("row_no"), row.getInt("column_no")),
        reason,
        marked || reason.isPresent() ? parts.subList(1, parts.size()) : parts);
  }
}
