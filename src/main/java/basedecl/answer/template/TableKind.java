package basedecl.answer.template;

import static basedecl.answer.template.TableTemplateColumn.choice;
import static basedecl.answer.template.TableTemplateColumn.money;
import static basedecl.answer.template.TableTemplateColumn.text;

import basedecl.declaration.staff.StaffChangeKind;
import basedecl.person.DocumentKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The tables that an office submits to jobs, as blank workbooks: their names and columns. */
public enum TableKind {
  ROSTER(
      "roster",
      "参保单位名册",
      employer().must(),
      text("单位名称", 30, "潍坊某某有限公司").must(),
      text("统一社会信用代码", 24, "91350100M000100Y43"),
      text("经办机构", 12, "市直"),
      choice("公务员医疗补助", 18, "是", "否"),
      choice("参加养老保险", 16, "是", "否"),
      money("上月缴费额", "88506.17"),
      money("上年缴费基数合计", "2934831.66")),
  DECISIONS(
      "decisions",
      "审核决定",
      employer().must(),
      employerName(),
      choice("决定", 10, "通过", "退回", "重开").must(),
      text("意见", 40, "材料齐全，准予申报")),
  PAYMENTS(
      "payments",
      "缴费记录",
      employer().must(),
      employerName(),
      text("费款所属期", 14, "2024-01").must(),
      text("缴费日期", 14, "2024-01-25").must(),
      money("缴费金额", "13177.41").must(),
      text("流水号", 26, "370700202401000001")),
  RECEIPTS(
      "receipts",
      "到账记录",
      text("批次", 8, "1").must(),
      employer().must(),
      employerName(),
      text("费款所属期", 14, "2024-01").must(),
      money("到账金额", "13348.72").must(),
      money("其中滞纳金", "171.31"),
      text("到账日期", 14, "2024-02-21").must(),
      text("流水号", 26, "SW202402210001").must()),
  ELECTIONS(
      "elections",
      "基数选择",
      text("姓名", 12, "张某某").must(),
      documentKind(),
      text("证件号码", 24, "370702××××××××××××").must(),
      choice("险种", 8, "养老", "医疗").must(),
      choice("操作", 8, "选择", "作废").must(),
      money("选择基数", "3980.00").must(),
      choice("缴费方式", 12, "按月", "按季", "按半年", "按年").must(),
      text("生效月份", 14, "2022-01").must(),
      choice("批扣", 8, "是", "否")),
  STAFF_CHANGES(
      "staff-changes",
      "人员增减表",
      employer().must(),
      text("姓名", 12, "张某某").must(),
      documentKind(),
      text("证件号码", 24, "370702××××××××××××").must(),
      choice(
              "变动",
              10,
              Arrays.stream(StaffChangeKind.values())
                  .map(StaffChangeKind::title)
                  .toArray(String[]::new))
          .must(),
      text("生效月份", 12, "2024-05").must(),
      money("起薪", "5000.00")),
  EMPLOYER_CHANGES(
      "employer-changes",
      "单位变动",
      employer().must(),
      employerName(),
      choice("变动", 16, "更名", "变更经办机构", "合并", "分立", "注销").must(),
      text("生效日期", 14, "2024-04-01").must(),
      text("新单位名称", 30, "潍坊某某实业有限公司"),
      text("新经办机构", 14, "昌乐县"),
      text("关联单位编号", 16, "0370700002"),
      choice("承继欠费", 12, "否", "是"),
      text("依据", 34, "准予变更登记通知书")),
  OVERPAYMENTS(
      "overpayments",
      "多缴处理",
      employer().must(),
      employerName(),
      text("费款所属期", 14, "2024-01").must(),
      choice("处理", 10, "抵缴", "退费", "撤销").must(),
      money("金额", "300.00").must(),
      text("抵缴所属期", 14, "2024-02"),
      text("决定日期", 14, "2024-02-20"),
      text("决定人", 14, "张某某"),
      text("文号", 24, "抵〔2024〕1号")),
  DEFERRALS(
      "deferrals",
      "缓缴决定",
      employer().must(),
      employerName(),
      text("费款所属期起", 14, "2024-02").must(),
      text("费款所属期止", 14, "2024-04").must(),
      text("缓缴至", 14, "2024-09-30").must(),
      choice("处理", 10, "缓缴", "延长", "终止", "撤销"),
      text("决定日期", 14, "2024-02-20"),
      text("依据", 24, "缓〔2024〕2号").must()),
  FLEXIBLE_PAYMENTS(
      "flexible-payments",
      "当年缴费",
      documentKind(),
      text("证件号码", 24, "370702××××××××××××").must(),
      choice("险种", 8, "养老", "医疗").must(),
      text("费款所属期起", 14, "2022-01"),
      text("费款所属期止", 14, "2022-03"),
      text("缴费日期", 14, "2022-01-20").must(),
      money("缴费金额", "2247.60").must(),
      text("流水号", 26, "WF202201200001"),
      choice("结果", 10, "成功", "失败"),
      text("失败原因", 30, "余额不足"));

  private final String word;
  private final String sheet;

  @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
  private final List<TableTemplateColumn> columns;

  TableKind(String word, String sheet, TableTemplateColumn... columns) {
    this.word = word;
    this.sheet = sheet;
    this.columns = List.of(columns);
  }

  private static TableTemplateColumn employer() {
    return text("单位编号", 16, "0370700001");
  }

  private static TableTemplateColumn documentKind() {
    return choice(
        "证件类型",
        24,
        Arrays.stream(DocumentKind.values()).map(DocumentKind::title).toArray(String[]::new));
  }

  private static TableTemplateColumn employerName() {
    return text("单位名称", 30, "潍坊某某有限公司");
  }

  /** The kind of that word on the command line. */
  public static Optional<TableKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
  }

  /** The words of all kinds as a refusal names them. */
  public static String words() {
    return Arrays.stream(values()).map(kind -> kind.word).collect(Collectors.joining(", "));
  }

  /** The name of the sheet that is filled in. */
  String sheet() {
    return sheet;
  }

  List<TableTemplateColumn> columns() {
    return columns;
  }
}
