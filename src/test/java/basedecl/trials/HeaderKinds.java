package basedecl.trials;

import static basedecl.trials.Kind.honest;

import basedecl.finding.FindingCode;
import basedecl.trials.Column.Role;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** How a header may be written: the contract's words in every dress, and its sub-titles. */
final class HeaderKinds {

  /** The contract's table, copied from it and not from the code. */
  static final Map<Role, List<String>> WORDS =
      Map.of(
          Role.CODE,
          List.of("单位编号", "单位代码", "单位编码", "参保单位编号", "参保单位代码", "单位医保编号", "单位助记码", "社保工作码"),
          Role.EMPLOYER,
          List.of("单位名称", "参保单位名称"),
          Role.NAME,
          List.of("姓名", "职工姓名", "员工姓名", "人员姓名", "参保人姓名", "参保人员姓名", "个人姓名", "个人名称"),
          Role.KIND,
          List.of("证件类型", "身份证件类型", "证件种类", "证照类型"),
          Role.NUMBER,
          List.of(
              "证件号码", "身份证件号码", "身份证号码", "身份证号", "身份证", "居民身份证号码", "公民身份号码", "公民身份证号码", "公民身份证号",
              "社会保障号码", "社会保障号", "证照号码", "证件号", "证件编号"),
          Role.WAGE,
          List.of(
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
              "上年度月平均工资收入"),
          Role.SIGNATURE,
          List.of("职工签字", "本人签字"));

  private HeaderKinds() {}

  static List<Kind> all() {
    return List.of(
        honest("words", HeaderKinds::words),
        honest("stars", draft -> dressed(draft, title -> "*" + title)),
        honest("line-breaks", draft -> dressed(draft, title -> broken(draft, title, "\n"))),
        honest("spaces", draft -> dressed(draft, title -> broken(draft, title, " "))),
        honest("full-width-spaces", draft -> dressed(draft, title -> broken(draft, title, "　"))),
        honest("unit-in-header", HeaderKinds::unit),
        honest("year-in-header", HeaderKinds::year),
        honest("year-total-and-months", HeaderKinds::yearTotal),
        honest("twelve-months", HeaderKinds::twelveMonths),
        honest("sub-titles", HeaderKinds::subTitles),
        honest("unit-under-header", HeaderKinds::unitBelow),
        honest("equal-number-columns", HeaderKinds::equalNumbers),
        honest("other-columns", HeaderKinds::otherColumns));
  }

  private static boolean words(Draft draft) {
    for (Column column : draft.columns) {
      List<String> words = WORDS.get(column.role);
      if (words != null && column.below.isEmpty() && words.contains(column.title)) {
        column.title = draft.pick(words);
      }
    }
    return true;
  }

  private interface Dress {
    String on(String title);
  }

  private static boolean dressed(Draft draft, Dress dress) {
    if (draft.twoLines()) {
      return false;
    }
    for (Column column : draft.columns) {
      if (draft.chance(2)) {
        column.title = dress.on(column.title);
      }
    }
    return true;
  }

  private static String broken(Draft draft, String title, String by) {
    int at = 1 + draft.random.nextInt(Math.max(1, title.length() - 1));
    return title.substring(0, at) + by + title.substring(at);
  }

  private static boolean unit(Draft draft) {
    Column wage = draft.column(Role.WAGE);
    if (!wage.below.isEmpty()) {
      return false;
    }
    wage.title += draft.pick(List.of("（元）", "(元)", "（元/月）", "(单位:元)", "（人民币元）", "【元】"));
    return true;
  }

  private static boolean year(Draft draft) {
    Column wage = draft.column(Role.WAGE);
    if (!wage.below.isEmpty()
        || wage.title.contains("上年")
        || wage.title.contains("*")
        || wage.title.endsWith("月")) {
      return false;
    }
    wage.title = draft.pick(List.of("2023年", "2023年度", "2023", "二〇二三年")) + wage.title;
    return true;
  }

  private static boolean isPlainWage(Draft draft) {
    return draft.columns.stream().filter(column -> column.role == Role.WAGE).count() == 1
        && draft.column(Role.WAGE).below.isEmpty()
        && !draft.twoLines()
        && !draft.mustWarn.contains(FindingCode.WAGES_UNLIKELY)
        && draft.columns.stream()
            .noneMatch(column -> column.title.endsWith("月") || column.title.contains("月数"))
        && draft
            .people()
            .allMatch(
                person ->
                    person.cell(draft.column(Role.WAGE)) instanceof TrialCell.Amount amount
                        && amount.format().isEmpty());
  }

  private static boolean yearTotal(Draft draft) {
    if (!isPlainWage(draft)) {
      return false;
    }
    Column total = draft.column(Role.WAGE);
    total.title = draft.pick(List.of("年工资总额", "全年工资总额"));
    Column months = new Column(Role.OTHER, draft.pick(List.of("发放月数", "实际发放月数")));
    draft.columns.add(draft.random.nextInt(draft.columns.size() + 1), months);
    draft
        .people()
        .forEach(
            person -> {
              int paid = draft.chance(2) ? 12 : 1 + draft.random.nextInt(12);
              BigDecimal sum =
                  BigDecimal.valueOf(paid * 300_000L + draft.random.nextInt(900_000), 2);
              person.wage = sum.divide(BigDecimal.valueOf(paid), 2, RoundingMode.HALF_UP);
              person.write(total, TrialCell.amount(sum));
              person.write(months, TrialCell.amount(Integer.toString(paid)));
            });
    return true;
  }

  private static boolean twelveMonths(Draft draft) {
    boolean others =
        draft.sections.stream()
            .flatMap(section -> section.lines().stream())
            .anyMatch(line -> line instanceof Line.Nobody);
    if (!isPlainWage(draft) || draft.column(Role.WAGE).hidden || others) {
      return false;
    }
    int at = draft.columns.indexOf(draft.column(Role.WAGE));
    Column average = draft.columns.remove(at);
    average.title = draft.pick(List.of("月平均", "月均工资"));
    Column sum = new Column(Role.OTHER, "全年合计");
    List<Column> months = new ArrayList<>();
    String before = draft.pick(List.of("", "", "2023年"));
    for (int month = 1; month <= 12; month++) {
      months.add(new Column(month == 1 ? Role.WAGE : Role.OTHER, before + month + "月"));
    }
    boolean more = draft.chance(2);
    draft.columns.addAll(at, months);
    if (more) {
      draft.columns.addAll(at + 12, List.of(sum, average));
    }
    draft
        .people()
        .forEach(
            person -> {
              int first = draft.chance(2) ? 0 : draft.random.nextInt(12);
              BigDecimal total = BigDecimal.ZERO;
              for (int i = first; i < 12; i++) {
                BigDecimal paid = BigDecimal.valueOf(300_000L + draft.random.nextInt(900_000), 2);
                total = total.add(paid);
                person.write(months.get(i), TrialCell.amount(paid));
              }
              person.wage = total.divide(BigDecimal.valueOf(12 - first), 2, RoundingMode.HALF_UP);
              person.write(sum, TrialCell.amount(total));
              person.write(average, TrialCell.amount(person.wage));
            });
    return true;
  }

  /** Sub-titles of which one is meant beyond doubt; saying that it is ambiguous is allowed. */
  private static boolean subTitles(Draft draft) {
    List<List<String>> choices =
        List.of(
            List.of("调整前", "*调整后"),
            List.of("原", "*新"),
            List.of("上年", "*本年"),
            List.of("养老", "*医疗"),
            List.of("养老保险", "*医疗保险", "失业保险"),
            List.of("上半年", "下半年", "*月平均"),
            List.of("2022年", "*2023年"),
            List.of("基本工资", "奖金", "*合计"),
            List.of("基本工资", "津贴", "奖金", "*合计"));
    if (!isPlainWage(draft)) {
      return false;
    }
    subTitles(draft, draft.pick(choices));
    draft.tolerated.add(FindingCode.HEADER_AMBIGUOUS);
    return true;
  }

  /** The star marks the one that is meant. */
  static void subTitles(Draft draft, List<String> titles) {
    Column wage = draft.column(Role.WAGE);
    List<Column> group = new ArrayList<>();
    for (String title : titles) {
      boolean meant = title.startsWith("*");
      Column column = meant ? wage : new Column(Role.OTHER, wage.title);
      column.below = meant ? title.substring(1) : title;
      group.add(column);
    }
    int at = draft.columns.indexOf(wage);
    draft.columns.remove(at);
    draft.columns.addAll(at, group);
    boolean sum = titles.contains("*合计");
    draft
        .people()
        .forEach(
            person -> {
              BigDecimal rest = person.wage;
              for (int i = 0; i < group.size() - 1; i++) {
                Column column = group.get(i);
                if (column != wage) {
                  BigDecimal part =
                      sum && i == group.size() - 2
                          ? rest
                          : BigDecimal.valueOf(100 + draft.random.nextInt(1500));
                  rest = rest.subtract(part);
                  person.write(column, TrialCell.amount(part));
                }
              }
              Column last = group.get(group.size() - 1);
              if (last != wage) {
                person.write(last, TrialCell.amount("2500.50"));
              }
            });
  }

  private static boolean unitBelow(Draft draft) {
    if (draft.twoLines()) {
      return false;
    }
    draft.underHeader.add(
        0,
        Draft.nobody(
            draft.column(Role.WAGE), TrialCell.words(draft.pick(List.of("（元）", "元", "(元/月)")))));
    return true;
  }

  private static boolean equalNumbers(Draft draft) {
    if (draft.twoLines()) {
      return false;
    }
    Column second = new Column(Role.OTHER, draft.pick(List.of("社会保障号", "公民身份号码")));
    draft.columns.add(draft.random.nextInt(draft.columns.size() + 1), second);
    Column number = draft.column(Role.NUMBER);
    number.title = draft.pick(List.of("身份证号", "证件号码"));
    draft.people().forEach(person -> person.write(second, person.cell(number)));
    return true;
  }

  private static boolean otherColumns(Draft draft) {
    if (draft.twoLines()) {
      return false;
    }
    Map<String, String> columns =
        Map.of(
            "银行卡号", "6222021602003456789",
            "手机号码", "13805360001",
            "人员类别", "在职",
            "民族", "汉族",
            "出生日期", "1988-03-15",
            "户籍地址", "山东省潍坊市奎文区1号");
    List<String> titles = new ArrayList<>(columns.keySet().stream().sorted().toList());
    Collections.shuffle(titles, draft.random);
    for (String title : titles.subList(0, 1 + draft.random.nextInt(4))) {
      Column column = new Column(Role.OTHER, title);
      draft.columns.add(draft.random.nextInt(draft.columns.size() + 1), column);
      draft.people().forEach(person -> person.write(column, columns.getOrDefault(title, "")));
    }
    return true;
  }
}
