package basedecl.job.flexible;

import basedecl.assessment.flexible.PaymentRhythm;
import basedecl.job.flexible.ElectionFault.Part;
import basedecl.ledger.flexible.DeskElection.Action;
import basedecl.table.HeaderSpec;
import basedecl.table.KnownHeader;
import java.util.EnumSet;
import java.util.Map;

/**
 * The columns of a file of elections (contract 7) and the words that may stand in them. Whether a
 * line can be taken is told by {@link Elections}; of a line with 作废 base, rhythm and consent are
 * not read.
 *
 * <pre>
 * 姓名       required  the person
 * 证件类型    optional  居民身份证 where left out
 * 证件号码    required
 * 险种       required  养老 or 医疗, 居民养老 or 补充养老, where the region has a policy for it
 * 操作       required  选择 or 作废
 * 选择基数    required  yuan within the month's limits, at most two decimals; of residents a tier
 * 缴费方式    required  按月, 按季, 按半年 or 按年; of residents 按年
 * 生效月份    required  a month of the year; blank with 作废 it is the business date's
 * 批扣       optional  是 or 否; a blank cell gives no consent
 *
 * 姓名,证件号码,险种,操作,选择基数,缴费方式,生效月份,批扣
 * 王晓青,370702198504123014,养老,选择,5000,按季,2022-01,是  → a pension base of 5000.00 yuan
 * 王晓青,370702198504123014,养老,作废,,,2022-07,  → that election is void from July on
 * 李望川,370703199006201025,医疗,选择,5000,每周,2022-01,  → KIND_UNKNOWN: no such rhythm
 * </pre>
 */
final class ElectionLine {

  enum Column {
    NAME(Part.PERSON),
    DOCUMENT_KIND(Part.PERSON),
    ID_NUMBER(Part.PERSON),
    KIND(Part.OFFER),
    ACTION(Part.OFFER),
    BASE(Part.BASE),
    RHYTHM(Part.RHYTHM),
    FROM(Part.FROM),
    BATCH_DEBIT(Part.RHYTHM);

    private final Part part;

    Column(Part part) {
      this.part = part;
    }

    /** Where the desk's form tells a fault of it. */
    Part part() {
      return part;
    }
  }

  static final HeaderSpec<Column> HEADER =
      HeaderSpec.of(Column.class)
          .required(Column.NAME, KnownHeader.NAME)
          .optional(Column.DOCUMENT_KIND, KnownHeader.DOCUMENT_KIND)
          .required(Column.ID_NUMBER, KnownHeader.ID_NUMBER)
          .required(Column.KIND, "险种", "险种类型")
          .required(Column.ACTION, "操作", "操作类型")
          .required(Column.BASE, "选择基数", "缴费基数", "缴费档次")
          .required(Column.RHYTHM, "缴费方式")
          .required(Column.FROM, "生效月份")
          .optional(Column.BATCH_DEBIT, "批扣", "批扣授权", "同意批扣")
          .amounts(EnumSet.of(Column.BASE))
          .build();

  static final Map<String, Action> ACTIONS = Map.of("选择", Action.CHOOSE, "作废", Action.VOID);
  static final String ACTION_WORDS = "选择、作废";

  static final Map<String, PaymentRhythm> RHYTHMS =
      Map.of(
          "按月", PaymentRhythm.MONTHLY,
          "按季", PaymentRhythm.QUARTERLY,
          "按季度", PaymentRhythm.QUARTERLY,
          "按半年", PaymentRhythm.HALF_YEARLY,
          "按年", PaymentRhythm.YEARLY);
  static final String RHYTHM_WORDS = "按月、按季、按半年、按年";

  /** Residents pay a tier once a year. */
  static final Map<String, PaymentRhythm> YEARLY =
      Map.of(PaymentRhythm.YEARLY.title(), PaymentRhythm.YEARLY);

  /** A blank cell gives no consent. */
  static final Map<String, Boolean> CONSENTS = Map.of("是", true, "否", false, "", false);

  static final String CONSENT_WORDS = "是、否";

  private ElectionLine() {}
}
