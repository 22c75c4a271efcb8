package basedecl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFShape;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The audit after the samples' declaration night. */
@Tag("run")
@NullUnmarked
class AuditNightTest {

  private static final String WORKBOOK = "flagged-2024.xlsx";

  @TempDir Path folder;

  private static Map<String, String> signal(
      List<Map<String, String>> rows, String employer, String signal) {
    return rows.stream()
        .filter(r -> r.get("单位编号").equals(employer) && r.get("线索").equals(signal))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theSampleYearGivesSignalsMatchingChartsAndNoticesAndTheSameWhenRunTwice()
      throws IOException {
    Workplace place = new Workplace(folder);
    place.deliver("");
    assertThat(place.night().status()).isZero();
    Workplace.Ended ended = place.run("audit");
    assertThat(ended.err()).isEmpty();
    assertThat(ended.status()).isZero();

    assertThat(Tables.sheet(place.output().resolve(WORKBOOK), "需自查自纠单位", "单位编号"))
        .extracting(r -> r.get("单位编号"))
        .containsExactly("0370700037", "0370700038", "0370700039");
    assertThat(Tables.sheet(place.output().resolve(WORKBOOK), "按下限缴费人员", "单位编号")).hasSize(12);
    List<Map<String, String>> signals =
        Tables.sheet(place.output().resolve(WORKBOOK), "稽核线索", "单位编号");
    assertThat(signals.get(0).keySet())
        .containsExactly("单位编号", "单位名称", "线索", "数值", "阈值", "说明", "依据");
    assertThat(signal(signals, "0370700037", "按下限缴费人数占比过高"))
        .containsEntry("数值", "72.73%")
        .containsEntry("阈值", "超过70.00%");
    assertThat(signal(signals, "0370700001", "缴费基数较上年大幅下降")).containsEntry("数值", "35.00%");
    assertThat(signal(signals, "0370700002", "申报人数少于上年")).containsEntry("数值", "50.00%");
    assertThat(signal(signals, "0370700037", "申报工资低于个税工资")).containsEntry("数值", "11人");

    List<Map<String, String>> matched =
        Tables.sheet(place.output().resolve(WORKBOOK), "数据比对", "单位编号");
    assertThat(matched.get(0).keySet())
        .containsExactly("单位编号", "姓名", "证件号码", "申报月均工资", "税务月均工资", "差额", "少缴基数");
    for (Map<String, String> row : matched) {
      assertThat(new BigDecimal(row.get("税务月均工资")).subtract(new BigDecimal(row.get("申报月均工资"))))
          .isEqualByComparingTo(row.get("差额"))
          .isPositive();
    }
    assertThat(Tables.sheet(place.output().resolve(WORKBOOK), "未参保单位", "单位编号"))
        .extracting(r -> r.get("单位编号") + " " + r.get("人数") + " " + r.get("年工资薪金收入合计"))
        .containsExactly("0370709992 1 48000");
    assertThat(Tables.sheet(place.output().resolve(WORKBOOK), "问题清单", "序号"))
        .extracting(r -> r.get("代码"))
        .contains("EMPLOYER_MISSING", "MONTHS_INVALID", "PERSON_DUPLICATE");
    assertThat(Tables.sheet(place.output().resolve(WORKBOOK), "跟踪情况", "单位编号"))
        .isNotEmpty()
        .allSatisfy(r -> assertThat(r.get("跟踪")).isEqualTo("新增"));
    assertNotice(place.output().resolve("notices/0370700037-2024.docx"));

    byte[] before = Files.readAllBytes(place.output().resolve(WORKBOOK));
    byte[] notice = Files.readAllBytes(place.output().resolve("notices/0370700037-2024.docx"));
    assertThat(place.run("audit").status()).isZero();
    assertThat(Files.readAllBytes(place.output().resolve(WORKBOOK))).isEqualTo(before);
    assertThat(place.output().resolve("notices/0370700037-2024.docx")).hasBinaryContent(notice);
  }

  @Test
  void chartsAreDrawnFromTheRowsTheyShow() throws IOException {
    Workplace place = new Workplace(folder);
    place.deliver("limits");
    assertThat(place.night().status()).isZero();
    assertThat(place.run("audit").status()).isZero();
    try (XSSFWorkbook book =
        new XSSFWorkbook(Files.newInputStream(place.output().resolve(WORKBOOK)))) {
      XSSFSheet sheet = book.getSheet("分布");
      List<XSSFChart> charts = sheet.getDrawingPatriarch().getCharts();
      assertThat(charts).hasSize(3);
      for (XSSFChart chart : charts) {
        XDDFChartData.Series series = chart.getChartSeries().get(0).getSeries(0);
        AreaReference names =
            new AreaReference(
                series.getCategoryData().getDataRangeReference(), SpreadsheetVersion.EXCEL2007);
        AreaReference figures =
            new AreaReference(
                series.getValuesData().getDataRangeReference(), SpreadsheetVersion.EXCEL2007);
        assertThat(names.getFirstCell().getSheetName()).isEqualTo("分布");
        int rows = names.getAllReferencedCells().length;
        assertThat(figures.getAllReferencedCells()).hasSize(rows);
        for (int i = 0; i < rows; i++) {
          int row = names.getFirstCell().getRow() + i;
          assertThat(figures.getFirstCell().getRow() + i).isEqualTo(row);
          assertThat(sheet.getRow(row).getCell(names.getFirstCell().getCol()).getStringCellValue())
              .isEqualTo(series.getCategoryData().getPointAt(i).toString());
          assertThat(
                  BigDecimal.valueOf(
                      sheet
                          .getRow(row)
                          .getCell(figures.getFirstCell().getCol())
                          .getNumericCellValue()))
              .isEqualByComparingTo(series.getValuesData().getPointAt(i).toString());
          assertThat(sheet.getRow(row).getCell(0).getStringCellValue())
              .isEqualTo(chart.getTitleText().getString());
        }
      }
    }
  }

  /**
   * Table and charts are printed as wide as the page: every chart must end above the first page's
   * end, and begin below the header row, which is printed again on the next pages.
   */
  @Test
  void everyChartStandsWholeOnTheFirstPrintedPage() throws IOException {
    Workplace place = new Workplace(folder);
    place.deliver("");
    assertThat(place.night().status()).isZero();
    assertThat(place.run("audit").status()).isZero();
    try (XSSFWorkbook book =
        new XSSFWorkbook(Files.newInputStream(place.output().resolve(WORKBOOK)))) {
      XSSFSheet sheet = book.getSheet("分布");
      assertThat(sheet.getFitToPage()).isTrue();
      int header = sheet.getRepeatingRows().getLastRow();
      double width = 0;
      int bottom = header;
      for (XSSFShape shape : sheet.getDrawingPatriarch().getShapes()) {
        XSSFClientAnchor anchor = (XSSFClientAnchor) shape.getAnchor();
        assertThat(anchor.getRow1()).isGreaterThan(bottom);
        assertThat(anchor.getRow2() - anchor.getRow1()).isGreaterThanOrEqualTo(10);
        bottom = anchor.getRow2();
        width = 0;
        for (int column = 0; column < anchor.getCol2(); column++) {
          width += sheet.getColumnWidthInPixels(column) * 0.75;
        }
      }
      double height = 0;
      for (int row = 0; row < bottom; row++) {
        height +=
            sheet.getRow(row) == null
                ? sheet.getDefaultRowHeightInPoints()
                : sheet.getRow(row).getHeightInPoints();
      }
      // A4 on its side less the margins, in points.
      double scale = Math.min(1, 784.3 / width);
      assertThat(height * scale).isLessThan(512.5);
    }
  }

  @Test
  void aCorrectedDeclarationClearsTheFlagAndTakesItsNoticeAway() throws IOException {
    Workplace place = new Workplace(folder);
    place.deliver("limits/8-of-11-at-lower-flagged.xlsx");
    assertThat(place.night().status()).isZero();
    assertThat(place.run("audit").status()).isZero();
    assertThat(place.output().resolve("notices/0370700037-2024.docx")).exists();

    Path corrected = place.inbox().resolve("corrected.csv");
    StringBuilder lines = new StringBuilder("单位编号,姓名,证件号码,月均工资\n");
    for (Map<String, String> row : Tables.csv(Path.of("samples/expected/detail-2024.csv"))) {
      if (row.get("单位编号").equals("0370700037")) {
        lines
            .append(String.join(",", row.get("单位编号"), row.get("姓名"), row.get("证件号码"), "9001.37"))
            .append('\n');
      }
    }
    Files.createDirectories(place.inbox());
    Files.writeString(corrected, lines);
    Files.setLastModifiedTime(
        corrected,
        java.nio.file.attribute.FileTime.from(java.time.Instant.parse("2024-01-25T09:00:00Z")));
    assertThat(place.night().status()).isZero();
    Workplace.Ended ended = place.run("audit");
    assertThat(ended.status()).isZero();
    assertThat(place.output().resolve("notices/0370700037-2024.docx")).doesNotExist();
    Map<String, String> cleared =
        signal(
            Tables.sheet(place.output().resolve(WORKBOOK), "跟踪情况", "单位编号"),
            "0370700037",
            "按下限缴费人数占比过高");
    assertThat(cleared)
        .containsEntry("跟踪", "已解除")
        .containsEntry("发现时版本", "1")
        .containsEntry("现版本", "2");
  }

  @Test
  void aTaxFileWithoutItsColumnsIsRefusedBeforeAnythingIsTouched() throws IOException {
    Path wrong = Files.writeString(folder.resolve("wrong.csv"), "单位编号,姓名\n1,2\n");
    Workplace.Ended ended = new Workplace(folder).run("audit", "tax-wages=" + wrong);
    assertThat(ended.status()).isEqualTo(2);
    assertThat(ended.err()).contains("wrong.csv").contains("年工资薪金收入");
    assertThat(folder.resolve("ledger.mv.db")).doesNotExist();
  }

  /** Read as plain XML, not by the library that wrote it. */
  @Test
  void aFlaggedEmployerIsToldHowItsDeclarationMayBeCorrected() throws IOException {
    Workplace place = new Workplace(folder);
    place.declare(
        "declaration", "2024-01-24", "单位编号,姓名,证件号码,月均工资", "0370700001,沈月,370702199001010012,4242");
    Path notice = place.output().resolve("notices/0370700001-2024.docx");
    String[] audit = {"tax-wages=", "last-year=", "business-date=2024-01-26"};
    assertThat(place.run("audit", audit).status()).isZero();
    assertThat(text(notice)).contains("申报有误的，请同时重新申报缴费基数。").doesNotContain("重开");

    Path decisions = place.file("d.csv", "单位编号,决定,意见", "0370700001,通过,");
    assertThat(
            place
                .run(
                    "review",
                    "materials=" + ReviewWalkTest.materials(place, "0370700001"),
                    "decisions=" + decisions,
                    "confirmations=",
                    "business-date=2024-01-25")
                .status())
        .isZero();
    assertThat(place.run("audit", audit).status()).isZero();
    assertThat(text(notice)).contains("你单位的申报已经审核通过，请先向", "由其办理“重开”后再报送");
    assertThat(Tables.column(place.output().resolve("flagged-2024.xlsx"), "需自查自纠单位"))
        .anySatisfy(line -> assertThat(line).contains("申报已审核通过的，先由经办机构登记“重开”"));
  }

  private static String text(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return new String(
          zip.getInputStream(zip.getEntry("word/document.xml")).readAllBytes(),
          StandardCharsets.UTF_8);
    }
  }

  private static void assertNotice(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      String xml =
          new String(
              zip.getInputStream(zip.getEntry("word/document.xml")).readAllBytes(),
              StandardCharsets.UTF_8);
      StringBuilder text = new StringBuilder();
      Matcher words = Pattern.compile("<w:t[^>]*>([^<]*)</w:t>").matcher(xml);
      while (words.find()) {
        text.append(words.group(1)).append('\n');
      }
      assertThat(text.toString())
          .contains("2024年度医疗保险缴费基数自查自纠通知书")
          .contains("自查〔2024〕0370700037-1号")
          .contains("申报缴费人数 11 人，其中按最低缴费基数缴费 8 人，占 72.73%")
          .contains("工资发放花名册")
          .contains("2024年2月15日（含当日）前")
          .contains("7355188、8188162、7355177")
          .contains("2024年1月31日")
          .doesNotContain("吴海明")
          .doesNotContainPattern("\\d{17}[0-9X]");
      assertThat(xml).doesNotContainPattern("<w:rPr>[^/]*</w:rPr>\\s*<w:rPr>");
    }
  }
}
