package basedecl.desk.open;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TriesTest {

  private Instant now = Instant.parse("2024-01-24T08:00:00Z");
  private final Tries tries = new Tries(2, 3, () -> now);

  @Test
  void anAddressHasSoManyTriesAndAllOfThemTogetherSoMany() {
    assertThat(tries.admits("192.0.2.1")).isTrue();
    assertThat(tries.admits("192.0.2.1")).isTrue();
    assertThat(tries.admits("192.0.2.1")).isFalse();
    assertThat(tries.admits("192.0.2.2")).isTrue();
    assertThat(tries.admits("192.0.2.3")).isFalse();
  }

  @Test
  void whenTheWhileIsOverTheyAreCountedAnew() {
    tries.admits("192.0.2.1");
    tries.admits("192.0.2.1");
    now = now.plus(Tries.WHILE).minusSeconds(1);
    assertThat(tries.admits("192.0.2.1")).isFalse();
    now = now.plusSeconds(1);
    assertThat(tries.admits("192.0.2.1")).isTrue();
  }
}
