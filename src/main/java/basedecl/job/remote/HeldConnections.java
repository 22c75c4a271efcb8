package basedecl.job.remote;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connections whose transactions last while a piece is read, minutes perhaps, without a statement.
 * The database ends the transaction of a connection it does not hear from for a minute, so that a
 * frozen machine's or a vanished one's request is given to another; here is said that ours lives.
 */
public final class HeldConnections {

  private static final Logger LOG = LoggerFactory.getLogger(HeldConnections.class);

  private final Set<Hold> holds = ConcurrentHashMap.newKeySet();

  /** A connection that is spoken for. */
  private static final class Hold {

    private final Connection connection;
    private boolean open = true;

    Hold(Connection connection) {
      this.connection = connection;
    }

    synchronized void beat() {
      if (!open) {
        return;
      }
      try (Statement statement = connection.createStatement()) {
        statement.execute("DO 0");
      } catch (SQLException e) {
        LOG.warn("A request's connection is gone: {}", e.getClass().getName());
        open = false;
      }
    }

    synchronized void end() {
      open = false;
    }
  }

  /**
   * Speaks for a connection while {@code work} is done.
   *
   * @param pooled unwrapped: the pool's wrapper is for one thread alone
   */
  void whileHeld(Connection pooled, Runnable work) {
    Hold hold;
    try {
      hold = new Hold(pooled.unwrap(Connection.class));
    } catch (SQLException e) {
      throw new IllegalStateException("A connection without a driver", e);
    }
    holds.add(hold);
    try {
      work.run();
    } finally {
      holds.remove(hold);
      hold.end();
    }
  }

  /** Says of every one of them that it is in use. */
  public void beat() {
    List.copyOf(holds).forEach(Hold::beat);
  }
}
