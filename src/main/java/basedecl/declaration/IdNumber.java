package basedecl.declaration;

/**
 * A number that identifies a person, in normal form (domain 8): upper case, half-width, an old
 * 15-digit number converted to 18. Its text form is masked; {@link #whole()} is for the data
 * itself.
 */
public record IdNumber(String whole) {

  /** Masked: the first three and the last two characters, such as {@code 370*************12}. */
  @Override
  public String toString() {
    int shown = whole.length() >= 8 ? 5 : 0;
    return shown == 0
        ? "*".repeat(whole.length())
        : whole.substring(0, 3)
            + "*".repeat(whole.length() - 5)
            + whole.substring(whole.length() - 2);
  }
}
