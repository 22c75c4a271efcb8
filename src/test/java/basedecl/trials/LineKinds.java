package basedecl.trials;

import static basedecl.trials.Kind.honest;

import basedecl.finding.FindingCode;
import basedecl.trials.Column.Role;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lines that are nobody's, wherever a sender may put them. */
final class LineKinds {

  private LineKinds() {}

  static List<Kind> all() {
    return List.of(
        honest("blank-lines", draft -> between(draft, new Line.Nobody(Map.of()))),
        honest("serials-only", draft -> empties(draft, Role.SERIAL, TrialCell.amount("99"))),
        honest("kinds-only", draft -> empties(draft, Role.KIND, TrialCell.words("居民身份证"))),
        honest("codes-only", LineKinds::codesOnly),
        honest("zeros", draft -> empties(draft, Role.WAGE, zero(draft))),
        honest(
            "dashes",
            draft ->
                empties(draft, Role.WAGE, TrialCell.words(draft.pick(List.of("-", "—", "－"))))),
        honest("error-results", draft -> empties(draft, Role.WAGE, new TrialCell.Fault("#DIV/0!"))),
        honest(
            "totals",
            draft ->
                amounts(draft, List.of("合计", "总计", "合  计", "本页合计", "合计：", "总合计", "共计", "合计人数"))),
        honest("subtotals", draft -> subtotals(draft)),
        honest("averages", draft -> amounts(draft, List.of("平均", "平均工资", "人均", "平均数", "月平均"))),
        honest("unlabelled-sums", LineKinds::unlabelled),
        honest("departments", LineKinds::departments),
        honest("sentences", LineKinds::sentences),
        honest("footers", LineKinds::footers),
        honest("column-numbers", LineKinds::columnNumbers),
        honest("must-fill-line", LineKinds::mustFill),
        honest("field-names", LineKinds::fieldNames),
        honest("header-again", LineKinds::headerAgain));
  }

  static boolean between(Draft draft, Line line) {
    List<Line> lines = draft.section().lines();
    lines.add(draft.random.nextInt(lines.size() + 1), line);
    return true;
  }

  private static TrialCell zero(Draft draft) {
    TrialCell zero = TrialCell.amount("0");
    return draft.carrier.isWorkbook() && draft.chance(2)
        ? new TrialCell.Formula("ROUND(0/12,2)", zero)
        : zero;
  }

  private static boolean empties(Draft draft, Role role, TrialCell cell) {
    if (!draft.has(role) || draft.recalculates) {
      return false;
    }
    for (Section section : draft.sections) {
      int count = 1 + draft.random.nextInt(4);
      for (int i = 0; i < count; i++) {
        Map<Column, TrialCell> cells = new HashMap<>(Map.of(draft.column(role), cell));
        if (draft.has(Role.SERIAL)) {
          cells.put(draft.column(Role.SERIAL), TrialCell.amount(Integer.toString(90 + i)));
        }
        section.lines().add(new Line.Nobody(cells));
      }
    }
    return true;
  }

  private static boolean codesOnly(Draft draft) {
    if (!draft.has(Role.CODE)) {
      return false;
    }
    for (Section section : draft.sections) {
      String code = section.employers().get(section.employers().size() - 1);
      Map<Column, TrialCell> cells =
          new HashMap<>(Map.of(draft.column(Role.CODE), TrialCell.words(code)));
      if (draft.has(Role.SERIAL)) {
        cells.put(draft.column(Role.SERIAL), TrialCell.amount("90"));
      }
      section.lines().add(new Line.Nobody(cells));
    }
    return true;
  }

  private static BigDecimal sum(Section section) {
    return section.people().map(person -> person.wage).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static boolean amounts(Draft draft, List<String> labels) {
    for (Section section : draft.sections) {
      section.lines().add(labelled(draft, section, draft.pick(labels)));
    }
    return true;
  }

  private static boolean subtotals(Draft draft) {
    Section section = draft.section();
    List<String> labels = List.of("小计", "生产部 小计", "生产部小计", "二车间合计");
    section
        .lines()
        .add(
            1 + draft.random.nextInt(section.lines().size()),
            labelled(draft, section, draft.pick(labels)));
    return true;
  }

  private static Line labelled(Draft draft, Section section, String label) {
    TrialCell amount = TrialCell.amount(sum(section));
    Map<Column, TrialCell> cells = new HashMap<>();
    cells.put(draft.labelColumn(), TrialCell.words(label));
    cells.put(
        draft.column(Role.WAGE),
        draft.carrier.isWorkbook() && draft.chance(2)
            ? new TrialCell.Formula("SUM(D2:D9)", amount)
            : amount);
    return new Line.Nobody(cells);
  }

  /** A sum without a word may be reported, but is nobody's wage. */
  private static boolean unlabelled(Draft draft) {
    for (Section section : draft.sections) {
      section.lines().add(Draft.nobody(draft.column(Role.WAGE), TrialCell.amount(sum(section))));
    }
    draft.tolerated.addAll(
        List.of(
            FindingCode.NAME_MISSING,
            FindingCode.ID_MISSING,
            FindingCode.MONTHS_INVALID,
            FindingCode.EMPLOYER_MISSING,
            FindingCode.EMPLOYER_INCOMPLETE));
    return true;
  }

  private static boolean departments(Draft draft) {
    for (Section section : draft.sections) {
      List<Line> lines = section.lines();
      lines.add(
          draft.random.nextInt(lines.size()),
          Draft.nobody(
              draft.labelColumn(),
              TrialCell.words(draft.pick(List.of("生产部", "销售部", "生产车间", "财务科", "一、管理人员", "离退休办")))));
    }
    return true;
  }

  private static boolean sentences(Draft draft) {
    List<List<TrialCell>> below = draft.sections.get(draft.sections.size() - 1).below();
    String sentence =
        draft.pick(
            List.of(
                "以上情况属实",
                "如有疑问请致电人事科",
                "本单位承诺以上申报内容真实、准确、完整。",
                "特此申报",
                "注：工资为税前",
                "填表说明：1.本表一式两份；2.请加盖公章。",
                "以下空白",
                "制表日期：2024年1月15日",
                "2024年1月15日",
                "此表属实，请审核"));
    List<TrialCell> row = new ArrayList<>();
    for (int i = draft.random.nextInt(2); i > 0; i--) {
      row.add(TrialCell.blank());
    }
    row.add(TrialCell.words(sentence));
    below.add(row);
    return true;
  }

  private static boolean footers(Draft draft) {
    List<List<String>> choices =
        List.of(
            List.of("制表人：张三", "", "审核人：李四"),
            List.of("制表人", "张三", "审核人", "李四"),
            List.of("单位负责人：", "", "填表人："),
            List.of("单位（盖章）：", "", "", "2024年1月15日"),
            List.of("经办人：王五", "联系电话：0536-8091234"));
    draft
        .sections
        .get(draft.sections.size() - 1)
        .below()
        .add(draft.pick(choices).stream().map(TrialCell::words).toList());
    return true;
  }

  private static boolean columnNumbers(Draft draft) {
    if (draft.twoLines()) {
      return false;
    }
    boolean stems = draft.chance(2) && draft.columns.size() <= 10;
    Map<Column, TrialCell> cells = new HashMap<>();
    for (int i = 0; i < draft.columns.size(); i++) {
      cells.put(
          draft.columns.get(i),
          stems
              ? TrialCell.words("甲乙丙丁戊己庚辛壬癸".substring(i, i + 1))
              : TrialCell.amount(Integer.toString(i + 1)));
    }
    draft.underHeader.add(new Line.Nobody(cells));
    return true;
  }

  private static boolean mustFill(Draft draft) {
    Map<Column, TrialCell> cells = new HashMap<>();
    String word = draft.pick(List.of("必填", "（必填）", "必填项", "*必填"));
    for (Column column : draft.columns) {
      boolean must =
          column.role == Role.NAME || column.role == Role.NUMBER || column.role == Role.WAGE;
      if (must || draft.chance(3)) {
        cells.put(column, TrialCell.words(must ? word : "选填"));
      }
    }
    draft.underHeader.add(new Line.Nobody(cells));
    return true;
  }

  private static boolean fieldNames(Draft draft) {
    Map<Role, String> english =
        Map.of(
            Role.CODE, "employerCode",
            Role.EMPLOYER, "employerName",
            Role.NAME, "name",
            Role.KIND, "idType",
            Role.NUMBER, "idNumber",
            Role.WAGE, "wage",
            Role.SERIAL, "no",
            Role.REMARK, "remark");
    Map<Column, TrialCell> cells = new HashMap<>();
    for (Column column : draft.columns) {
      cells.put(column, TrialCell.words(english.getOrDefault(column.role, "")));
    }
    draft.underHeader.add(new Line.Nobody(cells));
    return true;
  }

  /** A page break: the header once more, perhaps under the title. */
  private static boolean headerAgain(Draft draft) {
    List<Line> again = new ArrayList<>(List.of(new Line.Titles()));
    if (draft.chance(2)) {
      again.add(0, Draft.nobody(draft.columns.get(0), TrialCell.words("2024年度职工缴费基数申报表")));
    }
    List<Line> lines = draft.section().lines();
    lines.addAll(1 + draft.random.nextInt(lines.size()), again);
    return true;
  }
}
