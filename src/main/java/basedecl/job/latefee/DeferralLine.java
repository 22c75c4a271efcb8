package basedecl.job.latefee;

import basedecl.assessment.latefee.DeferralDecision;
import basedecl.finding.FindingCode;
import basedecl.finding.Reason;
import basedecl.job.submitted.SubmittedLine;
import basedecl.table.HeaderSpec;
import basedecl.table.KnownHeader;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A line of the table of deferrals: until when an employer may pay some months without a late fee.
 *
 * <pre>
 * 单位编号      required  an employer that declared or stands on the roster
 * 费款所属期起   required  the first month, of the year
 * 费款所属期止   required  the last month, not before the first
 * 缓缴至       required  the last day (inclusive); of 终止 the day on which the deferral ends
 * 依据         required  the document (文号), at most 100 characters
 * 处理         optional  缓缴, 延长, 终止, or 撤销, which takes back the one of these
 *                        months and this last day; 缓缴 where left out
 * 决定日期      optional  the business date where left out
 *
 * 单位编号,费款所属期起,费款所属期止,缓缴至,处理,依据
 * 0370700007,2024-02,2024-04,2024-09-30,缓缴,缓〔2024〕2号  → three months, due until 30 September
 * 0370700007,2024-02,2024-04,2024-09-30,撤销,缓〔2024〕3号  → the deferral counts as never made
 * 0370700007,2024-04,2024-05,2024-09-30,缓缴,缓〔2024〕5号  → DEFERRAL_OVERLAPS: April has one
 * </pre>
 */
final class DeferralLine {

  enum Column {
    EMPLOYER,
    FROM,
    TO,
    UNTIL,
    BASIS,
    ACTION,
    DECIDED_ON
  }

  static final HeaderSpec<Column> HEADER =
      HeaderSpec.of(Column.class)
          .required(Column.EMPLOYER, KnownHeader.EMPLOYER_CODE, "缴费人识别号")
          .required(Column.FROM, "费款所属期起", "所属期起")
          .required(Column.TO, "费款所属期止", "所属期止")
          .required(Column.UNTIL, "缓缴至", "缓缴期限", "缓缴截止日期")
          .required(Column.BASIS, "依据", "文号", "依据/文号")
          .optional(Column.ACTION, "处理", "处理方式")
          .optional(Column.DECIDED_ON, "决定日期", "批准日期")
          .build();

  /** What is taken back is named by its months and last day, whatever it did to them. */
  private static final Map<String, DeferralDecision.Action> ACTIONS =
      Stream.concat(
              Arrays.stream(DeferralDecision.Action.values())
                  .map(action -> Map.entry(action.title(), action)),
              Stream.of(Map.entry(DecisionCells.REVOKED, DeferralDecision.Action.GRANTED)))
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

  private DeferralLine() {}

  /** The decision, or every fault of the line, which are left with it. */
  static Optional<DeferralDecision> of(
      SubmittedLine<Column> line, DecisionCells<Column> cells, int year, LocalDate businessDate) {
    String employer = cells.employer(line, Column.EMPLOYER);
    Optional<YearMonth> from = cells.monthOf(line, Column.FROM, employer, year);
    Optional<YearMonth> to = cells.monthOf(line, Column.TO, employer, year);
    if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
      line.faults(Column.TO, employer).add(FindingCode.PERIOD_INVALID, Reason.MONTH_REVERSED);
    }
    Optional<DeferralDecision.Action> action =
        line.cell(Column.ACTION).isBlank()
            ? Optional.of(DeferralDecision.Action.GRANTED)
            : line.word(Column.ACTION, ACTIONS, "缓缴、延长、终止、撤销");
    Optional<LocalDate> until = line.day(Column.UNTIL);
    LocalDate decidedOn = cells.decidedOn(line, Column.DECIDED_ON, employer, businessDate);
    String basis = cells.text(line, Column.BASIS, employer);
    if (basis.isEmpty()) {
      line.faults(Column.BASIS, employer).add(FindingCode.BASIS_MISSING);
    }
    return line.isRefused()
        ? Optional.empty()
        : Optional.of(
            new DeferralDecision(
                employer,
                from.orElseThrow(),
                to.orElseThrow(),
                action.orElseThrow(),
                until.orElseThrow(),
                decidedOn,
                basis));
  }
}
