package basedecl.ledger.submission;

import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** The address of an upload: 128 random bits, 32 lower-case hexadecimal digits. */
public record UploadId(String text) {

  private static final int BYTES = 16;
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

  public UploadId {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("Not the number of an upload");
    }
  }

  /**
   * @param random nobody may be able to guess what comes from it
   */
  public static UploadId draw(RandomGenerator random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new UploadId(HexFormat.of().formatHex(bytes));
  }

  /** Empty for a text that is none. */
  public static Optional<UploadId> of(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new UploadId(text)) : Optional.empty();
  }

  @Override
  public String toString() {
    return text;
  }
}
