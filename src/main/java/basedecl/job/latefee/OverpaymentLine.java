package basedecl.job.latefee;

import basedecl.assessment.latefee.OverpaymentDecision;
import basedecl.finding.FindingCode;
import basedecl.finding.Reason;
import basedecl.job.submitted.SubmittedLine;
import basedecl.money.Money;
import basedecl.table.HeaderSpec;
import basedecl.table.KnownHeader;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;

/**
 * A line of the table of decisions on overpaid months: what becomes of the money.
 *
 * <pre>
 * 单位编号      required  an employer that declared or stands on the roster
 * 费款所属期    required  the month that was overpaid, of the year
 * 处理         required  退费, 抵缴 or 撤销, which takes back the one of these months and this amount
 * 金额         required  yuan, above zero; no more than the month was overpaid
 * 抵缴所属期    optional  for 抵缴, the month that it goes towards, of the year or the next; for 撤销
 *                        of a 抵缴 its month
 * 决定日期      optional  the business date where left out
 * 决定人       optional  who decided, at most 100 characters
 * 文号         optional  of the decision, or 流水号 of the transfer; at most 100 characters
 *
 * 单位编号,费款所属期,处理,金额,抵缴所属期,决定日期,文号
 * 0370700005,2024-01,退费,300.00,,2024-04-02,退〔2024〕1号  → 300.00 yuan go back
 * 0370700005,2024-01,撤销,300.00,,2024-04-03,  → the refund of 300.00 yuan counts as never made
 * 0370700005,2024-01,抵缴,200.00,,,  → PERIOD_INVALID: towards which month
 * </pre>
 */
final class OverpaymentLine {

  enum Column {
    EMPLOYER,
    PERIOD,
    USE,
    AMOUNT,
    TARGET,
    DECIDED_ON,
    DECIDED_BY,
    REFERENCE
  }

  static final HeaderSpec<Column> HEADER =
      HeaderSpec.of(Column.class)
          .required(Column.EMPLOYER, KnownHeader.EMPLOYER_CODE, "缴费人识别号")
          .required(Column.PERIOD, "费款所属期", "所属期", "多缴所属期")
          .required(Column.USE, "处理", "处理方式")
          .required(Column.AMOUNT, "金额", "处理金额", "退费金额", "抵缴金额")
          .optional(Column.TARGET, "抵缴所属期", "抵缴费款所属期")
          .optional(Column.DECIDED_ON, "决定日期", "批准日期")
          .optional(Column.DECIDED_BY, "决定人", "批准人", "经办人")
          .optional(Column.REFERENCE, "文号", "流水号", "文号/流水号", "退费流水号")
          .amounts(EnumSet.of(Column.AMOUNT))
          .build();

  private enum Use {
    REFUND,
    OFFSET,
    REVOKED
  }

  private static final Map<String, Use> USES =
      Map.of("退费", Use.REFUND, "抵缴", Use.OFFSET, DecisionCells.REVOKED, Use.REVOKED);

  private OverpaymentLine() {}

  /** The decision, or every fault of the line, which are left with it. */
  static Optional<OverpaymentDecision> of(
      SubmittedLine<Column> line, DecisionCells<Column> cells, int year, LocalDate businessDate) {
    String employer = cells.employer(line, Column.EMPLOYER);
    Optional<YearMonth> period = cells.monthOf(line, Column.PERIOD, employer, year);
    Optional<Use> use = line.word(Column.USE, USES, "退费、抵缴、撤销");
    Optional<Money> amount = line.amount(Column.AMOUNT);
    if (amount.isPresent() && amount.get().signum() <= 0) {
      line.faults(Column.AMOUNT, employer)
          .add(FindingCode.AMOUNT_INVALID, Reason.AMOUNT_NOT_POSITIVE);
    }
    Optional<YearMonth> target =
        isTowardsAMonth(line, use)
            ? target(line, employer, period, year)
            : noTarget(line, employer);
    LocalDate decidedOn = cells.decidedOn(line, Column.DECIDED_ON, employer, businessDate);
    String decidedBy = cells.text(line, Column.DECIDED_BY, employer);
    String reference = cells.text(line, Column.REFERENCE, employer);
    return line.isRefused()
        ? Optional.empty()
        : Optional.of(
            new OverpaymentDecision(
                employer,
                period.orElseThrow(),
                amount.orElseThrow(),
                target,
                decidedOn,
                decidedBy,
                reference));
  }

  /** An offset always is; what is taken back where the line names the month. */
  private static boolean isTowardsAMonth(SubmittedLine<Column> line, Optional<Use> use) {
    return use.filter(each -> each == Use.OFFSET).isPresent()
        || (use.filter(each -> each == Use.REVOKED).isPresent()
            && !line.cell(Column.TARGET).isBlank());
  }

  private static Optional<YearMonth> target(
      SubmittedLine<Column> line, String employer, Optional<YearMonth> period, int year) {
    if (line.cell(Column.TARGET).isBlank()) {
      line.faults(Column.TARGET, employer).add(FindingCode.PERIOD_INVALID, Reason.TARGET_MISSING);
      return Optional.empty();
    }
    Optional<YearMonth> target = line.month(Column.TARGET, employer);
    if (target.isPresent() && target.equals(period)) {
      line.faults(Column.TARGET, employer).add(FindingCode.PERIOD_INVALID, Reason.TARGET_SAME);
    } else if (target.isPresent()
        && target.get().getYear() != year
        && target.get().getYear() != year + 1) {
      line.faults(Column.TARGET, employer)
          .add(
              FindingCode.PERIOD_INVALID,
              Reason.TARGET_OTHER_YEAR,
              Integer.toString(year),
              Integer.toString(year + 1));
    }
    return target;
  }

  private static Optional<YearMonth> noTarget(SubmittedLine<Column> line, String employer) {
    if (!line.cell(Column.TARGET).isBlank()) {
      line.faults(Column.TARGET, employer)
          .add(FindingCode.PERIOD_INVALID, Reason.TARGET_NOT_WANTED);
    }
    return Optional.empty();
  }
}
