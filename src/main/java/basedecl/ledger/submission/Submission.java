package basedecl.ledger.submission;

import basedecl.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An upload that was submitted.
 *
 * @param parts one for each employer of the file
 */
public record Submission(
    SubmissionNumber number, Upload upload, Instant submittedAt, List<Part> parts) {

  private static final Pattern FOLDER = Pattern.compile("[0-9A-Za-z]{1,64}");
  private static final Pattern ENDING = Pattern.compile(".*\\.(xlsx|xlsm|xls|csv)");

  /** What one employer's part came to when it was confirmed. */
  public record Part(
      String employerCode,
      String employerName,
      long persons,
      Money declaredTotal,
      Money baseTotal) {}

  public Submission {
    parts = List.copyOf(parts);
  }

  public long persons() {
    return parts.stream().mapToLong(Part::persons).sum();
  }

  public Money declaredTotal() {
    return parts.stream().map(Part::declaredTotal).reduce(Money.ZERO, Money::plus);
  }

  public Money baseTotal() {
    return parts.stream().map(Part::baseTotal).reduce(Money.ZERO, Money::plus);
  }

  /**
   * Where the file lies in the inbox: in its employer's folder, which tells whose it is where the
   * file itself does not, under the submission's number. No name from outside is used.
   */
  public String inboxPath() {
    String name = upload.fileName().toLowerCase(Locale.ROOT);
    String ending =
        ENDING.matcher(name).matches() ? name.substring(name.lastIndexOf('.')) : ".data";
    return folder(upload.employerCode()) + "/" + number + ending;
  }

  /** The folder of an employer; one whose code is no plain word has none of its own. */
  public static String folder(String employerCode) {
    return FOLDER.matcher(employerCode).matches() ? employerCode : "_";
  }
}
