package basedecl.job.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.CannotCreateTransactionException;

class FailureCauseTest {

  @Test
  void aConnectionCutOffIsTheDatabase() {
    SQLException cut =
        new SQLNonTransientConnectionException("cut", "08000", new SocketException("reset"));
    assertThat(FailureCause.of(List.of(cut), true)).isEqualTo(FailureCause.DATABASE);
    assertThat(
            FailureCause.of(
                List.of(
                    new DataAccessResourceFailureException(
                        "cut", new SQLException("end of stream", new EOFException()))),
                true))
        .isEqualTo(FailureCause.DATABASE);
    assertThat(FailureCause.of(List.of(new CannotCreateTransactionException("begin", cut)), true))
        .isEqualTo(FailureCause.DATABASE);
  }

  @Test
  void aRowThatSomebodyElseHoldsIsNoFailureOfTheDatabase() {
    SQLException locked = new SQLException("waited", "HY000", 1205);
    assertThat(FailureCause.of(List.of(new UncategorizedSQLException("begin", null, locked)), true))
        .isEqualTo(FailureCause.LOCKED);
  }

  @Test
  void anEmbeddedLedgerThatCannotWriteItsFileIsTheDisk() {
    SQLException full = new SQLException("90028", new IOException("No space left on device"));
    assertThat(FailureCause.of(List.of(full), false)).isEqualTo(FailureCause.DISK);
    assertThat(FailureCause.of(List.of(new SQLException("23505")), false))
        .isEqualTo(FailureCause.DATABASE);
  }

  @Test
  void aWorkbookThatCannotBeWrittenIsTheDiskWhateverTheLedger() {
    Throwable failure = new UncheckedIOException(new IOException("No space left on device"));
    assertThat(FailureCause.of(List.of(failure), true)).isEqualTo(FailureCause.DISK);
    assertThat(FailureCause.of(List.of(failure), false)).isEqualTo(FailureCause.DISK);
  }

  @Test
  void aLostLeaseIsToldBeforeWhatFollowsFromIt() {
    assertThat(
            FailureCause.of(
                List.of(
                    new IllegalStateException("step"),
                    new IllegalStateException(new FenceGuard.LeaseLostException())),
                true))
        .isEqualTo(FailureCause.LEASE);
  }

  @Test
  void whatSaysNothingIsAnErrorInside() {
    assertThat(FailureCause.of(List.of(new IllegalStateException("?")), true))
        .isEqualTo(FailureCause.OTHER);
  }
}
