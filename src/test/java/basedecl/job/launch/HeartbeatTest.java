package basedecl.job.launch;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.job.run.StopSignal;
import basedecl.ledger.run.Lease;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An interrupt in the middle of a statement would close an H2 ledger under the whole process. */
class HeartbeatTest {

  @Test
  void aBeatUnderWayIsWaitedForAndNotInterrupted() throws Exception {
    SlowDatabase database = new SlowDatabase();
    Heartbeat heartbeat =
        new Heartbeat(
            new Lease(JdbcClient.create(database)), 1, new StopSignal(), Duration.ofMillis(1));
    assertThat(database.asked.await(10, TimeUnit.SECONDS)).isTrue();
    heartbeat.close();
    assertThat(database.ended.get()).isEqualTo("undisturbed");
  }

  /** A database that takes its time, and says how a beat ended. */
  private static final class SlowDatabase implements DataSource {

    private final CountDownLatch asked = new CountDownLatch(1);
    private final AtomicReference<String> ended = new AtomicReference<>("not yet");

    @Override
    public Connection getConnection() throws SQLException {
      asked.countDown();
      try {
        TimeUnit.MILLISECONDS.sleep(300);
        ended.set("undisturbed");
      } catch (InterruptedException e) {
        ended.set("interrupted");
        Thread.currentThread().interrupt();
      }
      throw new SQLException("slow");
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
      return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void setLogWriter(PrintWriter out) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void setLoginTimeout(int seconds) {
      throw new UnsupportedOperationException();
    }

    @Override
    public int getLoginTimeout() {
      return 0;
    }

    @Override
    public Logger getParentLogger() {
      throw new UnsupportedOperationException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
      throw new SQLException();
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
      return false;
    }
  }
}
