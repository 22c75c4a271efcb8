package basedecl.job.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelayTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 499, 500, 501, 20_000})
  void everythingArrivesOnceAndInOrder(int count) throws IOException {
    List<Integer> arrived = new ArrayList<>();
    try (Relay<Integer> relay = new Relay<>("test", arrived::add)) {
      for (int i = 0; i < count; i++) {
        relay.add(i);
      }
      relay.finish();
    }
    assertThat(arrived).isEqualTo(IntStream.range(0, count).boxed().toList());
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 20_000})
  void aFailureOfTheWorkReachesTheReader(int count) throws IOException {
    try (Relay<Integer> relay =
        new Relay<>(
            "test",
            item -> {
              if (item == 7) {
                throw new IOException("no space");
              }
            })) {
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < count; i++) {
                  relay.add(i);
                }
                relay.finish();
              })
          .isInstanceOf(IOException.class)
          .hasMessage("no space");
    }
  }

  @Test
  void aReaderThatGivesUpEndsTheWork() throws IOException {
    List<Integer> arrived = new ArrayList<>();
    try (Relay<Integer> relay = new Relay<>("test", arrived::add)) {
      relay.add(1);
    }
    assertThat(arrived).isEmpty();
  }
}
