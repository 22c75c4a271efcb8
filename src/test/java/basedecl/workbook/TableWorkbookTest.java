package basedecl.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basedecl.money.Money;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableWorkbookTest {

  private static final LocalDate DATE = LocalDate.of(2024, 1, 26);
  private static final TableSheet ALL_KINDS =
      TableSheet.of(
              "滞纳金",
              "2024年度滞纳金表",
              TableColumn.serial("序号", 8),
              TableColumn.text("姓名", 12),
              TableColumn.word("批扣", 6),
              TableColumn.prose("依据", 30),
              TableColumn.money("应缴合计", 14),
              TableColumn.count("天数", 8),
              TableColumn.percent("日加收率", 10),
              TableColumn.date("截止日期", 12))
          .withNotes(List.of("说明一", "说明二"))
          .withWarnings(List.of("注意：示例"));
  private static final TableSheet TEXTS =
      TableSheet.of("文字", "文字表", TableColumn.text("内容", 20), TableColumn.text("其后", 10));

  private final Path folder;

  TableWorkbookTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void everyKindOfCellIsReadBackWithItsTypeAndFormat() throws IOException {
    try (XSSFWorkbook read = read(oneRowOfAllKinds("kinds.xlsx"))) {
      Row row = read.getSheet("滞纳金").getRow(5);

      assertThat(row.getCell(0).getNumericCellValue()).isEqualTo(1);
      assertThat(row.getCell(1).getStringCellValue()).isEqualTo("王伟");
      assertThat(row.getCell(2).getStringCellValue()).isEqualTo("是");
      assertThat(row.getCell(3).getStringCellValue()).isEqualTo("第八十六条");
      assertThat(row.getCell(4).getNumericCellValue()).isEqualTo(1234567.05);
      assertThat(row.getCell(5).getNumericCellValue()).isEqualTo(1200);
      assertThat(row.getCell(6).getNumericCellValue()).isEqualTo(0.0005);
      assertThat(row.getCell(7).getLocalDateTimeCellValue())
          .isEqualTo(LocalDateTime.of(2024, 2, 29, 0, 0));
      assertThat(formats(row))
          .containsExactly("0", "@", "@", "@", "#,##0.00", "#,##0", "0.00%", "yyyy\\-mm\\-dd");
    }
  }

  @Test
  void aMarkStandsOnEveryPageAndClosingLinesBelowTheLastRow() throws IOException {
    Path target = folder.resolve("closing.xlsx");
    TableSheet sheet =
        TEXTS
            .withMark("编号：A&B-1")
            .withClosing(List.of(TableBlock.heading("承诺书"), TableBlock.signature("单位（盖章）：")));
    try (TableWorkbook workbook = TableWorkbook.at(target, LocalDate.of(2024, 1, 26))) {
      workbook.sheet(sheet, 1).row().text("甲").text("乙");
      workbook.finish();
    }
    try (XSSFWorkbook read = read(target)) {
      var found = read.getSheet("文字");
      assertThat(found.getRow(3).getCell(0).getStringCellValue()).isEqualTo("承诺书");
      assertThat(found.getRow(4).getCell(0).getStringCellValue()).isEqualTo("单位（盖章）：");
      assertThat(found.getMergedRegions().stream().map(Object::toString))
          .anyMatch(region -> region.contains("A4:B4"))
          .anyMatch(region -> region.contains("A5:B5"));
      assertThat(found.getHeader().getRight()).isEqualTo("编号：A&&B-1");
      assertThat(found.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A2:B3");
      assertThat(found.getCTWorksheet().getDimension().getRef()).isEqualTo("A1:B5");
    }
  }

  @Test
  void titleNotesAndWarningsStandAboveTheHeader() throws IOException {
    try (XSSFWorkbook read = read(oneRowOfAllKinds("titles.xlsx"))) {
      XSSFSheet sheet = read.getSheet("滞纳金");

      assertThat(texts(sheet, 0)).containsExactly("2024年度滞纳金表", "说明一", "说明二", "注意：示例", "序号", "1.0");
      assertThat(sheet.getMergedRegions())
          .extracting(CellRangeAddress::formatAsString)
          .containsExactly("A1:H1", "A2:H2", "A3:H3", "A4:H4");
      assertThat(sheet.getRow(0).getCell(0).getCellStyle().getFont().getBold()).isTrue();
      assertThat(sheet.getRow(4).getCell(0).getCellStyle().getFillPattern())
          .isEqualTo(FillPatternType.SOLID_FOREGROUND);
      assertThat(sheet.getColumnWidth(3) / 256).isEqualTo(30);
    }
  }

  @Test
  void theHeaderIsFrozenFilteredAndPrintedOnEveryA4LandscapePage() throws IOException {
    try (XSSFWorkbook read = read(oneRowOfAllKinds("print.xlsx"))) {
      XSSFSheet sheet = read.getSheet("滞纳金");

      assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
      assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 5);
      assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A5:H6");
      assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("5:5");
      assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo(PrintSetup.A4_PAPERSIZE);
      assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
      assertThat(sheet.getFitToPage()).isTrue();
      assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
      assertThat(sheet.getPrintSetup().getFitHeight()).isZero();
      assertThat(sheet.getFooter().getRight()).isEqualTo("第 &P 页，共 &N 页");
      assertThat(sheet.getCTWorksheet().getDimension().getRef()).isEqualTo("A1:H6");
      assertThat(read.getName("_xlnm._FilterDatabase").getRefersToFormula())
          .isEqualTo("'滞纳金'!$A$5:$H$6");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+86",
        "-5",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "＝1",
        "＋1",
        "－1",
        "＠a",
        "=cmd|' /C calc'!A0"
      })
  void textThatLooksLikeAFormulaStaysText(String text) throws IOException {
    try (XSSFWorkbook read = read(texts("formula.xlsx", text))) {
      Cell cell = read.getSheet("文字").getRow(2).getCell(0);

      assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
      assertThat(cell.getStringCellValue()).isEqualTo(text);
      assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a < b & \"c\" > 'd'",
        " 前后有空格 ",
        "第一行\n第二行",
        "\uD840\uDC0B野家",
        "_x0041_",
        "_x00_ 与 _y0041_",
        "]]>",
        "é ÿ ߿ ࠀ"
      })
  void textIsReadBackAsItWas(String text) throws IOException {
    try (XSSFWorkbook read = read(texts("text.xlsx", text))) {
      Cell cell = read.getSheet("文字").getRow(2).getCell(0);

      assertThat(cell.getStringCellValue()).isEqualTo(text);
      assertThat(cell.getCellStyle().getQuotePrefixed()).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0000b", "a\u001Fb", "a\uFFFFb", "a\uD840b", "a\uDC0Bb"})
  void aCharacterThatXmlDoesNotKnowIsReplaced(String text) throws IOException {
    try (XSSFWorkbook read = read(texts("invalid.xlsx", text))) {
      assertThat(read.getSheet("文字").getRow(2).getCell(0).getStringCellValue())
          .isEqualTo("a\uFFFDb");
    }
  }

  @Test
  void textPastTheLimitOfACellIsCut() throws IOException {
    try (XSSFWorkbook read = read(texts("long.xlsx", "长".repeat(40_000)))) {
      String text = read.getSheet("文字").getRow(2).getCell(0).getStringCellValue();

      assertThat(text).hasSizeLessThanOrEqualTo(32_767).endsWith("长…");
    }
  }

  @Test
  void aHighlightedRowHasAColouredGroundInEveryCell() throws IOException {
    Path target = folder.resolve("highlight.xlsx");
    try (TableWorkbook workbook = TableWorkbook.at(target, DATE)) {
      TableRows rows = workbook.sheet(TEXTS, 2);
      rows.row(true).text("=红").text("");
      rows.row(false).text("白").blank();
      workbook.finish();
    }
    try (XSSFWorkbook read = read(target)) {
      XSSFSheet sheet = read.getSheet("文字");
      for (int column = 0; column < 2; column++) {
        assertThat(sheet.getRow(2).getCell(column).getCellStyle().getFillForegroundColorColor())
            .hasFieldOrPropertyWithValue("ARGBHex", "FFFCE4D6");
        assertThat(sheet.getRow(3).getCell(column).getCellStyle().getFillPattern())
            .isEqualTo(FillPatternType.NO_FILL);
      }
    }
  }

  @Test
  void aTableThatOutgrowsASheetGoesOnInTheNext() throws IOException {
    Path target = folder.resolve("split.xlsx");
    try (TableWorkbook workbook = TableWorkbook.at(target, DATE, 1, 5)) {
      TableRows rows = workbook.sheet(TEXTS, 7);
      for (int i = 1; i <= 7; i++) {
        rows.row().text("行" + i).blank();
      }
      workbook.finish();
    }
    try (XSSFWorkbook read = read(target)) {
      assertThat(read.getNumberOfSheets()).isEqualTo(3);
      assertThat(texts(read.getSheet("文字"), 0)).containsExactly("文字表", "内容", "行1", "行2", "行3");
      assertThat(texts(read.getSheet("文字2"), 0)).containsExactly("文字表", "内容", "行4", "行5", "行6");
      assertThat(texts(read.getSheet("文字3"), 0)).containsExactly("文字表", "内容", "行7");
      assertThat(read.getSheet("文字3").getCTWorksheet().getDimension().getRef()).isEqualTo("A1:B3");
      assertThat(read.getSheet("文字3").getRepeatingRows().formatAsString()).isEqualTo("2:2");
    }
  }

  @Test
  void aSheetWithoutRoomForARowIsRefused() throws IOException {
    try (TableWorkbook workbook = TableWorkbook.at(folder.resolve("x.xlsx"), DATE, 1, 5)) {
      assertThatThrownBy(() -> workbook.sheet(ALL_KINDS))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aSheetThatIsExactlyFullHasNoEmptyOneAfterIt() throws IOException {
    Path target = folder.resolve("full.xlsx");
    try (TableWorkbook workbook = TableWorkbook.at(target, DATE, 1, 3)) {
      workbook.sheet(TEXTS).row().text("仅此").blank();
      workbook.finish();
    }
    try (XSSFWorkbook read = read(target)) {
      assertThat(read.getNumberOfSheets()).isEqualTo(1);
      assertThat(texts(read.getSheetAt(0), 0)).containsExactly("文字表", "内容", "仅此");
    }
  }

  @Test
  void aSheetWithoutRowsHasItsHeader() throws IOException {
    Path target = folder.resolve("none.xlsx");
    try (TableWorkbook workbook = TableWorkbook.at(target, DATE)) {
      workbook.sheet(TEXTS, 0);
      workbook.finish();
    }
    try (XSSFWorkbook read = read(target)) {
      XSSFSheet sheet = read.getSheetAt(0);
      assertThat(texts(sheet, 1)).containsExactly("", "其后");
      assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A2:B2");
      assertThat(sheet.getCTWorksheet().getDimension().getRef()).isEqualTo("A1:B2");
    }
  }

  @Test
  void aSheetOfUnknownSizeSaysNone() throws IOException {
    Path target = folder.resolve("unknown.xlsx");
    try (TableWorkbook workbook = TableWorkbook.at(target, DATE)) {
      workbook.sheet(TEXTS).row().text("一").blank();
      workbook.finish();
    }
    try (ZipFile zip = new ZipFile(target.toFile())) {
      String sheet =
          new String(
              zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
              StandardCharsets.UTF_8);
      assertThat(sheet).contains("<sheetData>").doesNotContain("<dimension");
    }
  }

  @Test
  void equalInputsGiveEqualBytes() throws IOException {
    assertThat(Files.readAllBytes(oneRowOfAllKinds("one.xlsx")))
        .isEqualTo(Files.readAllBytes(oneRowOfAllKinds("two.xlsx")));
  }

  @Test
  void aTableOfManyPagesIsReadBackWhole() throws IOException {
    Path target = folder.resolve("many.xlsx");
    try (TableWorkbook workbook = TableWorkbook.at(target, DATE)) {
      TableRows rows = workbook.sheet(TEXTS, 20_000);
      for (int i = 1; i <= 20_000; i++) {
        rows.row().text("行" + i).text("=" + i);
      }
      workbook.finish();
    }
    try (XSSFWorkbook read = read(target)) {
      List<String> column = texts(read.getSheetAt(0), 0);
      assertThat(column).hasSize(20_002).endsWith("行19999", "行20000");
      assertThat(column).doesNotHaveDuplicates();
    }
  }

  @Test
  void aRowGrowsWithTheLinesOfItsProse() throws IOException {
    Path target = folder.resolve("prose.xlsx");
    TableSheet sheet = TableSheet.of("说明", "说明", TableColumn.prose("说明", 22));
    try (TableWorkbook workbook = TableWorkbook.at(target, DATE)) {
      TableRows rows = workbook.sheet(sheet, 5);
      rows.row().text("十个汉字正好是一行呢");
      rows.row().text("十一个汉字就要占两行了");
      rows.row().text("一\n二\n三");
      rows.row().text("长".repeat(3_000));
      rows.row().blank();
      workbook.finish();
    }
    try (XSSFWorkbook read = read(target)) {
      XSSFSheet written = read.getSheetAt(0);
      assertThat(IntStream.rangeClosed(2, 6).mapToObj(i -> written.getRow(i).getHeightInPoints()))
          .containsExactly(18f, 31f, 45f, 409f, 18f);
    }
  }

  @Test
  void moneyIsWrittenToTheFenWhateverItsSize() throws IOException {
    Path target = folder.resolve("money.xlsx");
    List<String> amounts =
        List.of("0.00", "0.01", "-0.05", "-12.30", "4242.00", "99999999999999999999.99");
    TableSheet sheet = TableSheet.of("金额", "金额", TableColumn.money("金额", 20));
    try (TableWorkbook workbook = TableWorkbook.at(target, DATE)) {
      TableRows rows = workbook.sheet(sheet);
      for (String amount : amounts) {
        rows.row().money(Money.of(amount));
      }
      rows.row().money(Optional.empty());
      workbook.finish();
    }
    try (XSSFWorkbook read = read(target)) {
      XSSFSheet written = read.getSheetAt(0);
      for (int i = 0; i < amounts.size(); i++) {
        assertThat(written.getRow(2 + i).getCell(0).getRawValue()).isEqualTo(amounts.get(i));
      }
      assertThat(written.getRow(8).getCell(0).getCellType()).isEqualTo(CellType.BLANK);
      assertThat(written.getMergedRegions()).isEmpty();
    }
  }

  @Test
  void aRowThatDoesNotFitItsColumnsIsRefused() throws IOException {
    try (TableWorkbook workbook = TableWorkbook.at(folder.resolve("bad.xlsx"), DATE)) {
      TableRows rows = workbook.sheet(TEXTS);

      assertThatThrownBy(() -> rows.text("无行")).isInstanceOf(IllegalStateException.class);
      rows.row();
      assertThatThrownBy(() -> rows.number(1))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("内容");
      rows.text("一");
      assertThatThrownBy(rows::row).isInstanceOf(IllegalStateException.class);
      rows.text("二");
      assertThatThrownBy(rows::blank).isInstanceOf(IllegalStateException.class);
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void anotherNumberOfRowsThanWasSaidIsRefused() throws IOException {
    try (TableWorkbook workbook = TableWorkbook.at(folder.resolve("count.xlsx"), DATE)) {
      workbook.sheet(TEXTS, 2).row().text("一").blank();

      assertThatThrownBy(workbook::finish)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("2");
    }
    assertThat(folder).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a/b", "a[b", "'a", "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二"})
  void aNameThatExcelRefusesForASheetIsRefused(String name) {
    assertThatThrownBy(() -> TableSheet.of(name, "表", TableColumn.text("内容", 9)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Path oneRowOfAllKinds(String name) throws IOException {
    Path target = folder.resolve(name);
    try (TableWorkbook workbook = TableWorkbook.at(target, DATE)) {
      workbook
          .sheet(ALL_KINDS, 1)
          .row()
          .number(1)
          .text("王伟")
          .text("是")
          .text("第八十六条")
          .money(Money.of("1234567.05"))
          .number(1200)
          .fraction(new BigDecimal("0.0005"))
          .date(LocalDate.of(2024, 2, 29));
      workbook.finish();
    }
    return target;
  }

  private Path texts(String name, String text) throws IOException {
    Path target = folder.resolve(name);
    try (TableWorkbook workbook = TableWorkbook.at(target, DATE)) {
      workbook.sheet(TEXTS, 1).row().text(text).blank();
      workbook.finish();
    }
    return target;
  }

  private static XSSFWorkbook read(Path file) throws IOException {
    return new XSSFWorkbook(Files.newInputStream(file));
  }

  private static List<String> formats(Row row) {
    return IntStream.range(0, row.getLastCellNum())
        .mapToObj(i -> row.getCell(i).getCellStyle().getDataFormatString())
        .toList();
  }

  private static List<String> texts(XSSFSheet sheet, int column) {
    return IntStream.rangeClosed(0, sheet.getLastRowNum())
        .mapToObj(i -> sheet.getRow(i).getCell(column))
        .map(cell -> cell == null ? "" : cell.toString())
        .toList();
  }
}
