package basedecl.ledger.database;

import java.sql.SQLException;
import java.util.Set;

/** Whether a failure of the ledger is owed to what was to be stored. */
public final class DataFault {

  /**
   * Classes of SQL states: a value that does not fit, a constraint (of a view, too), what a trigger
   * refuses. All others are of the database itself: its connection, its space, its locks.
   */
  private static final Set<String> OF_DATA = Set.of("22", "23", "27", "44", "45");

  private DataFault() {}

  /** False for whatever storing something else would meet as well. */
  public static boolean is(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        String state = sql.getSQLState();
        return state != null && state.length() >= 2 && OF_DATA.contains(state.substring(0, 2));
      }
    }
    return false;
  }
}
