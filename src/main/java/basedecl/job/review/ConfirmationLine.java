package basedecl.job.review;

import basedecl.cell.CalendarText;
import basedecl.finding.FindingCode;
import basedecl.finding.Reason;
import basedecl.job.submitted.SubmittedLine;
import basedecl.table.HeaderSpec;
import basedecl.table.KnownHeader;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A line of the employers' confirmations (contract 7).
 *
 * <pre>
 * 单位编号    required  the employer
 * 确认日期    required  a day, not after the business date
 *
 * 单位编号,确认日期
 * 0370700001,2024-01-30  → confirmed on that day
 * 0370700002,2024年1月31日  → confirmed on 2024-01-31
 * 0370700003,2024-02-30  → DATE_INVALID: there is no such day
 * </pre>
 */
record ConfirmationLine(String employer, LocalDate day) {

  enum Column {
    EMPLOYER,
    DATE
  }

  static final HeaderSpec<Column> HEADER =
      HeaderSpec.of(Column.class)
          .required(Column.EMPLOYER, KnownHeader.EMPLOYER_CODE, "缴费人识别号")
          .required(Column.DATE, ConfirmationFile.DATE, "确认时间")
          .build();

  /** The confirmation of a line, or its first fault, which is left with it. */
  static Optional<ConfirmationLine> of(SubmittedLine<Column> line, LocalDate businessDate) {
    if (line.isRefused()) {
      return Optional.empty();
    }
    String employer = line.text(Column.EMPLOYER);
    if (employer.isEmpty()) {
      line.faults(Column.DATE).add(FindingCode.EMPLOYER_MISSING);
      return Optional.empty();
    }
    Optional<LocalDate> day = CalendarText.day(line.cell(Column.DATE));
    if (day.isEmpty()) {
      line.faults(Column.DATE, employer).add(FindingCode.DATE_INVALID, line.text(Column.DATE));
    } else if (day.get().isAfter(businessDate)) {
      line.faults(Column.DATE, employer)
          .add(
              FindingCode.DATE_INVALID,
              Reason.DAY_AHEAD,
              day.get().toString(),
              businessDate.toString());
      return Optional.empty();
    }
    return day.map(d -> new ConfirmationLine(employer, d));
  }
}
