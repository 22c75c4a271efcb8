package basedecl.samples;

import static basedecl.samples.SampleCell.text;
import static basedecl.samples.SampleFile.taken;
import static basedecl.samples.SampleTable.CODE;
import static basedecl.samples.SampleTable.ID;
import static basedecl.samples.SampleTable.NAME;
import static basedecl.samples.SampleTable.lines;
import static java.nio.charset.StandardCharsets.UTF_8;

import basedecl.samples.SampleTable.Column;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;

/** Files that are accepted: every carrier, layout and kind of document that the contract names. */
final class GoodFiles {

  private static final Charset GBK = Charset.forName("GBK");

  private final SamplePeople people;
  private final SampleEmployers employers;
  private final List<SampleFile> files = new ArrayList<>();

  GoodFiles(SamplePeople people, SampleEmployers employers) {
    this.people = people;
    this.employers = employers;
  }

  List<SampleFile> all() {
    carriers();
    namesThatLie();
    layouts();
    documents();
    limits();
    return List.copyOf(files);
  }

  /** Where a sheet's persons stand: {@code sheet!row}, one after another. */
  static List<String> places(String sheet, int first, int count) {
    return IntStream.range(first, first + count).mapToObj(row -> sheet + "!" + row).toList();
  }

  private void carriers() {
    plain("plain/employees.xlsx", 12, (t, e) -> SampleBytes.xlsx(t));
    plain("plain/employees.xls", 9, (t, e) -> SampleBytes.xls(t));
    plain("plain/employees.xlsm", 5, (t, e) -> SampleBytes.xlsx(XSSFWorkbookType.XLSM, t));
    plain("plain/employees-utf8.csv", 7, (t, e) -> SampleBytes.csv(t, ',', UTF_8));
    plain(
        "plain/employees-utf8-bom.csv",
        8,
        (t, e) -> SampleBytes.withBom(SampleBytes.csv(t, ',', UTF_8)));
    plain("plain/employees-gbk.csv", 11, (t, e) -> SampleBytes.csv(t, ',', GBK));
    plain("plain/employees-gbk-tab.csv", 6, (t, e) -> SampleBytes.csv(t, '\t', GBK));
    plain("plain/employees-semicolon.csv", 4, (t, e) -> SampleBytes.csv(t, ';', UTF_8));
    plain("plain/2024年度缴费基数申报表.xlsx", 10, (t, e) -> SampleBytes.xlsx(t));
    plain("plain/six-hundred-staff.xlsx", 600, (t, e) -> SampleBytes.xlsx(t));
  }

  private void namesThatLie() {
    plain("misnamed/an-xlsx-named.xls", 6, (t, e) -> SampleBytes.xlsx(t));
    plain("misnamed/a-csv-named.xlsx", 5, (t, e) -> SampleBytes.csv(t, ',', GBK));
    plain("misnamed/an-xls-named.csv", 7, (t, e) -> SampleBytes.xls(t));
  }

  private void layouts() {
    plain(
        "layout/titles-and-unit-block-above-header.xlsx",
        SampleSheets::noEmployerColumn,
        14,
        4,
        (t, e) ->
            SampleBytes.xlsx(
                t.above("医疗保险年报明细表")
                    .above("单位编号：" + e.code(), "", "单位名称：" + e.name())
                    .above("填报日期：2024年1月18日")));
    plain(
        "layout/unit-block-code-in-next-cell.xls",
        SampleSheets::noEmployerColumn,
        8,
        3,
        (t, e) -> SampleBytes.xls(t.above("2024年度缴费基数申报表").above("单位编号:", e.code())));
    plain(
        "layout/unit-block-above-header.csv",
        SampleSheets::noEmployerColumn,
        6,
        2,
        (t, e) -> SampleBytes.csv(t.above("单位编号：" + e.code()), ',', GBK));
    plain(
        "layout/aliases-in-another-order.xlsx",
        SampleSheets::aliases,
        9,
        1,
        (t, e) -> SampleBytes.xlsx(t));
    plain("layout/total-and-blank-rows.xlsx", 10, this::withTotals);
    plain(
        "layout/signed-with-remarks.xlsx",
        SampleSheets::signed,
        6,
        1,
        (t, e) -> SampleBytes.xlsx(t));
    plain("wages/text-wages.xlsx", SampleSheets::textWages, 8, 1, (t, e) -> SampleBytes.xlsx(t));
    plain(
        "wages/full-width-digits.csv",
        SampleSheets::fullWidth,
        5,
        1,
        (t, e) -> SampleBytes.csv(t, ',', UTF_8));
    plain(
        "wages/formulas-with-values.xlsx",
        SampleSheets::formulas,
        6,
        1,
        (t, e) -> SampleBytes.xlsx(t));
    plain(
        "wages/formulas-with-values.xls",
        SampleSheets::formulas,
        5,
        1,
        (t, e) -> SampleBytes.xls(t));
    yearTotals();
    hiddenRows();
    signatureMissing();
    severalSheets();
    severalEmployers();
  }

  private byte[] withTotals(SampleTable table, SampleEmployer employer) {
    table.insert(10, text("合计"), SampleCell.BLANK, SampleCell.BLANK, text("10人"));
    table.insert(5, text("小　计"));
    table.insert(5);
    return SampleBytes.xlsx(table);
  }

  /** 60000.00 over 12 months is 5000.00; 70000.00 over 11 is 6363.636…, so 6363.64. */
  private void yearTotals() {
    SampleEmployer employer = employers.next();
    List<SamplePerson> staff =
        people.earning("5000.00", "6363.64", "8333.33", "7000.00", "4785.19");
    String[] totals = {"60000.00", "70000.00", "100000.00", "7000.00", "43066.67"};
    String[] months = {"12", "11", "12", "1", "9"};
    SampleTable table =
        SampleTable.of(
            "申报表",
            lines(employer, staff),
            new Column("单位编号", CODE),
            new Column("姓名", NAME),
            new Column("证件号码", ID),
            new Column("年工资总额", line -> SampleCell.number(totals[line.index()])),
            new Column("发放月数", line -> SampleCell.number(months[line.index()])));
    add("wages/year-total-and-months.xlsx", SampleBytes.xlsx(table), employer, staff, 2);
  }

  private void hiddenRows() {
    SampleEmployer employer = employers.next();
    List<SamplePerson> staff = people.staff(7);
    byte[] bytes = SampleBytes.xlsx(SampleTable.template(employer, staff).hide(2).hide(3));
    add("layout/hidden-rows.xlsx", bytes, employer, staff, 2, "HIDDEN_ROWS");
  }

  private void signatureMissing() {
    SampleEmployer employer = employers.next();
    List<SamplePerson> staff = people.staff(5);
    SampleTable table = SampleSheets.signed(employer, staff).set(3, "职工签字", SampleCell.BLANK);
    add(
        "layout/signature-missing.xlsx",
        SampleBytes.xlsx(table),
        employer,
        staff,
        2,
        "SIGNATURE_MISSING");
  }

  private void severalSheets() {
    SampleEmployer employer = employers.next();
    List<SamplePerson> staff = people.staff(11);
    SampleTable first = SampleSheets.department("一车间", employer, staff.subList(0, 6));
    SampleTable second = SampleSheets.department("二车间", employer, staff.subList(6, 11));
    SampleTable notes =
        SampleTable.of("填表说明", List.of(), new Column("填表说明", NAME)).above("本表由用人单位如实填写，职工本人签字确认。");
    List<String> places = new ArrayList<>(places("一车间", 2, 6));
    places.addAll(places("二车间", 2, 5));
    files.add(
        SampleFile.of(
            "layout/several-sheets.xlsx",
            SampleBytes.xlsx(first, second, notes),
            taken(employer, staff, places)));
  }

  private void severalEmployers() {
    List<SampleEmployer> three = List.of(employers.next(), employers.next(), employers.next());
    List<SampleFile.Part> parts = new ArrayList<>();
    SampleTable all = null;
    int row = 2;
    for (SampleEmployer employer : three) {
      List<SamplePerson> staff = people.staff(4 + parts.size());
      SampleTable table = SampleTable.template(employer, staff);
      all = all == null ? table : all.append(table);
      parts.add(taken(employer, staff, places("申报表", row, staff.size())));
      row += staff.size();
    }
    if (all != null) {
      files.add(new SampleFile("several/three-employers.xlsx", SampleBytes.xlsx(all), parts));
    }
  }

  private void documents() {
    plain(
        "documents/fifteen-digit-ids.xlsx",
        SampleSheets::oldNumbers,
        5,
        1,
        (t, e) -> SampleBytes.xlsx(t));
    SampleEmployer lowerCase = employers.next();
    List<SamplePerson> endingInX =
        List.of(
            people.someoneEndingInX().earning("5120.50"),
            people.someoneEndingInX().earning("6230.00"),
            people.someoneEndingInX().earning("4999.99"));
    SampleTable table =
        SampleTable.template(lowerCase, endingInX)
            .set(0, "证件号码", text(endingInX.get(0).number().replace('X', 'x')))
            .set(1, "证件号码", text(SampleSheets.fullWidth(endingInX.get(1).number())));
    add(
        "documents/ids-ending-in-x.csv",
        SampleBytes.csv(table, ',', UTF_8),
        lowerCase,
        endingInX,
        2);

    SampleEmployer permits = employers.next();
    List<SamplePerson> holders =
        List.of(
            people.permitHolder("810000", "陈嘉铭").earning("12000.00"),
            people.permitHolder("820000", "何咏琳").earning("9800.00"),
            people.permitHolder("830000", "林志远").earning("15000.00"),
            people.someone().earning("5600.00"));
    add(
        "documents/hongkong-macao-taiwan-permits.xlsx",
        SampleBytes.xlsx(SampleTable.template(permits, holders)),
        permits,
        holders,
        2);

    SampleEmployer foreign = employers.next();
    List<SamplePerson> foreigners =
        List.of(
            people
                .withDocument("JOHN SAMPLE", SamplePerson.PASSPORT, "E00000000")
                .earning("21000.00"),
            people
                .withDocument("ANNA MUSTER", SamplePerson.PERMANENT, "DEU370085010100")
                .earning("18000.00"),
            people.someone().earning("7300.00"));
    add(
        "documents/passport-and-permanent-residence.xlsx",
        SampleBytes.xlsx(SampleTable.template(foreign, foreigners)),
        foreign,
        foreigners,
        2);
  }

  private void limits() {
    wages(
        "limits/boundary-wages.xlsx",
        "0.01",
        "4241.99",
        "4242",
        "4242.01",
        "4300",
        "21207",
        "21207.01",
        "21500",
        "30000");
    wages(
        "limits/7-of-10-at-lower-not-flagged.xlsx",
        "4242",
        "4242",
        "4242",
        "3000",
        "2500.50",
        "4241.99",
        "4000",
        "4242.01",
        "5000",
        "6000");
    wages(
        "limits/8-of-11-at-lower-flagged.xlsx",
        "4242",
        "4242",
        "4242",
        "3000",
        "2500.50",
        "4241.99",
        "4000",
        "3999.99",
        "4242.01",
        "5000",
        "6000");
    wages("limits/1-of-1-flagged.xlsx", "4242");
    wages("limits/3-of-4-flagged.xlsx", "2100", "4242", "3500.00", "21207.01");
  }

  private void wages(String path, String... wages) {
    SampleEmployer employer = employers.next();
    List<SamplePerson> staff = people.earning(wages);
    add(path, SampleBytes.xlsx(SampleTable.template(employer, staff)), employer, staff, 2);
  }

  private void plain(
      String path, int staff, BiFunction<SampleTable, SampleEmployer, byte[]> carrier) {
    plain(path, SampleTable::template, staff, 1, carrier);
  }

  /** {@code header}: the row the header stands in. */
  private void plain(
      String path,
      BiFunction<SampleEmployer, List<SamplePerson>, SampleTable> layout,
      int count,
      int header,
      BiFunction<SampleTable, SampleEmployer, byte[]> carrier) {
    SampleEmployer employer = employers.next();
    List<SamplePerson> staff =
        path.contains("remarks")
            ? people.staff(count).stream().map(person -> person.remarked("2023年5月入职")).toList()
            : people.staff(count);
    add(path, carrier.apply(layout.apply(employer, staff), employer), employer, staff, header + 1);
  }

  private void add(
      String path,
      byte[] bytes,
      SampleEmployer employer,
      List<SamplePerson> staff,
      int firstRow,
      String... codes) {
    files.add(
        SampleFile.of(
            path, bytes, taken(employer, staff, places("申报表", firstRow, staff.size()), codes)));
  }
}
