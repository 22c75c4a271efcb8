package basedecl.architecture.planted.ledger.database;

import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Planted: statements whose failures quote the row. */
final class TellsTheRow {

  private TellsTheRow() {}

  static JdbcTemplate template(DataSource database) {
    return new JdbcTemplate(database);
  }

  static JdbcClient client(DataSource database) {
    return JdbcClient.create(database);
  }
}
