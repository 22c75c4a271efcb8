package basedecl.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.declaration.Field;
import basedecl.declaration.Population;
import basedecl.declaration.RawRow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeclarationRowsTest {

  private static final String HEADER = "单位编号|姓名|证件号码|月均工资\n";
  private static final String ZHANG = "0001|张三|370702199001010012|5000\n";
  private static final String LI = "0001|李四|370702199001010020|6000\n";

  private final Path folder;

  DeclarationRowsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Path text(String lines) throws IOException {
    return Read.file(folder, lines.replace('|', '\t').getBytes(StandardCharsets.UTF_8));
  }

  private List<String> persons(String lines) throws IOException, RefusedFileException {
    return Read.persons(text(lines)).stream()
        .map(row -> row.row() + " " + row.employerCode() + " " + row.cell(Field.NAME).asText())
        .toList();
  }

  /** A workbook with a sheet for each of the given texts, named A, B and so on. */
  private Path sheets(String... sheets) throws IOException {
    StringBuilder names = new StringBuilder();
    StringBuilder relationships = new StringBuilder();
    ZipMaker zip = new ZipMaker().add("_rels/.rels", XlsxMaker.packageRels("xl/workbook.xml"));
    for (int i = 0; i < sheets.length; i++) {
      names.append("<sheet name='%c' r:id='r%d'/>".formatted('A' + i, i));
      relationships.append(XlsxMaker.rel("r" + i, "worksheet", "s" + i + ".xml"));
      StringBuilder rows = new StringBuilder();
      for (String line : sheets[i].split("\n", -1)) {
        rows.append("<row>");
        for (String cell : line.split("\\|", -1)) {
          rows.append("<c t='inlineStr'><is><t>").append(cell).append("</t></is></c>");
        }
        rows.append("</row>");
      }
      zip.add("xl/s" + i + ".xml", XlsxMaker.sheetXml(rows.toString()));
    }
    zip.add("xl/workbook.xml", XlsxMaker.main("", names.toString()));
    zip.add("xl/_rels/workbook.xml.rels", XlsxMaker.rels(relationships.toString()));
    return Read.file(folder, zip.bytes());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "月均工资",
        "＊月均工资（元）",
        "* 月均 工资(元/月)",
        "2023年度月均工资（单位：元）",
        "2023年月平均工资",
        "（2023年）上年度月均工资:",
        "二〇二三年月均工资【元】",
        "申报月均工资收入",
        "新缴费工资",
        "月均工资(必填，保留两位小数)",
      })
  void aWageHeaderIsKnownInManyForms(String title) throws Exception {
    List<RawRow> persons = Read.persons(text("单位编号|姓名|身份证号码|" + title + "\n" + ZHANG));

    assertThat(persons.get(0).cell(Field.WAGE)).isEqualTo(Read.text("5000"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"月工资", "日均工资", "缴费基数", "应发工资", "基本工资"})
  void aHeaderOfAnotherMeaningIsNoWage(String title) throws Exception {
    assertThat(Read.refusal(text("单位编号|姓名|证件号码|" + title + "\n" + ZHANG)))
        .startsWith("HEADER_NOT_FOUND !1 header-")
        .contains("|月均工资|单位编号、姓名、证件号码、" + title);
  }

  @ParameterizedTest
  @ValueSource(strings = {"月均工资（万元）", "月均工资(单位：万元)", "月均工资/万元", "缴费工资（千元）", "月均工资（美元）"})
  void aHeaderInAnotherUnitIsNoYuan(String title) throws Exception {
    assertThat(Read.refusal(text("单位编号|姓名|证件号码|" + title + "\n" + ZHANG)))
        .startsWith("UNIT_NOT_YUAN !1 ");
  }

  @Test
  void wagesOfTheYearAndMonthsPaidStandForTheWage() throws Exception {
    String header = "姓名|证件号码|2023年工资总额（元）|实际发放月数（个月）\n";
    RawRow row = Read.persons(text(header + "张三|370702199001010012|60000|12\n")).get(0);

    assertThat(row.cell(Field.YEAR_TOTAL)).isEqualTo(Read.text("60000"));
    assertThat(row.cell(Field.MONTHS_PAID)).isEqualTo(Read.text("12"));
    assertThat(row.has(Field.WAGE)).isFalse();
    assertThat(Read.refusal(text("姓名|证件号码|年工资总额\n张三|370702199001010012|60000\n")))
        .isEqualTo("HEADER_NOT_FOUND !1 header-seen|发放月数|姓名、证件号码、年工资总额");
  }

  @Test
  void aFileWithoutAnyHeaderIsRefusedWithWhatIsMissing() throws Exception {
    assertThat(Read.refusal(text("一|二\n三|四\n")))
        .isEqualTo("HEADER_NOT_FOUND !0 header-missing|姓名、证件号码、月均工资");
  }

  @Test
  void aColumnThatStandsTwiceIsAmbiguous() throws Exception {
    assertThat(Read.refusal(text("姓名|证件号码|月均工资|缴费工资\n张三|1|2|3\n")))
        .isEqualTo("HEADER_AMBIGUOUS !1 月均工资|C、D");
  }

  @Test
  void aHeaderWithoutPersonsHasNoRows() throws Exception {
    assertThat(Read.refusal(text(HEADER + "\n合计|||0\n"))).isEqualTo("NO_ROWS !0 ");
  }

  @Test
  void titlesMergedOverTwoRowsMakeOneHeader() throws Exception {
    String header = "序号|姓名|证件号码|工资||备注\n|||年工资总额|月均工资|\n";

    List<RawRow> persons = Read.persons(text(header + "1|张三|370702199001010012|60000|5000|\n"));

    assertThat(persons).hasSize(1);
    assertThat(persons.get(0).cell(Field.WAGE)).isEqualTo(Read.text("5000"));
    assertThat(persons.get(0).has(Field.REMARKS)).isTrue();
  }

  @Test
  void aSecondHeaderLineOfUnitsOrColumnNumbersIsNoPerson() throws Exception {
    assertThat(persons(HEADER + "|||（元）\n" + ZHANG)).containsExactly("3 0001 张三");
    assertThat(persons(HEADER + "甲|乙|1|2\n" + ZHANG)).containsExactly("3 0001 张三");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "单位编号：0007  单位名称：某某公司  填报日期：2024年1月\n",
        "单位编号:０００７|||单位名称：某某公司\n",
        "单位编号|0007|单位名称|某某公司\n",
        "单位代码：|0007\n参保单位名称（公章）：|某某公司\n",
      })
  void theBlockAboveTheTableNamesTheEmployer(String block) throws Exception {
    RawRow row = Read.persons(text(block + "姓名|证件号码|月均工资\n张三|370702199001010012|5000\n")).get(0);

    assertThat(row.employerCode()).isEqualTo("0007");
    assertThat(row.employerName()).isEqualTo("某某公司");
  }

  @Test
  void aNewBlockBetweenTablesNamesAnotherEmployer() throws Exception {
    String table = "姓名|证件号码|月均工资\n张三|370702199001010012|5000\n合计||5000\n";

    assertThat(persons("单位编号：A1\n" + table + "\n单位编号：B2\n" + table))
        .containsExactly("3 A1 张三", "8 B2 张三");
    assertThat(persons("单位编号：A1\n" + table + "单位名称：另一家\n" + table))
        .containsExactly("3 A1 张三", "7  张三");
  }

  @Test
  void theColumnComesBeforeTheBlock() throws Exception {
    assertThat(persons("单位编号：0009\n" + HEADER + ZHANG + "|李四|370702199001010020|6000\n"))
        .containsExactly("3 0001 张三", "4 0009 李四");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "合计|||11000\n",
        "合　计|||11000\n",
        "|总 计：||11000\n",
        "|合计(元)||11000\n",
        "本页小计||2人|11000\n",
        "|||\n",
        "0001|||\n",
        "制表人：王五||审核人：赵六|\n",
        "|制表人：王五|审核人：赵六|2024-01-05\n",
        "|单位负责人（签字）||\n",
        "|联系电话|8102708|\n",
        "|注：本表一式两份，加盖公章。||\n",
        "|以下空白||\n",
        "单位编号|姓名|证件号码|月均工资\n",
        "|姓名|证件号码|\n",
      })
  void rowsThatAreNobodysArePassedOver(String line) throws Exception {
    assertThat(persons(HEADER + ZHANG + line + LI)).containsExactly("2 0001 张三", "4 0001 李四");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "|王五||\n",
        "|||5000\n",
        "||12345|\n",
        "0001|王五||5000\n",
        "0001||370702199001010039|5000\n",
        "0001|合计|370702199001010039|5000\n",
        "0001|金总|E12345678|5000\n",
        "|王五：见备注||5000\n",
      })
  void aDoubtfulRowIsKept(String line) throws Exception {
    assertThat(persons(HEADER + ZHANG + line)).hasSize(2);
  }

  @Test
  void sheetsOfExplanationsArePassedOver() throws Exception {
    assertThat(Read.persons(sheets("填表说明\n1、姓名须与身份证一致", (HEADER + ZHANG).strip()))).hasSize(1);
  }

  @Test
  void aSheetOfPersonsWithoutAHeaderIsNotLost() throws Exception {
    assertThat(Read.refusal(sheets((HEADER + ZHANG).strip(), LI.strip())))
        .isEqualTo("HEADER_NOT_FOUND B!0 header-missing|姓名、证件号码、月均工资");
  }

  @Test
  void personsAboveTheirHeaderAreNotLost() throws Exception {
    assertThat(Read.refusal(text(LI + HEADER + ZHANG))).startsWith("HEADER_NOT_FOUND");
  }

  @Test
  void everySheetHasItsOwnHeaderAndBlock() throws Exception {
    List<RawRow> persons =
        Read.persons(
            sheets(
                "单位编号：A1\n姓名|证件号码|月均工资\n张三|370702199001010012|5000",
                "单位编号：B2\n月均工资|姓名|证件号码\n6000|李四|370702199001010020",
                "姓名|证件号码|月均工资\n王五|370702199001010039|7000"));

    assertThat(persons)
        .extracting(
            row -> row.sheet() + row.row() + row.employerCode() + row.cell(Field.WAGE).asText())
        .containsExactly("A3A15000", "B3B26000", "C27000");
  }

  @Test
  void aCoverSheetNamesTheEmployerOfTheSheetsBehindIt() throws Exception {
    assertThat(
            Read.persons(sheets("单位编号：A1", "姓名|证件号码|月均工资\n张三|370702199001010012|5000"))
                .get(0)
                .employerCode())
        .isEqualTo("A1");
  }

  @Test
  void retireesDeclareAPension() throws Exception {
    Path file = text("单位编号|姓名|证件号码|月养老金\n" + ZHANG);

    assertThat(Read.persons(file, Population.RETIREES).get(0).cell(Field.PENSION))
        .isEqualTo(Read.text("5000"));
    assertThat(Read.refusal(file)).startsWith("HEADER_NOT_FOUND");
  }

  @Test
  void hiddenRowsAreReadAndSaidToBeHidden() throws Exception {
    String rows =
        XlsxMaker.declaration("5000").replace("<row r=\"2\">", "<row r=\"2\" hidden=\"1\">");
    Path file = Read.file(folder, XlsxMaker.rows(rows).bytes());

    assertThat(Read.persons(file)).extracting(RawRow::hidden).containsExactly(true);
  }
}
