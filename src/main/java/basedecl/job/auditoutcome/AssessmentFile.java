package basedecl.job.auditoutcome;

import basedecl.file.ReplacedFile;
import basedecl.money.Money;
import basedecl.person.DocumentKind;
import basedecl.person.IdNumber;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;

/** A table of assessments of one employer, as {@link AssessmentLine} reads it. */
public final class AssessmentFile {

  private static final String HEADER = "单位编号,证件类型,证件号码,核定月均工资,所属期起,所属期止,依据\n";

  private AssessmentFile() {}

  /** A person's wage in the months from the first to the last (inclusive). */
  public record Line(
      DocumentKind documentKind,
      IdNumber person,
      Money wage,
      YearMonth from,
      YearMonth to,
      String basis) {}

  /** Writes the lines at {@code target}, a CSV file. */
  public static void write(Path target, String employer, List<Line> lines) throws IOException {
    StringBuilder table = new StringBuilder(HEADER);
    for (Line line : lines) {
      table
          .append(quoted(employer))
          .append(',')
          .append(quoted(line.documentKind().title()))
          .append(',')
          .append(quoted(line.person().whole()))
          .append(',')
          .append(line.wage())
          .append(',')
          .append(line.from())
          .append(',')
          .append(line.to())
          .append(',')
          .append(quoted(line.basis()))
          .append('\n');
    }
    try (ReplacedFile file = ReplacedFile.at(target)) {
      file.stream().write(table.toString().getBytes(StandardCharsets.UTF_8));
      file.finish();
    }
  }

  private static String quoted(String value) {
    return '"' + value.replace("\"", "\"\"") + '"';
  }
}
