package basedecl.trials;

import static basedecl.trials.Kind.honest;

import basedecl.trials.Column.Role;
import basedecl.trials.Draft.CodeIn;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Where and how an employer may be named. */
final class EmployerKinds {

  private EmployerKinds() {}

  static List<Kind> all() {
    return List.of(
        honest("block-forms", draft -> block(draft, EmployerKinds::above)),
        honest("block-below", draft -> block(draft, EmployerKinds::below)),
        honest("block-beside-title", draft -> block(draft, EmployerKinds::besideTitle)),
        honest("titles-above", EmployerKinds::titles),
        honest("yuan-above", EmployerKinds::yuan),
        honest("merged-code", EmployerKinds::merged),
        honest("code-in-first-row-only", draft -> oneCode(draft, true)),
        honest("one-code-missing", draft -> oneCode(draft, false)),
        honest("invisible-in-code", EmployerKinds::invisible),
        honest("code-as-number", EmployerKinds::asNumber),
        honest("cover-sheet", EmployerKinds::cover));
  }

  private interface Block {
    boolean write(Draft draft, Section section, String code, String name);
  }

  private static boolean block(Draft draft, Block block) {
    boolean plain =
        draft.codeIn == CodeIn.BLOCK
            && draft.sections.stream()
                .allMatch(
                    section ->
                        section.above().size() == 1
                            && section.above().get(0).size() == 1
                            && section.above().get(0).get(0).plain().startsWith("单位编号："));
    if (!plain) {
      return false;
    }
    for (Section section : draft.sections) {
      String code = section.employers().get(0);
      if (!block.write(draft, section, code, draft.employerNames.getOrDefault(code, ""))) {
        return false;
      }
    }
    return true;
  }

  private static List<TrialCell> cells(String... texts) {
    return Stream.of(texts).map(TrialCell::words).toList();
  }

  private static boolean above(Draft draft, Section section, String code, String name) {
    String word = draft.pick(HeaderKinds.WORDS.getOrDefault(Role.CODE, List.of()));
    List<List<TrialCell>> forms =
        List.of(
            cells(word + ":" + code),
            cells(word + "：" + code + "　　单位名称：" + name),
            cells("单位名称：" + name, "", word + "：" + code),
            cells(word, code),
            cells(word + "：", "", code),
            cells(word + code),
            cells(word + " " + code),
            cells("（" + word + "：" + code + "）"),
            cells("【" + word + "】" + code),
            cells("单位名称（编号）：" + name + "（" + code + "）"),
            cells("参保单位：" + name + "（" + code + "）"),
            cells("单位名称：" + name + "(" + code + ")"));
    section.above().set(0, draft.pick(forms));
    return true;
  }

  private static boolean below(Draft draft, Section section, String code, String name) {
    if (draft.sections.size() > 1) {
      return false;
    }
    section.above().clear();
    section
        .below()
        .add(
            draft.pick(
                List.of(
                    cells("单位编号：" + code),
                    cells("单位编号", code),
                    cells("单位名称：" + name, "单位编号：" + code))));
    return true;
  }

  private static boolean besideTitle(Draft draft, Section section, String code, String name) {
    section.above().set(0, cells("2024年度职工缴费基数申报表", "", name, "单位编号：" + code));
    return true;
  }

  private static boolean titles(Draft draft) {
    List<List<TrialCell>> above = draft.sections.get(0).above();
    above.add(
        0,
        cells(
            draft.pick(List.of("2024年度职工缴费基数申报表", "潍坊市职工基本医疗保险缴费工资申报表", "单位社保费缴费工资年度申报", "附件3"))));
    if (draft.chance(2)) {
      above.add(1, List.of());
    }
    if (draft.chance(3)) {
      above.add(cells("填报日期：2024年1月15日", "", "联系电话：0536-8091234"));
    }
    return true;
  }

  private static boolean yuan(Draft draft) {
    draft
        .sections
        .get(0)
        .above()
        .add(cells("", "", draft.pick(List.of("单位：元", "（单位：元）", "金额单位：人民币元"))));
    return true;
  }

  private static boolean merged(Draft draft) {
    boolean fits =
        draft.codeIn == CodeIn.COLUMN
            && draft.carrier.isWorkbook()
            && draft
                .people()
                .allMatch(p -> p.cell(draft.column(Role.CODE)).plain().equals(p.employer));
    draft.mergedCodes |= fits;
    return fits;
  }

  private static boolean oneCode(Draft draft, boolean firstOnly) {
    if (draft.codeIn != CodeIn.COLUMN || draft.mergedCodes || !draft.oneEmployerASheet()) {
      return false;
    }
    Column code = draft.column(Role.CODE);
    if (draft.people().anyMatch(person -> person.cell(code).equals(TrialCell.words("")))
        || draft.people().anyMatch(person -> person.cell(code).equals(TrialCell.blank()))) {
      // the one code that is left must stay
      return false;
    }
    for (Section section : draft.sections) {
      List<Line.Person> people = section.people().toList();
      if (firstOnly) {
        people.stream().skip(1).forEach(person -> person.write(code, ""));
      } else {
        people.get(draft.random.nextInt(people.size())).write(code, "");
      }
    }
    if (!firstOnly) {
      // Whether the people without a code are the one employer's or nobody's may be left to it.
      draft.tolerated.add(basedecl.finding.FindingCode.EMPLOYER_INCOMPLETE);
    }
    return true;
  }

  private static boolean invisible(Draft draft) {
    if (draft.codeIn != CodeIn.COLUMN) {
      return false;
    }
    Column column = draft.column(Role.CODE);
    draft
        .people()
        .forEach(
            person -> {
              String code = person.cell(column).plain();
              if (code.equals(person.employer) && draft.chance(2)) {
                person.write(column, veiled(draft, code));
              }
            });
    return true;
  }

  private static String veiled(Draft draft, String code) {
    String head = code.substring(0, 4);
    String tail = code.substring(4);
    List<String> forms =
        new ArrayList<>(
            List.of(
                head + "\u200b" + tail,
                head + " " + tail,
                head + "\u00a0" + tail,
                "\u202d" + code + "\u202c",
                "\ufeff" + code,
                "'" + code,
                " " + code + "　",
                code + "\n",
                "\u200e" + code));
    if (code.startsWith("3")) {
      forms.add(code + ".0");
      forms.add(wide(code));
    }
    return draft.pick(forms);
  }

  static String wide(String digits) {
    StringBuilder wide = new StringBuilder();
    for (int i = 0; i < digits.length(); i++) {
      wide.append((char) (digits.charAt(i) - '!' + '！'));
    }
    return wide.toString();
  }

  private static boolean asNumber(Draft draft) {
    if (draft.codeIn != CodeIn.COLUMN
        || draft.employerNames.keySet().stream().anyMatch(code -> !code.startsWith("3"))) {
      return false;
    }
    Column column = draft.column(Role.CODE);
    draft
        .people()
        .filter(person -> person.cell(column).plain().equals(person.employer))
        .forEach(person -> person.write(column, TrialCell.amount(new BigDecimal(person.employer))));
    return true;
  }

  private static boolean cover(Draft draft) {
    if (!draft.carrier.isWorkbook()) {
      return false;
    }
    Grid sheet = new Grid(draft.pick(List.of("填表说明", "说明", "Sheet9")), draft.chance(4));
    sheet.rows.add(cells("填表说明"));
    sheet.rows.add(cells("1. 证件号码请用文本格式填写。"));
    sheet.rows.add(cells("2. 月均工资为上年度月平均工资，单位为元。"));
    draft.otherSheets.add(sheet);
    if (sheet.hidden) {
      draft.mayWarn.add(basedecl.finding.FindingCode.HIDDEN_SHEET);
    }
    return true;
  }
}
