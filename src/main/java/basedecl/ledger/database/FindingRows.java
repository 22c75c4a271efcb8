package basedecl.ledger.database;

import basedecl.finding.Finding;
import basedecl.finding.FindingCode;
import basedecl.finding.SourceCell;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** How findings lie in their table: the arguments joined by a separator no text of ours holds. */
public final class FindingRows {

  private static final String SEPARATOR = "\u001f";
  private static final int MAX_CHARACTERS = 2_000;
  private static final int EMPLOYER_CHARACTERS = 64;
  private static final int SHEET_CHARACTERS = 100;

  private FindingRows() {}

  public static String join(List<String> arguments) {
    String joined = String.join(SEPARATOR, arguments);
    return ColumnText.atMost(MAX_CHARACTERS, joined);
  }

  public static String employer(Finding finding) {
    return ColumnText.atMost(EMPLOYER_CHARACTERS, finding.employer());
  }

  public static String sheet(Finding finding) {
    return ColumnText.atMost(SHEET_CHARACTERS, finding.place().sheet());
  }

  public static Finding finding(ResultSet row, int number) throws SQLException {
    String arguments = row.getString("arguments");
    return new Finding(
        FindingCode.valueOf(row.getString("code")),
        row.getString("employer_code"),
        new SourceCell(row.getString("sheet"), row.getInt("row_no"), row.getInt("column_no")),
        arguments.isEmpty() ? List.of() : List.of(arguments.split(SEPARATOR, -1)));
  }
}
