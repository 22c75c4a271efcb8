package basedecl.ledger.submission;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of a submission as a person reads it out, {@code 2024-000123}: the contribution year
 * and a serial that no other submission of any year has.
 */
public record SubmissionNumber(int year, long serial) {

  private static final Pattern FORM = Pattern.compile("(20\\d\\d)-(\\d{6,12})");

  /** Empty for a text that is none, or not written as {@link #toString()} writes it. */
  public static Optional<SubmissionNumber> of(String text) {
    Matcher form = FORM.matcher(text);
    return form.matches()
        ? Optional.of(
                new SubmissionNumber(
                    Integer.parseInt(form.group(1)), Long.parseLong(form.group(2))))
            .filter(number -> number.toString().equals(text))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "%d-%06d".formatted(year, serial);
  }
}
