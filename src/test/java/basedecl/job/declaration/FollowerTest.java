package basedecl.job.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FollowerTest {

  @Test
  void everyWorkIsDoneInOrder() throws IOException {
    List<Integer> done = new ArrayList<>();
    try (Follower follower = new Follower("follower")) {
      for (int i = 0; i < 1_000; i++) {
        int work = i;
        follower.then(() -> done.add(work));
      }
      follower.finish();
    }

    assertThat(done).isEqualTo(IntStream.range(0, 1_000).boxed().toList());
  }

  @Test
  void aFailureIsThrownToWhoHandsOver() throws IOException {
    try (Follower follower = new Follower("follower")) {
      follower.then(
          () -> {
            throw new IOException("No space left on device");
          });

      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 10; i++) {
                  follower.then(() -> 0);
                }
              })
          .hasMessage("No space left on device");
    }
  }

  @Test
  void whatIsGivenUpIsNotBegun() throws Exception {
    AtomicInteger done = new AtomicInteger();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch closing = new CountDownLatch(1);
    Follower follower = new Follower("follower");
    follower.then(
        () -> {
          begun.countDown();
          await(closing);
          return done.incrementAndGet();
        });
    begun.await();
    follower.then(done::incrementAndGet);
    Thread closer = new Thread(() -> close(follower));
    closer.start();
    // Until it waits for the work under way, it may not have given up the other.
    while (closer.getState() != Thread.State.TIMED_WAITING) {
      Thread.sleep(5);
    }
    closing.countDown();
    closer.join();

    assertThat(done).hasValue(1);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void close(Follower follower) {
    try {
      follower.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
