package basedecl.trials;

import static basedecl.trials.Kind.honest;

import basedecl.samples.SamplePeople;
import basedecl.trials.Column.Role;
import java.util.List;

/** How names, documents, numbers, wages and remarks may be written. */
final class ValueKinds {

  /** Remarks that hold the words by which tables and rows are told. */
  static final List<String> REMARKS =
      List.of(
          "单位编号：0370799999",
          "单位编号：0370799999转入",
          "单位名称：甲公司",
          "原参保单位名称：甲公司",
          "姓名",
          "身份证",
          "证件号码",
          "合计",
          "小计",
          "备注",
          "本人签字",
          "月均工资",
          "必填",
          "平均",
          "制表人：张三",
          "填表说明",
          "年终奖1万元",
          "以上情况属实",
          "例行调薪",
          "原单位万元户公司",
          "2022年入职",
          "注：试用期",
          "经办人",
          "生产部",
          "单位：元");

  private ValueKinds() {}

  static List<Kind> all() {
    return List.of(
        honest("wage-spellings", ValueKinds::wages),
        honest("wage-formulas", ValueKinds::formulas),
        honest("number-spellings", ValueKinds::numbers),
        honest("x-lookalikes", ValueKinds::lookalikes),
        honest("old-numbers", ValueKinds::oldNumbers),
        honest("document-kinds", ValueKinds::documents),
        honest("remarks-with-labels", ValueKinds::remarks),
        honest("labels-everywhere", ValueKinds::labels),
        honest("names", ValueKinds::names));
  }

  private static boolean wages(Draft draft) {
    Column column = draft.column(Role.WAGE);
    if (draft.columns.stream().anyMatch(c -> c.title.endsWith("月"))) {
      return false;
    }
    draft
        .people()
        .forEach(
            person -> {
              if (person.cell(column) instanceof TrialCell.Amount amount
                  && amount.format().isEmpty()) {
                String plain = amount.value().toPlainString();
                person.write(
                    column,
                    draft.pick(
                        List.of(
                            "%,.2f".formatted(amount.value()),
                            plain + "元",
                            "￥" + plain,
                            "¥" + plain,
                            EmployerKinds.wide(plain),
                            " " + plain + " ",
                            plain)));
              }
            });
    return true;
  }

  private static boolean formulas(Draft draft) {
    if (!draft.carrier.isWorkbook() || draft.recalculates) {
      return false;
    }
    Column column = draft.column(Role.WAGE);
    draft
        .people()
        .forEach(
            person -> {
              if (person.cell(column) instanceof TrialCell.Amount amount) {
                person.write(column, new TrialCell.Formula("ROUND(5000.004,2)", amount));
              }
            });
    return true;
  }

  private static boolean numbers(Draft draft) {
    Column column = draft.column(Role.NUMBER);
    draft
        .people()
        .filter(person -> person.cell(column).plain().equals(person.number))
        .filter(person -> person.number.length() == 18)
        .forEach(
            person -> {
              String number = person.number;
              person.write(
                  column,
                  draft.pick(
                      List.of(
                          " " + number,
                          number + "\u00a0",
                          number.substring(0, 6)
                              + " "
                              + number.substring(6, 14)
                              + " "
                              + number.substring(14),
                          EmployerKinds.wide(number),
                          "'" + number,
                          "\u202d" + number + "\u202c",
                          number.toLowerCase(java.util.Locale.ROOT),
                          number + "\n")));
            });
    return draft.columns.stream().noneMatch(c -> c != column && isNumber(c));
  }

  private static boolean isNumber(Column column) {
    return column.title.contains("号");
  }

  private static boolean lookalikes(Draft draft) {
    Column column = draft.column(Role.NUMBER);
    Line.Person person = draft.somebody();
    if (!person.cell(column).plain().equals(person.number)
        || person.number.length() != 18
        || sameNumberTwice(draft)) {
      return false;
    }
    person.number = endingInX(person.number);
    person.write(
        column,
        person.number.substring(0, 17)
            + draft.pick(List.of("x", "Ｘ", "ｘ", "×", "Х", "Χ", "ⅹ", "Ⅹ", "х", "χ")));
    return true;
  }

  static boolean sameNumberTwice(Draft draft) {
    return draft.columns.stream()
        .map(column -> column.title.replaceAll("[\\s　*]", ""))
        .anyMatch(title -> title.equals("社会保障号") || title.equals("公民身份号码"));
  }

  /** Another sequence of the same area and day whose check character is X. */
  private static String endingInX(String number) {
    for (int sequence = 0; ; sequence++) {
      String checked = SamplePeople.checked(number.substring(0, 14) + "%03d".formatted(sequence));
      if (checked.endsWith("X")) {
        return checked;
      }
    }
  }

  private static boolean oldNumbers(Draft draft) {
    Column column = draft.column(Role.NUMBER);
    Line.Person person = draft.somebody();
    if (!person.cell(column).plain().equals(person.number)
        || person.number.length() != 18
        || !person.number.startsWith("19", 6)
        || person.number.startsWith("8")
        || sameNumberTwice(draft)) {
      return false;
    }
    person.write(column, person.number.substring(0, 6) + person.number.substring(8, 17));
    return true;
  }

  private static boolean documents(Draft draft) {
    if (!draft.has(Role.KIND) || sameNumberTwice(draft)) {
      return false;
    }
    Column kind = draft.column(Role.KIND);
    Column number = draft.column(Role.NUMBER);
    draft
        .people()
        .filter(person -> person.cell(number).plain().equals(person.number))
        .forEach(
            person ->
                person.write(
                    kind,
                    draft.pick(List.of("201|居民身份证", "居民身份证", "身份证", "", "公民身份证", "01-居民身份证"))));
    Line.Person somebody = draft.somebody();
    if (!somebody.cell(number).plain().equals(somebody.number)) {
      return true;
    }
    int serial = 10_000_000 + draft.random.nextInt(80_000_000);
    switch (draft.random.nextInt(6)) {
      case 0 -> document(draft, somebody, "护照", "E" + serial);
      case 1 -> document(draft, somebody, "外国护照", "AB" + serial);
      case 2 -> document(draft, somebody, "港澳居民来往内地通行证", "H" + serial);
      case 3 -> document(draft, somebody, "港澳居民来往内地通行证", "M" + serial + "01");
      case 4 -> document(draft, somebody, "台湾居民来往大陆通行证", String.valueOf(serial));
      default ->
          document(
              draft,
              somebody,
              "港澳台居民居住证",
              SamplePeople.checked("810000" + somebody.number.substring(6, 17)));
    }
    return true;
  }

  private static void document(Draft draft, Line.Person person, String kind, String number) {
    person.number = number;
    person.write(draft.column(Role.KIND), kind);
    person.write(draft.column(Role.NUMBER), number);
  }

  private static boolean remarks(Draft draft) {
    Column column = draft.ensured(Role.REMARK, "备注");
    draft
        .people()
        .filter(person -> draft.chance(2))
        .forEach(person -> person.write(column, draft.pick(REMARKS)));
    return true;
  }

  /** The same words in the columns that nobody reads, and as a kind of document. */
  private static boolean labels(Draft draft) {
    if (draft.has(Role.SIGNATURE)) {
      draft.people().forEach(p -> p.write(draft.column(Role.SIGNATURE), "本人签字"));
    }
    if (draft.has(Role.KIND)) {
      draft
          .people()
          .filter(p -> p.cell(draft.column(Role.KIND)).plain().equals("居民身份证"))
          .forEach(p -> p.write(draft.column(Role.KIND), "身份证"));
    }
    Column other = new Column(Role.OTHER, "原单位");
    draft.columns.add(other);
    draft.people().forEach(p -> p.write(other, draft.pick(REMARKS)));
    return true;
  }

  private static boolean names(Draft draft) {
    Column column = draft.column(Role.NAME);
    Line.Person person = draft.somebody();
    if (draft.columns.stream().filter(c -> c.title.contains("名")).count() > 2) {
      return false;
    }
    person.name =
        draft.pick(List.of("买买提·艾力", "欧阳单位", "单晓平", "高平均", "JOHN SMITH", "共合", "例永强", "钱总计"));
    person.write(column, person.name);
    return true;
  }
}
