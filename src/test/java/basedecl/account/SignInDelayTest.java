package basedecl.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInDelayTest {

  private static final Instant LAST = Instant.parse("2026-07-01T00:00:00Z");
  private static final SignInDelay DELAY = SignInDelay.DEFAULT;

  private static SignInDelay.Verdict ofName(int failures, Instant now) {
    return DELAY.verdict(Failures.of(failures, LAST), Failures.NONE, now);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0, false",
    "3, 0, false",
    "4, 2, false",
    "5, 4, false",
    "6, 8, false",
    "9, 64, false",
    "10, 1800, true",
    "11, 1800, true",
    "100000, 1800, true"
  })
  void failuresOfANameWaitTwiceAsLongEachTimeAndThenLock(int failures, long wait, boolean locked) {
    SignInDelay.Verdict verdict = ofName(failures, LAST);
    assertThat(verdict.seconds(LAST)).isEqualTo(wait);
    assertThat(verdict.locked()).isEqualTo(locked);
    assertThat(verdict.isAllowed(LAST.plusSeconds(wait))).isTrue();
    assertThat(verdict.isAllowed(LAST.plusSeconds(wait).minusMillis(1))).isEqualTo(wait == 0);
  }

  @ParameterizedTest
  @CsvSource({"20, 0, false", "21, 1, false", "22, 2, false", "50, 1800, false", "100, 1800, true"})
  void anAddressFailsMoreOftenBeforeItWaits(int failures, long wait, boolean locked) {
    SignInDelay.Verdict verdict = DELAY.verdict(Failures.NONE, Failures.of(failures, LAST), LAST);
    assertThat(verdict.seconds(LAST)).isEqualTo(wait);
    assertThat(verdict.locked()).isEqualTo(locked);
  }

  @Test
  void theLaterOfBothDecides() {
    SignInDelay.Verdict verdict =
        DELAY.verdict(Failures.of(4, LAST), Failures.of(100, LAST.minusSeconds(60)), LAST);
    assertThat(verdict.seconds(LAST)).isEqualTo(1740);
    assertThat(verdict.locked()).isTrue();
  }

  @Test
  void whatNeverFailedIsAllowedAtOnce() {
    assertThat(DELAY.verdict(Failures.NONE, Failures.NONE, LAST).isAllowed(Instant.MIN)).isTrue();
    assertThat(DELAY.verdict(Failures.NONE, Failures.NONE, LAST).seconds(LAST)).isZero();
  }

  @Test
  void failuresAreForgottenADayAfterTheLast() {
    Instant day = LAST.plus(Duration.ofDays(1));
    assertThat(ofName(50, day.minusMillis(1)).locked()).isTrue();
    assertThat(ofName(50, day).locked()).isFalse();
  }

  @Test
  void partsOfASecondAreRoundedUp() {
    assertThat(ofName(4, LAST).seconds(LAST.plusMillis(1500))).isEqualTo(1);
  }

  @Test
  void delaysThatDoNotGrowAreRefused() {
    assertThatThrownBy(
            () ->
                new SignInDelay.Steps(
                    3, Duration.ofSeconds(1), 3, Duration.ofMinutes(1), Duration.ofHours(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anIpv6HouseholdIsOneSource() {
    assertThat(SignInDelay.sourceOf("2001:db8:0:7:1:2:3:4")).isEqualTo("2001:db8:0:7::/64");
    assertThat(SignInDelay.sourceOf("10.1.2.3")).isEqualTo("10.1.2.3");
  }
}
