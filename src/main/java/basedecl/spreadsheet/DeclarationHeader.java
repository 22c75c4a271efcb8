package basedecl.spreadsheet;

import basedecl.declaration.Field;
import basedecl.declaration.Population;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/** The columns of a declaration and the words they go by (contract 4). */
final class DeclarationHeader {

  static final HeaderSpec<Field> EMPLOYEES = employees().build();

  static final HeaderSpec<Field> RETIREES = retirees().build();

  private DeclarationHeader() {}

  static HeaderSpec<Field> of(Population population, Map<Field, List<String>> ownWords) {
    if (ownWords.isEmpty()) {
      return population == Population.RETIREES ? RETIREES : EMPLOYEES;
    }
    HeaderSpec.Builder<Field> header = population == Population.RETIREES ? retirees() : employees();
    ownWords.forEach(header::alsoReadAs);
    return header.build();
  }

  private static HeaderSpec.Builder<Field> employees() {
    return shared()
        .requiredEither(EnumSet.of(Field.WAGE), EnumSet.of(Field.YEAR_TOTAL, Field.MONTHS_PAID));
  }

  private static HeaderSpec.Builder<Field> retirees() {
    return shared().required(Field.PENSION, "月退休金", "退休金", "月养老金", "基本养老金");
  }

  private static HeaderSpec.Builder<Field> shared() {
    return HeaderSpec.of(Field.class)
        .optional(Field.SERIAL, "序号", "编号", "行号")
        .optional(Field.EMPLOYER_CODE, "单位编号", "单位代码", "参保单位编号", "单位助记码", "社保工作码", "缴费人识别号")
        .optional(Field.EMPLOYER_NAME, "单位名称", "参保单位名称")
        .required(Field.NAME, "姓名", "职工姓名", "员工姓名", "个人名称")
        .optional(Field.DOCUMENT_KIND, "证件类型", "身份证件类型")
        .required(
            Field.ID_NUMBER, "证件号码", "身份证号码", "身份证号", "身份证", "公民身份号码", "公民身份证号", "社会保障号码", "社会保障号")
        .optional(
            Field.WAGE,
            "月均工资",
            "上年度月均工资",
            "上年度月平均工资",
            "月平均工资",
            "申报工资",
            "新缴费工资",
            "缴费工资",
            "申报月均工资收入",
            "月均工资收入")
        .optional(Field.YEAR_TOTAL, "年工资总额", "全年工资总额", "年度工资总额")
        .optional(Field.MONTHS_PAID, "发放月数", "实际发放月数")
        .optional(Field.SIGNATURE, "职工签字", "本人签字", "退休人员签字")
        .optional(Field.REMARKS, "备注")
        .repeatable(EnumSet.of(Field.SERIAL, Field.SIGNATURE, Field.REMARKS));
  }
}
