package basedecl.declarationfile;

import basedecl.cell.Field;
import basedecl.policy.Population;
import basedecl.table.HeaderSpec;
import basedecl.table.KnownHeader;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The columns of a declaration and the words they go by (contract 4). */
final class DeclarationHeader {

  private static final List<String> MONTH_WORDS =
      List.of("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二");

  /** The columns of amounts: all of them are in yuan. */
  static final Set<Field> AMOUNTS = amounts();

  static final HeaderSpec<Field> EMPLOYEES = employees().build();

  static final HeaderSpec<Field> RETIREES = retirees().build();

  private DeclarationHeader() {}

  private static Set<Field> amounts() {
    Set<Field> amounts = EnumSet.of(Field.WAGE, Field.YEAR_TOTAL, Field.PENSION);
    amounts.addAll(Field.MONTHS);
    return amounts;
  }

  static HeaderSpec<Field> of(Population population, Map<Field, List<String>> ownWords) {
    if (ownWords.isEmpty()) {
      return population == Population.RETIREES ? RETIREES : EMPLOYEES;
    }
    HeaderSpec.Builder<Field> header = population == Population.RETIREES ? retirees() : employees();
    ownWords.forEach(header::alsoReadAs);
    return header.build();
  }

  private static HeaderSpec.Builder<Field> employees() {
    HeaderSpec.Builder<Field> header = shared();
    for (Field month : Field.MONTHS) {
      int number = month.ordinal() - Field.MONTH_1.ordinal();
      String figure = Integer.toString(number + 1);
      String word = MONTH_WORDS.get(number);
      header.optional(
          month,
          figure + "月",
          figure + "月份",
          "0" + figure + "月",
          figure + "月工资",
          figure + "月份工资",
          word + "月",
          word + "月份",
          word + "月工资",
          word + "月份工资");
    }
    Set<Field> months = EnumSet.copyOf(Field.MONTHS);
    return header
        .optional(Field.SERVED_FROM, "起缴月份", "起缴年月", "开始缴费月份", "缴费起始月", "缴费起始年月")
        .optional(Field.SERVED_UNTIL, "停缴月份", "停缴年月", "停止缴费月份")
        .requiredEither(
            List.of(
                EnumSet.of(Field.WAGE), EnumSet.of(Field.YEAR_TOTAL, Field.MONTHS_PAID), months))
        .beside(months, Field.WAGE, "月平均", "月均", "平均", "平均工资", "月平均数", "平均数")
        .beside(months, Field.YEAR_TOTAL, "全年合计", "年合计", "合计", "全年", "总计")
        .never(
            "缴费基数", "应发工资", "基本工资", "实发工资", "应发合计", "岗位工资", "应发", "实发", "税前工资", "月工资", "工资", "本月工资",
            "计税工资", "申报基数", "月缴费基数");
  }

  private static HeaderSpec.Builder<Field> retirees() {
    return shared().required(Field.PENSION, "月退休金", "退休金", "月养老金", "基本养老金");
  }

  private static HeaderSpec.Builder<Field> shared() {
    return HeaderSpec.of(Field.class)
        .optional(Field.SERIAL, "序号", "编号", "行号")
        .optional(Field.EMPLOYER_CODE, KnownHeader.EMPLOYER_CODE)
        .optional(Field.CREDIT_CODE, KnownHeader.CREDIT_CODE)
        .optional(Field.EMPLOYER_NAME, KnownHeader.EMPLOYER_NAME)
        .required(Field.NAME, KnownHeader.NAME)
        .optional(Field.DOCUMENT_KIND, KnownHeader.DOCUMENT_KIND)
        .required(Field.ID_NUMBER, KnownHeader.ID_NUMBER)
        .optional(
            Field.WAGE,
            "月均工资",
            "上年度月均工资",
            "上年度月平均工资",
            "上年月均工资",
            "上年月平均工资",
            "月平均工资",
            "申报工资",
            "新缴费工资",
            "缴费工资",
            "申报月均工资收入",
            "月均工资收入",
            "上年度月平均工资收入")
        .optional(Field.YEAR_TOTAL, "年工资总额", "全年工资总额", "年度工资总额")
        .optional(Field.MONTHS_PAID, "发放月数", "实际发放月数")
        .optional(Field.SIGNATURE, "职工签字", "本人签字", "退休人员签字")
        .optional(Field.REMARKS, "备注")
        .repeatable(EnumSet.of(Field.SERIAL, Field.SIGNATURE, Field.REMARKS))
        .twin(Field.ID_NUMBER)
        .amounts(AMOUNTS);
  }
}
