package basedecl.job.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class InPiecesTest {

  @Test
  void piecesComeInOrderAndEnd() throws IOException {
    try (InPieces<Integer> pieces =
        new InPieces<>(
            "test",
            taking -> {
              for (int i = 0; i < 100; i++) {
                taking.take(i);
              }
            })) {
      List<Integer> taken = new ArrayList<>();
      for (Optional<Integer> next = pieces.next(); next.isPresent(); next = pieces.next()) {
        taken.add(next.get());
      }
      assertThat(taken).hasSize(100).isSorted();
      assertThat(pieces.next()).isEmpty();
    }
  }

  @Test
  void aFailureComesBehindThePiecesThatWereMade() throws IOException {
    try (InPieces<Integer> pieces =
        new InPieces<>(
            "test",
            taking -> {
              taking.take(1);
              throw new IOException("The disk is gone");
            })) {
      assertThat(pieces.next()).contains(1);
      assertThatThrownBy(pieces::next).isInstanceOf(IOException.class).hasMessageContaining("disk");
    }
  }

  @Test
  void whatNobodyWaitsForEndsWithFewPiecesMade() throws IOException {
    AtomicInteger made = new AtomicInteger();
    InPieces<Integer> pieces =
        new InPieces<>(
            "test",
            taking -> {
              while (true) {
                taking.take(made.incrementAndGet());
              }
            });
    assertThat(pieces.next()).contains(1);
    pieces.close();
    assertThat(made.get()).isLessThanOrEqualTo(3);
  }
}
