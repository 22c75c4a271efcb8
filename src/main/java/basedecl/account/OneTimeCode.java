package basedecl.account;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/**
 * 动态验证码, the second factor: six digits that change every 30 seconds (RFC 6238 with SHA-1). One step
 * before and one after the present are taken too, for clocks that differ; a step whose code was
 * used, and those before it, never again.
 */
public final class OneTimeCode {

  private static final int STEP_SECONDS = 30;
  private static final int WINDOW = 1;
  private static final TimeBasedOneTimePasswordGenerator CODES =
      new TimeBasedOneTimePasswordGenerator();

  private OneTimeCode() {}

  /**
   * The step whose code was typed, to be stored as the last one used; empty where the code is
   * wrong. Every step is compared, in a time that tells nothing.
   *
   * @param typed blanks in it do not matter
   * @param lastUsed the last step used, if any
   */
  public static OptionalLong step(
      OneTimeSecret secret, String typed, Instant now, OptionalLong lastUsed) {
    byte[] code = typed.replaceAll("\\s", "").getBytes(StandardCharsets.UTF_8);
    long present = Math.floorDiv(now.getEpochSecond(), (long) STEP_SECONDS);
    OptionalLong found = OptionalLong.empty();
    for (long step = present - WINDOW; step <= present + WINDOW; step++) {
      byte[] right = at(secret, step).getBytes(StandardCharsets.UTF_8);
      boolean same = MessageDigest.isEqual(right, code);
      if (same && step > lastUsed.orElse(Long.MIN_VALUE) && found.isEmpty()) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  /** The code of the step that holds an instant. */
  public static String at(OneTimeSecret secret, Instant instant) {
    return at(secret, Math.floorDiv(instant.getEpochSecond(), (long) STEP_SECONDS));
  }

  private static String at(OneTimeSecret secret, long step) {
    try {
      return CODES.generateOneTimePasswordString(
          new SecretKeySpec(secret.bytes(), CODES.getAlgorithm()),
          Instant.ofEpochSecond(step * STEP_SECONDS),
          Locale.ROOT);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("A key of bytes", e);
    }
  }
}
