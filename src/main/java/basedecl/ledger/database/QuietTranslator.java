package basedecl.ledger.database;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;

/**
 * Failures of the database by kind, state and code only. Databases quote the row that a statement
 * failed on, and with it somebody's name, number and wage.
 */
final class QuietTranslator implements SQLExceptionTranslator {

  private final SQLExceptionTranslator kinds = new SQLStateSQLExceptionTranslator();

  @Override
  public DataAccessException translate(String task, @Nullable String sql, SQLException failure) {
    SQLException quiet =
        new SQLException(
            "SQL state " + failure.getSQLState() + ", code " + failure.getErrorCode(),
            failure.getSQLState(),
            failure.getErrorCode());
    quiet.setStackTrace(failure.getStackTrace());
    DataAccessException kind = kinds.translate(task, sql, quiet);
    return kind == null ? new UncategorizedSQLException(task, sql, quiet) : kind;
  }
}
