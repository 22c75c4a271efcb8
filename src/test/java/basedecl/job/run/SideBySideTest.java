package basedecl.job.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SideBySideTest {

  @Test
  void bothAreUnderWayAtOnce() throws IOException {
    CountDownLatch two = new CountDownLatch(2);

    assertThat(
            SideBySide.both(
                "beside", () -> met(two, "first "), () -> met(two, "second"), String::concat))
        .isEqualTo("first second");
  }

  @Test
  void aFailureOfTheOtherThreadIsThrown() {
    assertThatThrownBy(
            () ->
                SideBySide.both(
                    "beside",
                    () -> {
                      throw new IOException("The ledger is gone");
                    },
                    () -> "second",
                    (first, second) -> second))
        .isInstanceOf(IOException.class)
        .hasMessage("The ledger is gone");
  }

  @Test
  void theOtherThreadHasComeToItsEndWhenThisOneFails() {
    CountDownLatch failing = new CountDownLatch(1);
    AtomicBoolean ended = new AtomicBoolean();

    assertThatThrownBy(
            () ->
                SideBySide.both(
                    "beside",
                    () -> {
                      await(failing);
                      // Long enough for the failure to be out, were it not waited for.
                      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
                      ended.set(true);
                      return "first";
                    },
                    () -> {
                      failing.countDown();
                      throw new IOException("The disk is full");
                    },
                    (first, second) -> first))
        .hasMessage("The disk is full");
    assertThat(ended).isTrue();
  }

  private static String met(CountDownLatch two, String said) {
    two.countDown();
    await(two);
    return said;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
