package basedecl.job.review;

import basedecl.file.ReplacedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;

/** A file of confirmations with one line, as {@link ConfirmationLine} reads it. */
public final class ConfirmationFile {

  static final String EMPLOYER = "单位编号";
  static final String DATE = "确认日期";

  private ConfirmationFile() {}

  /** Writes the confirmation of an employer at {@code target}, a CSV file. */
  public static void write(Path target, String employer, LocalDate day) throws IOException {
    String lines =
        EMPLOYER + "," + DATE + "\n\"" + employer.replace("\"", "\"\"") + "\"," + day + "\n";
    try (ReplacedFile file = ReplacedFile.at(target)) {
      file.stream().write(lines.getBytes(StandardCharsets.UTF_8));
      file.finish();
    }
  }
}
