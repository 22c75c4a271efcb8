package basedecl.trials;

import static basedecl.trials.Kind.fault;

import basedecl.finding.FindingCode;
import basedecl.trials.Column.Role;
import basedecl.trials.Draft.CodeIn;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is wrong with a sheet or file as a whole: none of its employers may be accepted. */
final class FileFaults {

  private FileFaults() {}

  static List<Kind> all() {
    return List.of(
        fault("wan-above", draft -> thousands(draft, FileFaults::above)),
        fault("wan-in-title", draft -> thousands(draft, FileFaults::inTitle)),
        fault("wan-beside", draft -> thousands(draft, FileFaults::beside)),
        fault("wan-in-header", draft -> thousands(draft, FileFaults::inHeader)),
        fault("wan-under-header", draft -> thousands(draft, FileFaults::underHeader)),
        fault("wan-below", draft -> thousands(draft, FileFaults::below)),
        fault("wan-in-format", FileFaults::inFormat),
        fault("unclear-sub-titles", FileFaults::unclear),
        fault("name-in-two-parts", FileFaults::nameParts),
        fault("two-wage-columns", draft -> twoColumns(draft, Role.WAGE, "申报工资", "月均工资")),
        fault("two-number-columns", draft -> twoColumns(draft, Role.NUMBER, "社会保障号", "身份证号")),
        fault("no-average-wage", FileFaults::noAverage),
        fault("no-header-for-name", draft -> untitled(draft, Role.NAME)),
        fault("no-header-for-number", draft -> untitled(draft, Role.NUMBER)),
        fault("no-employer", FileFaults::noEmployer),
        fault("one-code-missing-of-two-employers", FileFaults::incomplete),
        fault("ditto-marks", FileFaults::ditto),
        fault("sheet-without-wages", FileFaults::leavers),
        fault("nobody-at-all", FileFaults::nobody));
  }

  private interface Place {
    void write(Draft draft, String unit);
  }

  private static boolean thousands(Draft draft, Place place) {
    Column wage = draft.column(Role.WAGE);
    boolean plain =
        draft.people().allMatch(person -> person.cell(wage).equals(TrialCell.amount(person.wage)))
            && wage.below.isEmpty()
            && draft.columns.stream().noneMatch(c -> c.title.endsWith("月"));
    if (!plain) {
      return false;
    }
    boolean wan = draft.chance(2);
    draft.people().forEach(person -> person.write(wage, TrialCell.amount(scaled(person, wan))));
    place.write(draft, wan ? "万元" : "千元");
    draft.spoilt.add(FindingCode.UNIT_NOT_YUAN);
    draft.tolerated.add(FindingCode.WAGE_TOO_PRECISE);
    draft.mayWarn.add(FindingCode.WAGES_UNLIKELY);
    return true;
  }

  private static BigDecimal scaled(Line.Person person, boolean wan) {
    return person.wage.movePointLeft(wan ? 4 : 3).stripTrailingZeros();
  }

  private static void above(Draft draft, String unit) {
    draft
        .sections
        .get(0)
        .above()
        .add(words("", "", draft.pick(List.of("单位：", "（单位：", "金额单位:")) + unit));
  }

  private static void inTitle(Draft draft, String unit) {
    draft
        .sections
        .get(0)
        .above()
        .add(0, words("2024年度职工缴费基数申报表（" + draft.pick(List.of("", "单位：")) + unit + "）"));
  }

  private static void beside(Draft draft, String unit) {
    List<TrialCell> row = new ArrayList<>();
    draft.columns.forEach(column -> row.add(TrialCell.blank()));
    row.add(TrialCell.words("单位：" + unit));
    draft.sections.get(0).above().add(row);
  }

  private static void inHeader(Draft draft, String unit) {
    draft.column(Role.WAGE).title +=
        draft.pick(List.of("（" + unit + "）", "(" + unit + "/月)", "（单位：" + unit + "）"));
    draft.tolerated.add(FindingCode.HEADER_NOT_FOUND);
    draft.spoilt.add(FindingCode.HEADER_NOT_FOUND);
  }

  private static void underHeader(Draft draft, String unit) {
    draft.underHeader.add(
        0, Draft.nobody(draft.column(Role.WAGE), TrialCell.words("（" + unit + "）")));
  }

  private static void below(Draft draft, String unit) {
    draft
        .sections
        .get(draft.sections.size() - 1)
        .below()
        .add(words(draft.pick(List.of("注：金额单位为" + unit, "单位：" + unit))));
  }

  private static List<TrialCell> words(String... texts) {
    return java.util.stream.Stream.of(texts).map(TrialCell::words).toList();
  }

  private static boolean inFormat(Draft draft) {
    if (!draft.carrier.isWorkbook()) {
      return false;
    }
    String unit = draft.pick(List.of("万元", "万", "千元"));
    boolean fits = thousands(draft, (any, ignored) -> {});
    if (fits) {
      Column wage = draft.column(Role.WAGE);
      draft
          .people()
          .forEach(
              person ->
                  person.write(
                      wage,
                      new TrialCell.Amount(
                          new BigDecimal(person.cell(wage).plain()), "0.00\"" + unit + "\"")));
    }
    return fits;
  }

  private static boolean unclear(Draft draft) {
    Column wage = draft.column(Role.WAGE);
    boolean plain =
        !draft.twoLines()
            && !wage.title.endsWith("月")
            && draft.people().allMatch(p -> p.cell(wage).equals(TrialCell.amount(p.wage)));
    if (!plain) {
      return false;
    }
    HeaderKinds.subTitles(
        draft,
        draft.pick(
            List.of(
                List.of("*一车间", "二车间"),
                List.of("*基本工资", "奖金"),
                List.of("养老", "*失业"),
                List.of("上半年", "*下半年"),
                List.of("*第一次", "第二次"))));
    draft.spoilt.add(FindingCode.HEADER_AMBIGUOUS);
    return true;
  }

  private static boolean nameParts(Draft draft) {
    if (draft.twoLines()) {
      return false;
    }
    Column surname = draft.column(Role.NAME);
    Column given = new Column(Role.OTHER, surname.title);
    surname.below = "姓";
    given.below = "名";
    draft.columns.add(draft.columns.indexOf(surname) + 1, given);
    draft
        .people()
        .forEach(
            person -> {
              String whole = person.cell(surname).plain();
              person.write(surname, whole.isEmpty() ? "" : whole.substring(0, 1));
              person.write(given, whole.isEmpty() ? "" : whole.substring(1));
            });
    draft.spoilt.add(FindingCode.HEADER_AMBIGUOUS);
    return true;
  }

  private static boolean twoColumns(Draft draft, Role role, String second, String first) {
    if (draft.twoLines()
        || draft.columns.stream().anyMatch(c -> c.title.endsWith("月"))
        || ValueKinds.sameNumberTwice(draft)) {
      return false;
    }
    Column own = draft.column(role);
    if (role == Role.WAGE && draft.columns.stream().anyMatch(c -> c.title.contains("月数"))) {
      return false;
    }
    own.title = first;
    Column other = new Column(Role.OTHER, second);
    draft.columns.add(draft.random.nextInt(draft.columns.size() + 1), other);
    draft.people().forEach(person -> person.write(other, different(draft, role, person)));
    draft.spoilt.add(FindingCode.HEADER_AMBIGUOUS);
    return true;
  }

  private static TrialCell different(Draft draft, Role role, Line.Person person) {
    return role == Role.WAGE
        ? TrialCell.amount(person.wage.add(BigDecimal.TEN))
        : TrialCell.words(draft.person(person.employer).number);
  }

  private static boolean noAverage(Draft draft) {
    Column wage = draft.column(Role.WAGE);
    if (draft.columns.stream().anyMatch(c -> c.title.endsWith("月") || c.title.contains("月数"))
        || !wage.below.isEmpty()
        || draft.spoilt.contains(FindingCode.HEADER_AMBIGUOUS)) {
      return false;
    }
    wage.title = draft.pick(List.of("缴费基数", "应发工资", "基本工资", "实发工资"));
    draft.spoilt.add(FindingCode.HEADER_NOT_FOUND);
    return true;
  }

  private static boolean untitled(Draft draft, Role role) {
    Column column = draft.column(role);
    if (!column.below.isEmpty() || ValueKinds.sameNumberTwice(draft)) {
      return false;
    }
    column.title = draft.pick(List.of("", "列1"));
    draft.spoilt.add(FindingCode.HEADER_NOT_FOUND);
    return true;
  }

  private static boolean noEmployer(Draft draft) {
    if (draft.codeIn != CodeIn.COLUMN || draft.mergedCodes) {
      return false;
    }
    Column code = draft.column(Role.CODE);
    boolean labelled =
        draft.sections.stream()
            .flatMap(section -> section.lines().stream())
            .anyMatch(
                line -> line instanceof Line.Nobody && !line.cell(code).equals(TrialCell.blank()));
    if (labelled) {
      // without the column its total would be one without a word
      return false;
    }
    if (draft.chance(2)) {
      draft.columns.remove(code);
    } else {
      draft.people().forEach(person -> person.write(code, ""));
    }
    draft.spoilt.addAll(List.of(FindingCode.EMPLOYER_MISSING, FindingCode.EMPLOYER_INCOMPLETE));
    return true;
  }

  /** Two employers in one sheet, and somebody who is neither's by what is written. */
  private static boolean incomplete(Draft draft) {
    boolean fits =
        draft.codeIn == CodeIn.COLUMN
            && !draft.mergedCodes
            && draft.employerNames.size() > 1
            && draft.sections.size() == 1;
    if (fits) {
      draft.somebody().write(draft.column(Role.CODE), "");
      draft.spoilt.addAll(List.of(FindingCode.EMPLOYER_MISSING, FindingCode.EMPLOYER_INCOMPLETE));
    }
    return fits;
  }

  private static boolean ditto(Draft draft) {
    if (draft.codeIn != CodeIn.COLUMN || draft.mergedCodes || draft.sections.size() > 1) {
      return false;
    }
    Line.Person person = draft.people().skip(1).findFirst().orElseThrow();
    person.write(draft.column(Role.CODE), draft.pick(List.of("同上", "〃", "\"", "''", "同", "″")));
    draft.spoilt.addAll(List.of(FindingCode.EMPLOYER_MISSING, FindingCode.EMPLOYER_INCOMPLETE));
    return true;
  }

  private static boolean leavers(Draft draft) {
    if (!draft.carrier.isWorkbook()) {
      return false;
    }
    Grid sheet = new Grid("离职人员", false);
    sheet.rows.add(words("姓名", "身份证号", "离职日期"));
    Line.Person left = draft.person("");
    sheet.rows.add(words(left.name, left.number, "2023-05-01"));
    draft.otherSheets.add(sheet);
    draft.spoilt.add(FindingCode.HEADER_NOT_FOUND);
    return true;
  }

  private static boolean nobody(Draft draft) {
    draft.sections.forEach(section -> section.lines().clear());
    draft.sections.forEach(section -> section.lines().add(new Line.Nobody(Map.of())));
    draft.mustWarn.clear();
    draft.spoilt.add(FindingCode.NO_ROWS);
    if (draft.carrier == Carrier.HTML) {
      // a page with one filled row is no table
      draft.spoilt.add(FindingCode.FILE_UNSUPPORTED_FORMAT);
    }
    return true;
  }
}
