package basedecl.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackgroundStreamTest {

  @Test
  void everythingArrivesInOrder() throws IOException {
    byte[] content = new byte[3 * BackgroundStream.STRAIGHT + 12_345];
    new Random(7).nextBytes(content);
    ByteArrayOutputStream arrived = new ByteArrayOutputStream();
    try (BackgroundStream background = new BackgroundStream("background", arrived)) {
      for (int at = 0; at < content.length; at += 100_000) {
        background.write(content, at, Math.min(100_000, content.length - at));
      }
      background.settle();

      assertThat(arrived.toByteArray()).isEqualTo(content);
    }
  }

  @Test
  void aFailureOfTheSecondThreadIsThrown() throws IOException {
    OutputStream full =
        new OutputStream() {
          private long size;

          @Override
          public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
          }

          @Override
          public void write(byte[] bytes, int offset, int length) throws IOException {
            size += length;
            if (size > BackgroundStream.STRAIGHT) {
              throw new IOException("No space left on device");
            }
          }
        };
    try (BackgroundStream background = new BackgroundStream("background", full)) {
      background.write(new byte[BackgroundStream.STRAIGHT]);

      assertThatThrownBy(
              () -> {
                background.write(new byte[64]);
                background.settle();
              })
          .isInstanceOf(IOException.class)
          .hasRootCauseMessage("No space left on device");
      assertThatThrownBy(() -> background.write(new byte[64])).isInstanceOf(IOException.class);
    }
  }
}
