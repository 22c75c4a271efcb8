package basedecl.job.desk;

import basedecl.job.launch.LedgerHolder;
import basedecl.job.launch.LedgerRuns;
import basedecl.job.run.FailureCause;
import basedecl.ledger.database.LedgerDatabase;
import basedecl.ledger.run.HolderNote;
import basedecl.ledger.run.Lease;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ledger as the desk keeps it open, its tables up to date. An H2 ledger has a note beside it
 * meanwhile, for those who find it locked.
 */
public final class DeskLedger implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DeskLedger.class);

  private final HikariDataSource database;
  private final Optional<Connection> held;
  private final Optional<HolderNote> note;

  private DeskLedger(
      HikariDataSource database, Optional<Connection> held, Optional<HolderNote> note) {
    this.database = database;
    this.held = held;
    this.note = note;
  }

  /**
   * Opens the ledger.
   *
   * @param connections of the pages; those of a run are added
   * @throws RefusedException if another process has it, or it cannot be opened
   */
  public static DeskLedger open(
      String url, int connections, Map<String, String> environment, Clock clock) {
    HikariDataSource database = opened(url, connections, environment);
    boolean whole = false;
    try {
      Optional<Connection> held =
          LedgerDatabase.isH2(url) ? Optional.of(database.getConnection()) : Optional.empty();
      Optional<HolderNote> note = HolderNote.ofDesk(url);
      note.ifPresent(
          n ->
              n.write(Lease.Holder.self(LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS))));
      whole = true;
      return new DeskLedger(database, held, note);
    } catch (SQLException e) {
      throw new RefusedException(Message.of("job.database-failed", url), e);
    } finally {
      if (!whole) {
        database.close();
      }
    }
  }

  private static HikariDataSource opened(
      String url, int connections, Map<String, String> environment) {
    try {
      LedgerDatabase.createFolder(url);
      return LedgerDatabase.openMigrated(
          url, connections + LedgerRuns.connections() + 1, environment);
    } catch (RefusedException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new RefusedException(
          FailureCause.isBusy(e) ? LedgerHolder.busy(url) : Message.of("job.database-failed", url),
          e);
    }
  }

  public HikariDataSource database() {
    return database;
  }

  @Override
  public void close() {
    note.ifPresent(HolderNote::remove);
    held.ifPresent(DeskLedger::giveBack);
    database.close();
  }

  /**
   * Without a connection held all the while, H2 would let go of its file between one connection of
   * the pool and the next, and another process could take it.
   */
  private static void giveBack(Connection held) {
    try {
      held.close();
    } catch (SQLException e) {
      LOG.warn(
          "The connection that held the ledger could not be closed: {}", e.getClass().getName());
    }
  }
}
