package basedecl.job.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InOrderTest {

  private static final int AHEAD = 4;

  private final AtomicInteger begun = new AtomicInteger();

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 4, 5, 5_000})
  void everyResultComesOnceAndInOrder(int count) throws IOException {
    List<Integer> taken = new ArrayList<>();
    try (InOrder<Integer> works = works(count, -1)) {
      for (Optional<Integer> next = works.next(); next.isPresent(); next = works.next()) {
        taken.add(next.get());
      }
      assertThat(works.next()).isEmpty();
    }
    assertThat(taken).isEqualTo(IntStream.range(0, count).boxed().toList());
  }

  @Test
  void aFailureComesInTheWorksPlace() throws IOException {
    try (InOrder<Integer> works = works(20, 7)) {
      for (int i = 0; i < 7; i++) {
        assertThat(works.next()).contains(i);
      }
      assertThatThrownBy(works::next).isInstanceOf(IOException.class).hasMessage("no space");
    }
    assertThat(begun.get()).isLessThanOrEqualTo(7 + AHEAD);
  }

  @Test
  void noMoreAreBegunThanMayWait() throws IOException {
    try (InOrder<Integer> works = works(100, -1)) {
      assertThat(works.next()).contains(0);
    }
    assertThat(begun.get()).isLessThanOrEqualTo(AHEAD);
  }

  private InOrder<Integer> works(int count, int failing) {
    return new InOrder<>(
        "test",
        2,
        AHEAD,
        IntStream.range(0, count)
            .<SideBySide.Work<Integer>>mapToObj(
                i ->
                    () -> {
                      begun.incrementAndGet();
                      if (i == failing) {
                        throw new IOException("no space");
                      }
                      return i;
                    })
            .iterator());
  }
}
