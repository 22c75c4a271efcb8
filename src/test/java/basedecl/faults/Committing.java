package basedecl.faults;

import basedecl.ledger.database.LedgerDatabase;
import com.zaxxer.hikari.HikariDataSource;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A process that commits rows until it is killed, over several connections while another one fills
 * and empties a table, and writes down the number of each row once its commit has returned.
 */
final class Committing {

  /** The table of the rows written down. */
  static final String ROWS = "kept";

  private final HikariDataSource database;
  private final OutputStream returned;
  private final AtomicLong numbers = new AtomicLong();

  private Committing(HikariDataSource database, OutputStream returned) {
    this.database = database;
    this.returned = returned;
  }

  /**
   * @param words the database's address, and the file of numbers
   */
  public static void main(String[] words) throws Exception {
    HikariDataSource database = LedgerDatabase.open(words[0], 4, Map.of());
    JdbcTemplate template = LedgerDatabase.template(database);
    template.execute("CREATE TABLE " + ROWS + " (id BIGINT PRIMARY KEY, words VARCHAR(2000))");
    template.execute("CREATE TABLE passing (id BIGINT PRIMARY KEY, words VARCHAR(2000))");
    Committing committing = new Committing(database, new FileOutputStream(words[1]));
    new Thread(committing::keep).start();
    new Thread(committing::keep).start();
    new Thread(committing::pass).start();
  }

  private void keep() {
    try {
      while (true) {
        long number = numbers.incrementAndGet();
        insert(ROWS, number, "x".repeat(200));
        synchronized (returned) {
          returned.write((number + "\n").getBytes(StandardCharsets.UTF_8));
        }
        Thread.sleep(30);
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void pass() {
    JdbcTemplate template = LedgerDatabase.template(database);
    try {
      for (long number = 1; true; number++) {
        insert("passing", number, "y".repeat(1_000));
        if (number % 50 == 0) {
          template.update("DELETE FROM passing WHERE id < ?", number - 500);
          Thread.sleep(20);
        }
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void insert(String table, long number, String words) {
    LedgerDatabase.template(database)
        .update("INSERT INTO " + table + " (id, words) VALUES (?, ?)", number, words);
  }
}
