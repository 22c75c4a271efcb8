package basedecl.cell;

import basedecl.finding.Reason;
import java.util.Arrays;
import java.util.List;

/**
 * The columns a declaration may have (contract 4). The months' wages stand last: few tables have
 * them.
 */
public enum Field {
  SERIAL(Reason.COLUMN_SERIAL),
  EMPLOYER_CODE(Reason.COLUMN_EMPLOYER_CODE),
  EMPLOYER_NAME(Reason.COLUMN_EMPLOYER_NAME),
  NAME(Reason.COLUMN_NAME),
  DOCUMENT_KIND(Reason.COLUMN_DOCUMENT_KIND),
  ID_NUMBER(Reason.COLUMN_ID_NUMBER),
  WAGE(Reason.COLUMN_WAGE),
  YEAR_TOTAL(Reason.COLUMN_YEAR_TOTAL),
  MONTHS_PAID(Reason.COLUMN_MONTHS_PAID),
  PENSION(Reason.COLUMN_PENSION),
  SIGNATURE(Reason.COLUMN_SIGNATURE),
  REMARKS(Reason.COLUMN_REMARKS),
  /** 统一社会信用代码, in the place of the employer code. */
  CREDIT_CODE(Reason.COLUMN_CREDIT_CODE),
  /** 起缴月份, of whoever joined within the year. */
  SERVED_FROM(Reason.COLUMN_SERVED_FROM),
  /** 停缴月份, of whoever left. */
  SERVED_UNTIL(Reason.COLUMN_SERVED_UNTIL),
  MONTH_1(Reason.COLUMN_MONTH_1),
  MONTH_2(Reason.COLUMN_MONTH_2),
  MONTH_3(Reason.COLUMN_MONTH_3),
  MONTH_4(Reason.COLUMN_MONTH_4),
  MONTH_5(Reason.COLUMN_MONTH_5),
  MONTH_6(Reason.COLUMN_MONTH_6),
  MONTH_7(Reason.COLUMN_MONTH_7),
  MONTH_8(Reason.COLUMN_MONTH_8),
  MONTH_9(Reason.COLUMN_MONTH_9),
  MONTH_10(Reason.COLUMN_MONTH_10),
  MONTH_11(Reason.COLUMN_MONTH_11),
  MONTH_12(Reason.COLUMN_MONTH_12);

  /** The columns of the twelve months' wages, January first. */
  public static final List<Field> MONTHS =
      Arrays.stream(values()).filter(field -> field.ordinal() >= MONTH_1.ordinal()).toList();

  private final Reason title;

  Field(Reason title) {
    this.title = title;
  }

  /** Its title as the phrase of a finding. */
  public Reason title() {
    return title;
  }
}
