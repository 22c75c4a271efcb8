package basedecl.declarationfile;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.cell.Field;
import basedecl.declaration.row.RawRow;
import basedecl.policy.Population;
import basedecl.spreadsheet.Read;
import basedecl.spreadsheet.SpreadsheetFiles;
import basedecl.spreadsheet.XlsxMaker;
import basedecl.spreadsheet.ZipMaker;
import basedecl.spreadsheet.gate.ReadLimits;
import basedecl.spreadsheet.gate.RefusedFileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
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
        "月均工资（单位：元，保留到分，保留两位小数）",
        "月均工资（由单位填写）",
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
  @ValueSource(
      strings = {
        "月均工资（万元）",
        "月均工资(单位：万元)",
        "月均工资/万元",
        "缴费工资（千元）",
        "月均工资（美元）",
        "月均工资（单位：百元）",
        "月均工资（单位：美元）",
        "月均工资（单位：角）",
        "月均工资（必填，单位：百元）",
        "月均工资（百元，保留两位小数）",
        "月均工资（元/年）",
        "2023年申报工资（单位：元/年）",
        "缴费工资（元/天）",
      })
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
  void yuanAYearIsTheUnitOfAYearsSum() throws Exception {
    String header = "姓名|证件号码|2023年工资总额（单位：元/年）|发放月数\n";

    assertThat(Read.persons(text(header + "张三|370702199001010012|60000|12\n"))).hasSize(1);
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
        "|合計||11000\n",
        "總計：|||11000\n",
        "∑|||11000\n",
        "总计：贰人|||11000\n",
        "领导签字||经办人签字：|\n",
        "法人：|王强|0536-8102708|\n",
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
        "|王五；370702199001010039；5000||\n",
        "0001,王五,370702199001010039,5000\n",
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "单位编号|姓名|证件号码|缴费工资|\n|||调整前|调整后\n0001|张三|370702199001010012|1|5000\n",
        "单位编号|姓名|证件号码|月均工资||\n|||基本工资|奖金|合计\n0001|张三|370702199001010012|1|2|5000\n",
        "||||月均工资|\n单位编号|姓名|证件号码|备注|养老|医疗\n0001|张三|370702199001010012||1|5000\n",
        "单位编号|姓名|证件号码|缴费工资||\n|||上半年|下半年|月平均\n0001|张三|370702199001010012|1|2|5000\n",
        "单位编号|姓名|证件号码|养老保险||医疗保险|\n|||缴费工资|人数|缴费工资|人数\n0001|张三|370702199001010012|1|2|5000|3\n",
        "单位编号|姓名|证件号码|月均工资|备注\n|||（元）|\n0001|张三|370702199001010012|5000|\n",
        "单位编号|姓名|证件号码|月均工资|\n|||原|新\n|||元|元\n0001|张三|370702199001010012|1|5000\n",
      })
  void subTitlesSayWhichColumnIsMeantWhereTheyLeaveNoDoubt(String lines) throws Exception {
    List<RawRow> persons = Read.persons(text(lines));

    assertThat(persons).hasSize(1);
    assertThat(persons.get(0).cell(Field.WAGE)).isEqualTo(Read.text("5000"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "单位编号|姓名|证件号码|月均工资|\n|||2022年|2023年\n0001|张三|370702199001010012|1|5000\n",
        "单位编号|姓名|证件号码|月均工资||\n|||上半年|下半年|合计\n0001|张三|370702199001010012|1|2|3\n",
        "单位编号|姓名|证件号码|月均工资|\n|||养老医疗|医疗\n0001|张三|370702199001010012|1|5000\n",
        "单位编号|姓名||证件号码|月均工资\n|姓|名||\n0001|张|三|370702199001010012|5000\n",
        "||||月均工资|\n单位编号|姓名|证件号码|备注|甲方|乙方\n0001|张三|370702199001010012||1|5000\n",
      })
  void aTitleOverSeveralColumnsIsAmbiguousOtherwise(String lines) throws Exception {
    assertThat(Read.refusal(text(lines))).startsWith("HEADER_AMBIGUOUS");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0001|张三|370702199001010012|5000|本人签字|备注\n",
        "0001|张三|37070219900101001|5000|姓名|证件号码\n",
        "0001|张三||5000|本人签字|备注\n",
        "0001|张三|身份证|5000||\n",
        "0001|张三|待补|5000||单位编号：0007\n",
        "0001|张三|37070219900101001|5000||单位编号：0007转入\n",
        "0001|张三|370702|||合计\n",
        "0001||370702199001010012|||\n",
        "|张三|待补|待定||\n",
        "|张三|#无|||\n",
      })
  void wordsOfARemarkOrASignatureHideNobody(String line) throws Exception {
    assertThat(persons("单位编号|姓名|证件号码|月均工资|职工签字|备注\n" + line + ZHANG))
        .hasSize(2)
        .allMatch(person -> person.contains(" 0001 "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7|||0|\n",
        "7||-|-|居民身份证\n",
        "8|0|0|0|居民身份证\n",
        "|以上情况属实|||\n",
        "|生产部|||\n",
        "生产部||||\n",
        "|生产部 小计||11000|\n",
        "|平均||5500|\n",
        "|||11000|\n",
        "|||5500|\n",
        "|合计|2|11000|\n",
        "||合计|11000|\n",
        "如有疑问请致电人事科||||\n",
        "|经办人：王五|电话：13800000000||\n",
        "|联系电话|13800000000||\n",
        "填表人|王五|13800000000||\n",
        "|最高工资||6000|\n",
      })
  void whoeverHasNeitherNumberNorWageIsNobody(String line) throws Exception {
    String header = "序号|姓名|证件号码|月均工资|证件类型\n";
    String people = "1|张三|370702199001010012|5000|\n2|李四|370702199001010020|6000|\n";

    assertThat(Read.persons(text("单位编号：0001\n" + header + people + line))).hasSize(2);
  }

  @Test
  void anAmountThatIsNoSumOfThoseAboveIsSomebodys() throws Exception {
    assertThat(persons(HEADER + ZHANG + LI + "|||9000\n")).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no|name|idNumber|wage\n",
        "必填|必填|必填，文本格式|必填，数字\n",
        "|如实填写|18位|单位：元\n",
        "甲|乙|丙|丁\n",
        "1|2|3|4\n",
      })
  void linesThatExplainTheHeaderAreNobody(String line) throws Exception {
    assertThat(persons(HEADER + line + ZHANG)).containsExactly("3 0001 张三");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "单位编号0007\n",
        "单位编号(0007)\n",
        "【单位编号：0007】\n",
        "某某公司（单位编号：0007）缴费基数申报表\n",
        "参保单位：某某公司（0007）\n",
        "某某公司（0007）\n",
        "单位医保编号#0007\n",
        "单位：元||单位编号：0007\n",
      })
  void theBlockMayHaveAnyPunctuation(String block) throws Exception {
    assertThat(persons(block + "姓名|证件号码|月均工资\n张三|370702199001010012|5000\n"))
        .containsExactly("3 0007 张三");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "单位编号：0007、0008\n",
        "单位编号：0007，0008 单位名称：某某公司\n",
        "单位编号：|0007/0008\n",
        "单位编号0370700007 0370700008\n",
      })
  void aBlockOfSeveralCodesNamesNoneOfThem(String block) throws Exception {
    String people = "姓名|证件号码|月均工资\n张三|370702199001010012|5000\n";

    assertThat(persons(block + people)).containsExactly("3  张三");
    assertThat(persons("单位编号：0007，0007\n" + people)).containsExactly("3 0007 张三");
    assertThat(persons("单位编号：0007 2024年1月\n" + people)).containsExactly("3 0007 张三");
  }

  @Test
  void aBlockBelowTheTableNamesTheOnlyEmployer() throws Exception {
    String people = "姓名|证件号码|月均工资\n张三|370702199001010012|5000\n李四|370702199001010020|6000\n";

    assertThat(persons(people + "单位编号：0007\n")).containsExactly("2 0007 张三", "3 0007 李四");
  }

  @Test
  void theOnlyCodeOfASheetIsThatOfAllItsRows() throws Exception {
    String li = "|李四|370702199001010020|6000\n";

    assertThat(persons(HEADER + li + ZHANG)).containsExactly("2 0001 李四", "3 0001 张三");
    assertThat(persons(HEADER + li + ZHANG + "0002|王五|370702199001010039|7000\n"))
        .containsExactly("2  李四", "3 0001 张三", "4 0002 王五");
    assertThat(persons(HEADER + ZHANG + "同上|李四|370702199001010020|6000\n"))
        .containsExactly("2 0001 张三", "3  李四");
  }

  @Test
  void aRowThatNamesAnotherEmployerIsNotTheOnlyOnes() throws Exception {
    String header = "单位编号|单位名称|姓名|证件号码|月均工资\n";

    assertThat(
            persons(
                header + "0001|甲公司|张三|370702199001010012|5000\n|乙公司|李四|370702199001010020|6000\n"))
        .containsExactly("2 0001 张三", "3  李四");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0 001", "'0001", "０００１", "0\u200b001", "\u202d0001\u202c", "0001.0", "0-001"})
  void aCodeIsReadWithoutWhatSpreadsheetsAdd(String code) throws Exception {
    assertThat(persons(HEADER + ZHANG + code + "|李四|370702199001010020|6000\n"))
        .containsExactly("2 0001 张三", "3 0001 李四");
  }

  @Test
  void theFolderNamesTheEmployerWhereTheFileNamesNone() throws Exception {
    Path file = text("姓名|证件号码|月均工资\n张三|370702199001010012|5000\n");

    assertThat(codeIn(file, "0370700001")).isEqualTo("0370700001");
    assertThat(codeIn(file, "plain", "0370700001")).isEqualTo("0370700001");
    assertThat(codeIn(file, "20240125")).isEmpty();
    assertThat(codeIn(file, "第3批")).isEmpty();
    assertThat(codeIn(text(HEADER + ZHANG), "0370700001")).isEqualTo("0001");
  }

  private static String codeIn(Path file, String... folders) throws Exception {
    try (DeclarationRows rows =
        new DeclarationRows(
            new SpreadsheetFiles(ReadLimits.DEFAULT).open(file),
            Read.form(Population.EMPLOYEES),
            List.of(folders))) {
      return Objects.requireNonNull(rows.next()).employerCode();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "单位：万元\n%s",
        "2024年度缴费基数申报表（单位：万元）\n%s",
        "缴费工资申报表（万元）\n%s",
        "|||金额单位 万元\n%s",
        "姓名|证件号码|月均工资||单位：万元\n张三|370702199001010012|0.5\n",
        "姓名|证件号码|月均工资|计量单位\n张三|370702199001010012|0.5|万元\n",
        "姓名|证件号码|月均工资|备注\n张三|370702199001010012|0.5|单位：万元\n",
        "%s说明：以千元为单位\n",
        "%s|||万元\n",
      })
  void anotherUnitIsSaidWhereverTheSheetSaysIt(String sheet) throws Exception {
    assertThat(notes(sheet.formatted(HEADER + ZHANG + LI))).containsExactly("UNIT_NOT_YUAN");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "单位：元\n%s",
        "单位：某某万元百货公司\n%s",
        "注册资本500万元\n%s",
        "2024年度申报表（上年度月平均工资）\n%s",
        "2023年度职工工资明细表\n%s",
        "填报日期：2023年12月28日\n%s",
        "姓|姓名|证件号码|月均工资|备注\n万|万三|370702199001010012|5000|含奖金1万元\n",
      })
  void otherLinesAreNoUnitAndNoOtherYear(String sheet) throws Exception {
    assertThat(notes(sheet.formatted(HEADER + ZHANG + LI))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2022年度缴费基数申报表\n%s", "2021-2022年度社会保险缴费工资申报\n%s", "2023年度申报表（2022年月平均工资）\n%s"})
  void anotherYearIsSaid(String sheet) throws Exception {
    assertThat(notes(sheet.formatted(HEADER + ZHANG + LI))).containsExactly("YEAR_UNLIKELY");
  }

  private List<String> notes(String lines) throws Exception {
    try (DeclarationRows rows =
        new DeclarationRows(
            new SpreadsheetFiles(ReadLimits.DEFAULT).open(text(lines)),
            Read.form(Population.EMPLOYEES),
            List.of())) {
      while (rows.next() != null) {
        // what is said of the sheet comes after its rows
      }
      return rows.findings().stream().map(finding -> finding.code().name()).toList();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "例|张三|370702199001010012|5000\n",
        "0001|张三（示例）|370702199001010012|5000\n",
        "0001|示例：张三|370702199001010012|5000\n",
      })
  void aRowThatCallsItselfAnExampleIsMarked(String line) throws Exception {
    assertThat(Read.persons(text(HEADER + line))).extracting(RawRow::mark).doesNotContain("");
  }

  @Test
  void honestRowsAreNotMarked() throws Exception {
    assertThat(Read.persons(text("备注|" + HEADER + "按例发放|" + ZHANG + "样板间施工|" + LI)))
        .extracting(RawRow::mark)
        .containsExactly("", "");
  }

  @Test
  void aCellBesideTheTableOrADividedAmountIsBeyondTheHeader() throws Exception {
    String remarks = HEADER.strip() + "|备注\n";

    assertThat(Read.persons(text(HEADER + ZHANG.strip() + "|x\n")).get(0).beyond()).isEqualTo(4);
    assertThat(
            Read.persons(text(remarks + "0001|张三|370702199001010012|5|000.00\n")).get(0).beyond())
        .isEqualTo(4);
    assertThat(Read.persons(text(remarks + ZHANG.strip() + "|试用期\n")).get(0).beyond())
        .isEqualTo(-1);
  }

  @Test
  void anAmountIsDividedBetweenTwoColumnsOfAmountsToo() throws Exception {
    String header = HEADER.strip() + "|年工资总额|发放月数\n";
    String zhang = "0001|张三|370702199001010012|";

    assertThat(beyond(header + zhang + "5|000.00\n")).isEqualTo(4);
    assertThat(beyond(header + zhang + "12|345\n")).isEqualTo(4);
    assertThat(beyond(header + zhang + "800|000\n")).isEqualTo(4);
    assertThat(beyond(header + zhang + "800|800|1\n")).isEqualTo(-1);
  }

  private int beyond(String lines) throws Exception {
    return Read.persons(text(lines)).get(0).beyond();
  }

  @Test
  void titlesOfAnotherTableBelowHeadNobodyOfThisOne() throws Exception {
    String zhao = "1|赵六|370702199001010039|6000\n";

    assertThat(Read.refusal(text(HEADER + ZHANG + "增员\n序号|姓名|身份证号|工资\n" + zhao)))
        .isEqualTo("HEADER_NOT_FOUND !4 header-other|月均工资|序号、姓名、身份证号、工资|工资");
    assertThat(Read.refusal(text(HEADER + ZHANG + "单位编号|姓名|证件号码|离职前工资\n" + zhao)))
        .startsWith("HEADER_NOT_FOUND !3 ");
    assertThat(persons(HEADER + ZHANG + "序号|姓名|身份证号|工资\n合计|||\n")).hasSize(1);
  }

  @Test
  void aHeaderOfTwoLinesMayStandOnEveryPage() throws Exception {
    String header = "单位编号|姓名|证件号码|工资||备注\n|||年工资总额|月均工资|\n";
    String zhang = "0001|张三|370702199001010012|60000|5000|\n";

    assertThat(persons(header + zhang + header + zhang.replace("0012", "0020"))).hasSize(2);
  }

  @Test
  void twoColumnsOfNumbersAreOneWhileTheyAgree() throws Exception {
    String header = "单位编号|姓名|身份证号|社会保障号|月均工资\n";
    String same = "0001|张三|370702199001010012|370702199001010012|5000\n";

    assertThat(persons(header + same)).hasSize(1);
    assertThat(
            Read.refusal(
                text(header + same + "0001|李四|370702199001010020|370702199001010012|6000\n")))
        .isEqualTo("HEADER_AMBIGUOUS !3 证件号码|C、D");
  }

  @Test
  void twelveMonthsStandForTheWage() throws Exception {
    String months = "1月|2月|3月|4月|5月|6月|7月|8月|9月|10月|11月|12月";
    RawRow row =
        Read.persons(
                text("姓名|证件号码|" + months + "\n张三|370702199001010012|1|2|3|4|5|6|7|8|9|10|11|12\n"))
            .get(0);

    assertThat(Field.MONTHS).extracting(month -> row.cell(month).asText()).endsWith("11", "12");
    assertThat(Read.refusal(text("姓名|证件号码|" + months.replace("|12月", "") + "\n张三|3|1\n")))
        .startsWith("HEADER_NOT_FOUND !1");
  }

  @Test
  void monthsThatASpreadsheetMadeDatesOfAreMonths() throws Exception {
    StringBuilder titles = new StringBuilder("<c t='inlineStr'><is><t>姓名</t></is></c>");
    titles.append("<c t='inlineStr'><is><t>证件号码</t></is></c>");
    StringBuilder wages = new StringBuilder("<c t='inlineStr'><is><t>张三</t></is></c>");
    wages.append("<c t='inlineStr'><is><t>370702199001010012</t></is></c>");
    for (int month = 1; month <= 12; month++) {
      long serial = LocalDate.of(2023, month, 1).toEpochDay() + 25_569;
      titles.append("<c s='0'><v>").append(serial).append("</v></c>");
      wages.append("<c s='1'><v>").append(5000 + month).append("</v></c>");
    }
    ZipMaker zip =
        XlsxMaker.rows("<row>" + titles + "</row><row>" + wages + "</row>")
            .add("xl/styles.xml", XlsxMaker.styles("", 17, 0));

    RawRow row = Read.persons(Read.file(folder, zip.bytes())).get(0);

    assertThat(Field.MONTHS).extracting(month -> row.cell(month).asText()).endsWith("5011", "5012");
  }
}
