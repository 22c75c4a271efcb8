package basedecl.job.flexiblepayment;

import basedecl.assessment.flexible.PaidFor;
import basedecl.finding.FindingCode;
import basedecl.finding.Reason;
import basedecl.job.run.RegionPolicies;
import basedecl.job.run.RunContext;
import basedecl.job.submitted.SubmittedFile;
import basedecl.job.submitted.SubmittedLine;
import basedecl.job.submitted.SubmittedPayment;
import basedecl.ledger.flexible.FlexiblePayment;
import basedecl.table.HeaderSpec;
import basedecl.table.KnownHeader;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;

/**
 * The columns of a table of ordinary payments, and what a line of it says.
 *
 * <pre>
 * 证件类型     optional  居民身份证 where left out
 * 证件号码     required  somebody with an election of the year
 * 险种        required  that of the election
 * 费款所属期   optional  the month the payment is for, or 费款所属期起 the first; blank, it counts in order
 * 费款所属期止  optional  the last of several months
 * 缴费日期     required  a day of the year; a payment of a later one is taken once that day has come
 * 缴费金额     required  yuan, not zero; below zero it gives a payment back
 * 流水号      optional  up to 60 characters
 * 结果        optional  成功 or 失败 of a batch debit; blank is 成功
 * 失败原因     optional  up to 200 characters
 *
 * 证件号码,险种,费款所属期,缴费日期,缴费金额,流水号,结果,失败原因
 * 370702198504123014,养老,,2022-01-20,749.20,WF01,,  → paid towards the first open instalment
 * 370702198504123014,养老,2022-02,2022-02-20,749.20,WF02,失败,余额不足  → listed, nothing is paid
 * 370702198504123014,养老,2023-02,2022-02-20,749.20,WF03,,  → PERIOD_INVALID: of another year
 * </pre>
 */
final class PaymentLine {

  enum Column {
    DOCUMENT_KIND,
    ID_NUMBER,
    KIND,
    PERIOD,
    TO,
    PAID_ON,
    AMOUNT,
    SERIAL,
    OUTCOME,
    FAILURE
  }

  static final HeaderSpec<Column> HEADER =
      HeaderSpec.of(Column.class)
          .optional(Column.DOCUMENT_KIND, KnownHeader.DOCUMENT_KIND)
          .required(Column.ID_NUMBER, KnownHeader.ID_NUMBER)
          .required(Column.KIND, "险种", "险种类型")
          .optional(Column.PERIOD, "费款所属期", "费款所属期起", "所属期起")
          .optional(Column.TO, "费款所属期止", "所属期止")
          .required(Column.PAID_ON, "缴费日期", "到账日期", "扣款日期")
          .required(Column.AMOUNT, "缴费金额", "金额", "实缴金额", "扣款金额")
          .optional(Column.SERIAL, "流水号", "交易流水号")
          .optional(Column.OUTCOME, "结果", "扣款结果")
          .optional(Column.FAILURE, "失败原因")
          .amounts(EnumSet.of(Column.AMOUNT))
          .build();

  private static final SubmittedPayment.Columns<Column> COLUMNS =
      new SubmittedPayment.Columns<>(
          Column.DOCUMENT_KIND,
          Column.ID_NUMBER,
          Column.KIND,
          Column.PAID_ON,
          Column.AMOUNT,
          Column.SERIAL);
  private static final Map<String, Boolean> FAILED = Map.of("成功", false, "失败", true, "", false);
  private static final String OUTCOMES = "成功、失败";
  private static final int LONGEST_FAILURE = 200;

  private PaymentLine() {}

  /** Reads a line; empty where something is wrong with it, which stays with the line. */
  static Optional<FlexiblePayment> read(
      RunContext context, SubmittedFile file, SubmittedLine<Column> line) {
    Optional<PaidFor> months = months(context, line);
    Optional<String> failure = failure(line);
    Optional<SubmittedPayment> read =
        SubmittedPayment.read(
            file, line, COLUMNS, RegionPolicies.byKind(context.rules()), context.businessDate());
    if (failure.isPresent() && read.filter(each -> each.amount().signum() < 0).isPresent()) {
      line.faults(Column.AMOUNT).add(FindingCode.AMOUNT_INVALID, Reason.AMOUNT_NOT_POSITIVE);
      return Optional.empty();
    }
    return read.map(
        each ->
            new FlexiblePayment(
                context.rules().name(),
                failure.isPresent() ? "failed " + each.key() : each.key(),
                context.year(),
                each.kind(),
                each.idNumber(),
                each.paidOn(),
                each.amount(),
                each.serial(),
                months,
                failure,
                each.source()));
  }

  private static Optional<PaidFor> months(RunContext context, SubmittedLine<Column> line) {
    if (line.cell(Column.PERIOD).isBlank() && line.cell(Column.TO).isBlank()) {
      return Optional.empty();
    }
    Optional<YearMonth> from = month(context, line, Column.PERIOD);
    Optional<YearMonth> to =
        line.cell(Column.TO).isBlank() ? from : month(context, line, Column.TO);
    if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
      line.faults(Column.TO).add(FindingCode.PERIOD_INVALID, Reason.MONTH_REVERSED);
    }
    return from.flatMap(first -> to.map(last -> new PaidFor(first, last)));
  }

  private static Optional<YearMonth> month(
      RunContext context, SubmittedLine<Column> line, Column column) {
    Optional<YearMonth> month = line.month(column);
    if (month.isPresent() && month.get().getYear() != context.year()) {
      line.faults(column)
          .add(
              FindingCode.PERIOD_INVALID,
              Reason.MONTH_OTHER_YEAR,
              Integer.toString(context.year()));
    }
    return month;
  }

  /** Why a debit failed; blank where the line does not say. */
  private static Optional<String> failure(SubmittedLine<Column> line) {
    boolean failed = line.word(Column.OUTCOME, FAILED, OUTCOMES).orElse(false);
    String why = line.readableText(Column.FAILURE);
    if (why.length() > LONGEST_FAILURE) {
      line.faults(Column.FAILURE).add(FindingCode.KIND_UNKNOWN, Reason.FAILURE_TOO_LONG);
    }
    return failed ? Optional.of(why) : Optional.empty();
  }
}
