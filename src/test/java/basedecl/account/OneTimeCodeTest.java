package basedecl.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneTimeCodeTest {

  /** The secret of RFC 6238, appendix B. */
  private static final OneTimeSecret SECRET =
      new OneTimeSecret(
          new Base32().encodeToString("12345678901234567890".getBytes(StandardCharsets.US_ASCII)));

  private static final Instant NOW = Instant.ofEpochSecond(1_111_111_109);
  private static final long STEP = 1_111_111_109L / 30;

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "59, 94287082",
    "1111111109, 07081804",
    "1111111111, 14050471",
    "1234567890, 89005924",
    "2000000000, 69279037",
    "20000000000, 65353130"
  })
  void theVectorsOfTheRfcByTheirLastSixDigits(long second, String eightDigits) {
    assertThat(OneTimeCode.at(SECRET, Instant.ofEpochSecond(second)))
        .isEqualTo(eightDigits.substring(2));
  }

  private static OptionalLong typed(long stepsAway, OptionalLong lastUsed) {
    String code = OneTimeCode.at(SECRET, NOW.plusSeconds(30 * stepsAway));
    return OneTimeCode.step(SECRET, code, NOW, lastUsed);
  }

  @Test
  void oneStepEitherWayIsTakenAndNoMore() {
    assertThat(typed(-2, OptionalLong.empty())).isEmpty();
    assertThat(typed(-1, OptionalLong.empty())).hasValue(STEP - 1);
    assertThat(typed(0, OptionalLong.empty())).hasValue(STEP);
    assertThat(typed(1, OptionalLong.empty())).hasValue(STEP + 1);
    assertThat(typed(2, OptionalLong.empty())).isEmpty();
  }

  @Test
  void aUsedCodeAndThoseBeforeItAreNeverTakenAgain() {
    assertThat(typed(0, OptionalLong.of(STEP))).isEmpty();
    assertThat(typed(-1, OptionalLong.of(STEP))).isEmpty();
    assertThat(typed(1, OptionalLong.of(STEP))).hasValue(STEP + 1);
  }

  @ParameterizedTest
  @CsvSource({"''", "000000", "81804", "0081804", "０８１８０４", "08180a"})
  void whatIsNotTheCodeIsNotTaken(String code) {
    assertThat(OneTimeCode.step(SECRET, code, NOW, OptionalLong.empty())).isEmpty();
  }

  @Test
  void blanksInACodeDoNotMatter() {
    assertThat(OneTimeCode.step(SECRET, " 081 804", NOW, OptionalLong.empty())).hasValue(STEP);
  }

  @Test
  void aSecretIsDrawnShownInGroupsAndReadFromItsAddress() {
    OneTimeSecret drawn = OneTimeSecret.draw(new SplittableRandom(1));
    assertThat(drawn.base32()).matches("[A-Z2-7]{32}");
    assertThat(drawn.bytes()).hasSize(20);
    assertThat(drawn).hasToString("OneTimeSecret");
    assertThat(SECRET.grouped()).isEqualTo("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
    assertThat(SECRET.uri("医保 A", new SignInName("li@wf")))
        .isEqualTo(
            "otpauth://totp/%E5%8C%BB%E4%BF%9D%20A:li%40wf?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                + "&issuer=%E5%8C%BB%E4%BF%9D%20A&algorithm=SHA1&digits=6&period=30");
  }
}
