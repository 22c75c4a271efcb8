package basedecl.account;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import org.apache.commons.codec.binary.Base32;

/**
 * What a program for codes and the desk share: 20 bytes, in Base32 as such programs take them.
 *
 * @param base32 32 signs, without padding
 */
public record OneTimeSecret(String base32) {

  /** As long as the digest of the codes (RFC 4226, section 4). */
  private static final int BYTES = 20;

  /**
   * @param random one that cannot be foretold
   */
  public static OneTimeSecret draw(RandomGenerator random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new OneTimeSecret(new Base32().encodeToString(bytes));
  }

  byte[] bytes() {
    return new Base32().decode(base32);
  }

  /** In groups of four, to be typed by hand. */
  public String grouped() {
    return base32.replaceAll("(.{4})(?=.)", "$1 ");
  }

  /**
   * The address that programs for codes read from a picture.
   *
   * @param issuer what the program shows beside the name, 医保缴费基数申报 for example
   */
  public String uri(String issuer, SignInName name) {
    String issued = encoded(issuer);
    return "otpauth://totp/"
        + issued
        + ":"
        + encoded(name.text())
        + "?secret="
        + base32
        + "&issuer="
        + issued
        + "&algorithm=SHA1&digits=6&period=30";
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Does not tell it. */
  @Override
  public String toString() {
    return "OneTimeSecret";
  }
}
