package basedecl.samples;

import static basedecl.samples.SampleCell.number;
import static basedecl.samples.SampleCell.text;
import static basedecl.samples.SampleFile.bad;
import static basedecl.samples.SampleFile.taken;

import basedecl.samples.SampleTable.Column;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Files that can be read, but whose declaration is refused for an employer's or a row's sake. */
final class BadRows {

  private static final String ID = "证件号码";
  private static final String WAGE = "月均工资";

  private final SamplePeople people;
  private final SampleEmployers employers;
  private final List<SampleFile> files = new ArrayList<>();

  BadRows(SamplePeople people, SampleEmployers employers) {
    this.people = people;
    this.employers = employers;
  }

  List<SampleFile> all() {
    persons();
    wages();
    monthsInvalid();
    everythingAtOnce();
    employers();
    oneGoodOneBad();
    return List.copyOf(files);
  }

  private void persons() {
    one("name-missing.xlsx", "NAME_MISSING", (t, s) -> t.set(2, "姓名", SampleCell.BLANK));
    one("id-missing.xlsx", "ID_MISSING", (t, s) -> t.set(1, ID, SampleCell.BLANK));
    one(
        "id-one-digit-short.xlsx",
        "ID_INVALID",
        (t, s) -> t.set(3, ID, text(s.get(3).number().substring(1))));
    one(
        "id-wrong-check-digit.xlsx",
        "ID_CHECKSUM",
        (t, s) -> t.set(0, ID, text(SamplePeople.miswritten(s.get(0).number()))));
    one(
        "id-born-on-30-february.xlsx",
        "ID_BIRTH_DATE",
        (t, s) -> t.set(2, ID, text(SamplePeople.checked("37070019900230000"))));
    one(
        "id-in-a-numeric-cell.xlsx",
        "ID_PRECISION_LOST",
        (t, s) -> t.set(1, ID, number(s.get(1).number().replace('X', '0'))));
    one(
        "person-twice-once-with-15-digits.xlsx",
        "PERSON_DUPLICATE",
        (t, s) -> t.set(4, ID, text(s.get(0).oldNumber())).set(4, "姓名", text(s.get(0).name())));
  }

  private void wages() {
    one("wage-missing.xlsx", "WAGE_MISSING", (t, s) -> t.set(1, WAGE, SampleCell.BLANK));
    one("wage-in-words.xlsx", "WAGE_NOT_A_NUMBER", (t, s) -> t.set(0, WAGE, text("面议")));
    one(
        "wage-negative-and-zero.xlsx",
        "WAGE_NOT_POSITIVE",
        (t, s) -> t.set(0, WAGE, number("-5000")).set(1, WAGE, number("0")));
    one(
        "wage-with-three-decimals.xlsx",
        "WAGE_TOO_PRECISE",
        (t, s) -> t.set(2, WAGE, number("5000.125")));
    one(
        "wage-of-a-million-a-month.xlsx",
        "WAGE_IMPLAUSIBLE",
        (t, s) -> t.set(3, WAGE, number("1000000")));
    one(
        "wage-formula-not-calculated.xlsx",
        "FORMULA_NOT_CALCULATED",
        (t, s) -> t.set(2, WAGE, new SampleCell.Uncalculated("60000/12")));
    one(
        "wage-reference-error.xlsx",
        "CELL_ERROR",
        (t, s) -> t.set(2, WAGE, new SampleCell.ReferenceError()));
  }

  private void monthsInvalid() {
    SampleEmployer employer = employers.next();
    List<SamplePerson> staff = people.staff(4);
    SampleTable table =
        SampleTable.of(
            "申报表",
            SampleTable.lines(employer, staff),
            new Column("单位编号", SampleTable.CODE),
            new Column("姓名", SampleTable.NAME),
            new Column(ID, SampleTable.ID),
            new Column(
                "年工资总额", line -> number(line.person().declared().multiply(BigDecimal.valueOf(12)))),
            new Column("发放月数", line -> number(line.index() == 2 ? "13" : "12")));
    add("months-thirteen.xlsx", SampleBytes.xlsx(table), bad(employer.code(), 4, "MONTHS_INVALID"));
  }

  private void everythingAtOnce() {
    SampleEmployer employer = employers.next();
    List<SamplePerson> staff = people.staff(8);
    SampleTable table =
        SampleTable.template(employer, staff)
            .set(0, "姓名", SampleCell.BLANK)
            .set(1, ID, SampleCell.BLANK)
            .set(1, WAGE, text("五千"))
            .set(2, ID, text(SamplePeople.miswritten(staff.get(2).number())))
            .set(3, WAGE, number("-1"))
            .set(4, WAGE, number("4300.005"))
            .set(6, ID, text(staff.get(5).number()));
    add(
        "every-kind-of-mistake.csv",
        SampleBytes.csv(table, ',', java.nio.charset.StandardCharsets.UTF_8),
        bad(
            employer.code(),
            8,
            "NAME_MISSING",
            "ID_MISSING",
            "ID_CHECKSUM",
            "PERSON_DUPLICATE",
            "WAGE_NOT_A_NUMBER",
            "WAGE_NOT_POSITIVE",
            "WAGE_TOO_PRECISE"));
  }

  private void employers() {
    SampleEmployer stranger =
        new SampleEmployer("0370799999", "潍坊陌上荷贸易有限公司", "", "", "", "", "", "");
    add(
        "employer-not-on-the-roster.xlsx",
        SampleBytes.xlsx(SampleTable.template(stranger, people.staff(3))),
        bad(stranger.code(), 3, "EMPLOYER_UNKNOWN"));
    add(
        "employer-code-missing.xlsx",
        SampleBytes.xlsx(SampleSheets.noEmployerColumn(stranger, people.staff(4))),
        bad("", 4, "EMPLOYER_MISSING"));
  }

  private void oneGoodOneBad() {
    SampleEmployer good = employers.next();
    SampleEmployer wrong = employers.next();
    List<SamplePerson> goodStaff = people.staff(6);
    List<SamplePerson> wrongStaff = people.staff(5);
    SampleTable table =
        SampleTable.template(good, goodStaff)
            .append(SampleTable.template(wrong, wrongStaff))
            .set(8, WAGE, text("待定"));
    files.add(
        SampleFile.of(
            "several/one-good-one-bad-employer.xlsx",
            SampleBytes.xlsx(table),
            taken(good, goodStaff, GoodFiles.places("申报表", 2, 6)),
            bad(wrong.code(), 5, "WAGE_NOT_A_NUMBER")));
  }

  /** A good declaration of five with one thing spoilt. */
  private void one(String name, String code, BiConsumer<SampleTable, List<SamplePerson>> spoil) {
    SampleEmployer employer = employers.next();
    List<SamplePerson> staff = people.staff(5);
    SampleTable table = SampleTable.template(employer, staff);
    spoil.accept(table, staff);
    add(name, SampleBytes.xlsx(table), bad(employer.code(), 5, code));
  }

  private void add(String name, byte[] bytes, SampleFile.Part part) {
    files.add(SampleFile.of("refused-rows/" + name, bytes, part));
  }
}
