package basedecl.job.reconciliation;

import basedecl.payment.PaymentField;
import basedecl.table.HeaderSpec;
import basedecl.table.KnownHeader;
import java.util.EnumSet;

/**
 * The columns of a table of what came back.
 *
 * <pre>
 * 批次         required  the batch that asked for it
 * 单位编号      required  an employer that declared or stands on the roster
 * 费款所属期    required  a month of the year
 * 到账金额      required  yuan, not zero; below zero it was given back
 * 到账日期      required  a day; what comes later is taken once that day has come
 * 流水号       required  taken once for what came and once for what was given back
 * 其中滞纳金    optional  the part of 到账金额 that is late fee
 * 序号         optional  only tells a line from a total
 * 单位名称      optional  only tells a line from a total
 *
 * 批次,单位编号,费款所属期,到账金额,到账日期,流水号
 * 1,0370700001,2024-01,13177.41,2024-01-25,WF0001  → what the line of batch 1 asked for
 * 9,0370700001,2024-01,13177.41,2024-01-25,WF0002  → there is no batch 9: listed, not taken
 * 1,0370700001,2024-01,-13177.41,2024-01-29,WF0001  → WF0001 was given back
 * </pre>
 */
enum ReceiptColumn {
  LINE_NUMBER,
  EMPLOYER_NAME,
  BATCH,
  EMPLOYER_CODE,
  PERIOD,
  AMOUNT,
  PAID_ON,
  SERIAL,
  LATE_FEE;

  static final HeaderSpec<ReceiptColumn> HEADER =
      HeaderSpec.of(ReceiptColumn.class)
          .required(BATCH, "批次", "征集批次", "批次号")
          .required(EMPLOYER_CODE, KnownHeader.EMPLOYER_CODE, "缴费人识别号")
          .required(PERIOD, "费款所属期", "所属期", "缴费所属期", "费款所属月份", "所属月份")
          .required(AMOUNT, "到账金额", "缴费金额", "缴款金额", "实缴金额", "入库金额")
          .required(PAID_ON, "到账日期", "缴费日期", "缴款日期", "入库日期")
          .required(SERIAL, "流水号", "缴费流水号", "交易流水号", "银行流水号", "电子税票号码")
          .optional(LATE_FEE, "其中滞纳金", "滞纳金", "滞纳金金额")
          .optional(LINE_NUMBER, "序号")
          .optional(EMPLOYER_NAME, KnownHeader.EMPLOYER_NAME)
          .amounts(EnumSet.of(AMOUNT, LATE_FEE))
          .build();

  /** The column of what every table of payments has. */
  static ReceiptColumn of(PaymentField field) {
    return valueOf(field.name());
  }
}
