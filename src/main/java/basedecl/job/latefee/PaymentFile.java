package basedecl.job.latefee;

import basedecl.finding.FileFinding;
import basedecl.finding.Finding;
import basedecl.finding.FindingBounds;
import basedecl.finding.FindingCode;
import basedecl.job.submitted.SubmittedFile;
import basedecl.job.submitted.SubmittedLine;
import basedecl.job.submitted.SubmittedTable;
import basedecl.ledger.latefee.PaymentRecord;
import basedecl.message.ShortText;
import basedecl.payment.PaymentCheck;
import basedecl.payment.PaymentField;
import basedecl.payment.PaymentReading;
import basedecl.spreadsheet.gate.ReadLimits;
import basedecl.table.HeaderSpec;
import basedecl.table.KnownHeader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * One file of payments, read whole: a file that breaks off gives no payments at all. Why a line is
 * refused is told by {@link PaymentCheck}.
 *
 * <pre>
 * 单位编号      required  an employer that declared or stands on the roster
 * 费款所属期    required  a month of the year
 * 缴费日期      required  a day; a payment of a later one is taken once that day has come
 * 缴费金额      required  yuan, not zero; below zero it gives back a payment (冲销)
 * 序号         optional  only tells a line from a total
 * 单位名称      optional  only tells a line from a total
 * 流水号       optional  the same number is taken once for a payment and once for its reversal;
 *                        without one, the same line is taken once
 *
 * 单位编号,费款所属期,缴费日期,缴费金额,流水号
 * 0370700001,2024-01,2024-01-25,13177.41,WF0001  → 13177.41 yuan for January
 * 0370700001,2024-01,2024-01-29,-13177.41,WF0001  → the payment WF0001 counts as never made
 * 0370700003,2024-13,2024-01-25,0,WF0003  → PERIOD_INVALID and AMOUNT_INVALID
 * </pre>
 *
 * @param lines lines read; blank and total rows left out
 * @param ahead those of them whose day has not come
 */
record PaymentFile(int lines, int ahead, List<PaymentRecord> payments, List<FileFinding> findings) {

  private static final int LONGEST_PATH = 1_000;

  private static final HeaderSpec<PaymentField> HEADER =
      HeaderSpec.of(PaymentField.class)
          .required(PaymentField.EMPLOYER_CODE, KnownHeader.EMPLOYER_CODE, "缴费人识别号")
          .required(PaymentField.PERIOD, "费款所属期", "所属期", "缴费所属期", "费款所属月份", "所属月份")
          .required(PaymentField.PAID_ON, "缴费日期", "缴款日期", "到账日期", "入库日期")
          .required(PaymentField.AMOUNT, "缴费金额", "缴款金额", "实缴金额", "到账金额")
          .optional(PaymentField.LINE_NUMBER, "序号")
          .optional(PaymentField.EMPLOYER_NAME, KnownHeader.EMPLOYER_NAME)
          .optional(PaymentField.SERIAL, "流水号", "缴费流水号", "交易流水号", "银行流水号")
          .amounts(EnumSet.of(PaymentField.AMOUNT))
          .build();

  /** Reads a file of the folder of payments. */
  static PaymentFile read(SubmittedFile file, ReadLimits limits, PaymentCheck check)
      throws IOException {
    Reading reading = new Reading(file, check);
    Optional<Finding> refused =
        new SubmittedTable<>(file.path(), HEADER, limits).forEach(reading::take);
    return refused.isPresent()
        ? new PaymentFile(0, 0, List.of(), List.of(new FileFinding(reading.name, refused.get())))
        : reading.end();
  }

  /** A file while it is read. */
  private static final class Reading {

    private final String name;
    private final String sha256;
    private final PaymentCheck check;
    private final List<PaymentRecord> payments = new ArrayList<>();
    private final List<FileFinding> findings = new ArrayList<>();
    private final FindingBounds bounds = new FindingBounds();
    private int lines;
    private int ahead;

    Reading(SubmittedFile file, PaymentCheck check) {
      this.name = ShortText.of(file.name(), LONGEST_PATH);
      this.sha256 = file.sha256();
      this.check = check;
    }

    void take(SubmittedLine<PaymentField> line) {
      lines++;
      if (!line.isRefused()) {
        PaymentReading reading = check.check(line::cell, line::place);
        if (reading instanceof PaymentReading.Read read) {
          payments.add(
              new PaymentRecord(
                  read.payment(), name, sha256, line.place().sheet(), line.place().row()));
        } else if (reading instanceof PaymentReading.Refused refused) {
          line.refuse(refused.findings());
          ahead += isAhead(line.findings()) ? 1 : 0;
        }
      }
      keep(bounds.admitted(line.findings()));
    }

    private static boolean isAhead(List<Finding> findings) {
      return findings.stream().allMatch(f -> f.code() == FindingCode.PAYMENT_AHEAD);
    }

    private void keep(List<Finding> more) {
      more.forEach(finding -> findings.add(new FileFinding(name, finding)));
    }

    PaymentFile end() {
      keep(bounds.leftOut());
      return new PaymentFile(lines, ahead, payments, findings);
    }
  }
}
