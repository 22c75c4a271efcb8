package basedecl.cli;

import basedecl.ledger.database.LedgerDatabase;
import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every row of every table of a ledger, the job repository's among them. */
final class LedgerDump {

  private LedgerDump() {}

  static Map<String, List<String>> of(String url, Map<String, String> environment) {
    Map<String, List<String>> dump = new TreeMap<>();
    try (HikariDataSource database = LedgerDatabase.open(url, 1, environment)) {
      JdbcTemplate jdbc = new JdbcTemplate(database);
      List<String> tables =
          jdbc.queryForList(
              "SELECT table_name FROM information_schema.tables WHERE table_type = 'BASE TABLE' AND"
                  + " LOWER(table_schema) = LOWER("
                  + (LedgerDatabase.isH2(url) ? "CURRENT_SCHEMA" : "DATABASE()")
                  + ")",
              String.class);
      for (String table : tables) {
        List<String> rows =
            new ArrayList<>(
                jdbc.query(
                    "SELECT * FROM " + (LedgerDatabase.isH2(url) ? '"' + table + '"' : table),
                    (row, number) -> {
                      List<String> cells = new ArrayList<>();
                      for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        cells.add(String.valueOf(row.getString(i)));
                      }
                      return String.join(" | ", cells);
                    }));
        Collections.sort(rows);
        dump.put(table, rows);
      }
    }
    return dump;
  }
}
