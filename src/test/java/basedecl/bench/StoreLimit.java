package basedecl.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What the database takes of a night's rows from connections that do nothing but store: the
 * ledger's own rows once more, into a table of the same columns, with the statement and the size of
 * batch that a run uses, a commit after each batch. The rows are in memory before the clock starts.
 */
final class StoreLimit {

  private static final int ROWS_A_BATCH = 1_000;
  private static final int COLUMNS = 12;
  private static final String INSERT =
      "INSERT INTO stored_again VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private StoreLimit() {}

  static StoreMeasured measure(BenchDatabase database, int connections, int most)
      throws IOException, SQLException {
    List<List<Object[]>> batches;
    try (Connection connection = connection(database);
        Statement statement = connection.createStatement()) {
      statement.execute("DROP TABLE IF EXISTS stored_again");
      statement.execute("CREATE TABLE stored_again LIKE declared_person");
      batches = batches(statement, most);
    }
    AtomicInteger next = new AtomicInteger();
    List<Connection> open = new ArrayList<>();
    ExecutorService pool = Executors.newFixedThreadPool(connections);
    try {
      for (int i = 0; i < connections; i++) {
        open.add(connection(database));
      }
      double busy = MachineTime.busy();
      double server = database.serverCpu();
      long begin = System.nanoTime();
      List<Future<Boolean>> ends = new ArrayList<>();
      for (Connection each : open) {
        ends.add(pool.submit(() -> store(each, batches, next)));
      }
      for (Future<Boolean> end : ends) {
        end.get();
      }
      return new StoreMeasured(
          connections,
          batches.stream().mapToLong(List::size).sum(),
          (System.nanoTime() - begin) / 1e9,
          database.serverCpu() - server,
          MachineTime.busy() - busy,
          Runtime.getRuntime().availableProcessors());
    } catch (ExecutionException failed) {
      throw new IOException("Rows could not be stored", failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted", interrupted);
    } finally {
      pool.shutdownNow();
      for (Connection each : open) {
        each.close();
      }
    }
  }

  private static Connection connection(BenchDatabase database) throws SQLException {
    return DriverManager.getConnection(database.durableUrl(), database.user(), "");
  }

  private static List<List<Object[]>> batches(Statement statement, int most) throws SQLException {
    List<List<Object[]>> batches = new ArrayList<>();
    List<Object[]> batch = new ArrayList<>();
    try (ResultSet rows =
        statement.executeQuery(
            "SELECT line_key, person_name, document_kind, id_number, declared_wage, base, adjustment,"
                + " employer_due, personal_due, remarks, sheet, row_no FROM declared_person ORDER BY"
                + " line_key LIMIT "
                + most)) {
      while (rows.next()) {
        if (batch.isEmpty() || batch.size() == ROWS_A_BATCH) {
          batch = new ArrayList<>();
          batches.add(batch);
        }
        Object[] row = new Object[COLUMNS];
        for (int i = 0; i < COLUMNS; i++) {
          row[i] = rows.getObject(i + 1);
        }
        batch.add(row);
      }
    }
    return batches;
  }

  private static boolean store(
      Connection connection, List<List<Object[]>> batches, AtomicInteger next) throws SQLException {
    connection.setAutoCommit(false);
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (int i = next.getAndIncrement(); i < batches.size(); i = next.getAndIncrement()) {
        for (Object[] row : batches.get(i)) {
          for (int column = 0; column < COLUMNS; column++) {
            insert.setObject(column + 1, row[column]);
          }
          insert.addBatch();
        }
        insert.executeBatch();
        connection.commit();
      }
    }
    return true;
  }
}
