package basedecl.cell;

import java.util.Arrays;
import java.util.List;

/**
 * The columns a declaration may have (contract 4). The months' wages stand last: few tables have
 * them.
 */
public enum Field {
  SERIAL,
  EMPLOYER_CODE,
  EMPLOYER_NAME,
  NAME,
  DOCUMENT_KIND,
  ID_NUMBER,
  WAGE,
  YEAR_TOTAL,
  MONTHS_PAID,
  PENSION,
  SIGNATURE,
  REMARKS,
  /** 统一社会信用代码, in the place of the employer code. */
  CREDIT_CODE,
  MONTH_1,
  MONTH_2,
  MONTH_3,
  MONTH_4,
  MONTH_5,
  MONTH_6,
  MONTH_7,
  MONTH_8,
  MONTH_9,
  MONTH_10,
  MONTH_11,
  MONTH_12;

  /** The columns of the twelve months' wages, January first. */
  public static final List<Field> MONTHS =
      Arrays.stream(values()).filter(field -> field.ordinal() >= MONTH_1.ordinal()).toList();
}
