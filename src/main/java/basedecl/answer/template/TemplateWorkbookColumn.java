package basedecl.answer.template;

import basedecl.cell.Field;
import basedecl.person.DocumentKind;
import basedecl.policy.Population;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationHelper;

/** A column of the blank declaration: header (contract 4), number format, width and an example. */
enum TemplateWorkbookColumn {
  SERIAL("序号", "0", 7, "1"),
  EMPLOYER_CODE("单位编号", "@", 16, "0370700001"),
  EMPLOYER_NAME("单位名称", "@", 30, "潍坊某某有限公司"),
  NAME("姓名", "@", 12, "张某某"),
  DOCUMENT_KIND("证件类型", "@", 22, DocumentKind.RESIDENT_ID.title()),
  ID_NUMBER("证件号码", "@", 24, "370702××××××××××××"),
  WAGE("月均工资", "0.00", 14, "5000.00"),
  YEAR_TOTAL("年工资总额", "0.00", 16, "60000.00"),
  MONTHS_PAID("发放月数", "0", 10, "12"),
  SERVED_FROM("起缴月份", "@", 11, ""),
  SERVED_UNTIL("停缴月份", "@", 11, ""),
  PENSION("月退休金", "0.00", 14, "3200.00"),
  SIGNATURE("职工签字", "@", 12, ""),
  RETIREE_SIGNATURE("退休人员签字", "@", 14, ""),
  REMARKS("备注", "@", 20, "");

  private static final List<TemplateWorkbookColumn> EMPLOYEES =
      List.of(
          SERIAL,
          EMPLOYER_CODE,
          EMPLOYER_NAME,
          NAME,
          DOCUMENT_KIND,
          ID_NUMBER,
          WAGE,
          YEAR_TOTAL,
          MONTHS_PAID,
          SERVED_FROM,
          SERVED_UNTIL,
          SIGNATURE,
          REMARKS);
  private static final List<TemplateWorkbookColumn> RETIREES =
      List.of(
          SERIAL,
          EMPLOYER_CODE,
          EMPLOYER_NAME,
          NAME,
          DOCUMENT_KIND,
          ID_NUMBER,
          PENSION,
          RETIREE_SIGNATURE,
          REMARKS);

  private final String title;
  private final String format;
  private final int width;
  private final String example;

  TemplateWorkbookColumn(String title, String format, int width, String example) {
    this.title = title;
    this.format = format;
    this.width = width;
    this.example = example;
  }

  static List<TemplateWorkbookColumn> of(Population population) {
    return population == Population.RETIREES ? RETIREES : EMPLOYEES;
  }

  /** What the readers take the column for. */
  Field field() {
    return this == RETIREE_SIGNATURE ? Field.SIGNATURE : Field.valueOf(name());
  }

  /** Whether its cells are for numbers, not for text. */
  boolean isNumber() {
    return !format.equals("@");
  }

  String title() {
    return title;
  }

  /** The number format of a spreadsheet; {@code @} keeps what is typed as text. */
  String format() {
    return format;
  }

  /** In digits. */
  int width() {
    return width;
  }

  String example() {
    return example;
  }

  boolean isRequired(Population population) {
    return switch (this) {
      case EMPLOYER_CODE, NAME, ID_NUMBER, PENSION -> true;
      case WAGE -> population == Population.EMPLOYEES;
      default -> false;
    };
  }

  /** What a cell of the column takes; empty where everything goes. */
  Optional<DataValidationConstraint> rule(DataValidationHelper helper) {
    return switch (this) {
      case EMPLOYER_CODE ->
          Optional.of(helper.createTextLengthConstraint(OperatorType.BETWEEN, "1", "64"));
      case NAME -> Optional.of(helper.createTextLengthConstraint(OperatorType.BETWEEN, "1", "100"));
      case DOCUMENT_KIND ->
          Optional.of(
              helper.createExplicitListConstraint(
                  Arrays.stream(DocumentKind.values())
                      .map(DocumentKind::title)
                      .toArray(String[]::new)));
      case ID_NUMBER ->
          Optional.of(helper.createTextLengthConstraint(OperatorType.BETWEEN, "5", "18"));
      case SERVED_FROM, SERVED_UNTIL ->
          Optional.of(helper.createTextLengthConstraint(OperatorType.BETWEEN, "6", "8"));
      case WAGE, PENSION ->
          Optional.of(helper.createDecimalConstraint(OperatorType.BETWEEN, "0.01", "999999.99"));
      case YEAR_TOTAL ->
          Optional.of(helper.createDecimalConstraint(OperatorType.GREATER_THAN, "0", null));
      case MONTHS_PAID ->
          Optional.of(helper.createIntegerConstraint(OperatorType.BETWEEN, "1", "12"));
      default -> Optional.empty();
    };
  }
}
