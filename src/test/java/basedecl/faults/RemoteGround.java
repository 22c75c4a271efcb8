package basedecl.faults;

import basedecl.job.launch.LedgerRuns;
import basedecl.job.launch.LogFile;
import basedecl.job.launch.Order;
import basedecl.job.launch.RunOutcome;
import basedecl.job.run.Progress;
import basedecl.job.run.StopSignal;
import basedecl.job.run.WorkFolder;
import basedecl.ledger.database.LedgerDatabase;
import basedecl.ledger.run.Lease;
import basedecl.message.Language;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Nights that workers read, one after the other on one database of a server: making its tables
 * would take longer than a night.
 */
final class RemoteGround {

  private static final Map<String, String> ROOT = Map.of("BASEDECL_DB_USER", "root");

  private final String database;

  RemoteGround(String database) {
    this.database = database;
    try (HikariDataSource ledger = LedgerDatabase.open(database, 2, ROOT)) {
      LedgerDatabase.migrate(ledger, database);
    }
  }

  /** A night's place on the ledger, which is emptied. */
  Ground at(Path folder) throws IOException {
    try (HikariDataSource ledger = LedgerDatabase.open(database, 1, ROOT)) {
      JdbcTemplate jdbc = new JdbcTemplate(ledger);
      jdbc.execute("SET SESSION FOREIGN_KEY_CHECKS = 0");
      List<String> tables =
          jdbc.queryForList(
              "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() AND"
                  + " table_type = 'BASE TABLE' AND table_name NOT IN ('lease',"
                  + " 'flyway_schema_history')",
              String.class);
      tables.forEach(table -> jdbc.update("DELETE FROM " + table));
      jdbc.update("UPDATE lease SET owner = NULL");
    }
    return Ground.on(folder, database, ROOT);
  }

  /** The night's run with its statements counted. */
  static RunOutcome run(Ground ground, Errand errand, CountedCalls calls) throws IOException {
    Order order = ground.order(errand);
    WorkFolder work = new WorkFolder(ground.work());
    work.create();
    LogFile.open(work.log(), false);
    try (HikariDataSource ledger =
            LedgerDatabase.open(ground.database(), LedgerRuns.connections(), ground.environment());
        Progress progress = new Progress(false)) {
      return new LedgerRuns(calls.of(ledger), Language.EN).run(order, new StopSignal(), progress);
    } finally {
      LogFile.close();
    }
  }

  /** What a minute's silence does to the lease of a run that died. */
  static void letTheLeaseEnd(Ground ground) {
    try (HikariDataSource ledger =
        LedgerDatabase.open(ground.database(), 1, ground.environment())) {
      new JdbcTemplate(ledger)
          .update(
              "UPDATE lease SET heartbeat_at = CURRENT_TIMESTAMP(3) - INTERVAL '61' SECOND WHERE"
                  + " owner IS NOT NULL");
    }
  }

  /** A name of a process of this machine that there is not. */
  static String deadHere(int number) {
    return Lease.self().split("/", -1)[0] + "/99999999/" + number;
  }
}
