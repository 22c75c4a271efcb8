package basedecl.answer;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.cell.Field;
import basedecl.declaration.row.RawRow;
import basedecl.declarationfile.DeclarationRows;
import basedecl.finding.Finding;
import basedecl.finding.FindingCode;
import basedecl.finding.Reason;
import basedecl.finding.SourceCell;
import basedecl.message.Language;
import basedecl.policy.Population;
import basedecl.spreadsheet.Read;
import basedecl.spreadsheet.SpreadsheetFiles;
import basedecl.spreadsheet.gate.ReadLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkedWorkbookTest {

  private static final LocalDate DATE = LocalDate.of(2024, 1, 26);
  private static final List<String> LIST_HEADER =
      List.of("序号", "工作表", "行", "列", "代码", "级别", "问题", "处理办法");

  private static final Finding CHECKSUM =
      Finding.of(FindingCode.ID_CHECKSUM, "001", new SourceCell("一月", 3, 1));
  private static final Finding UNSIGNED =
      Finding.of(FindingCode.SIGNATURE_MISSING, "001", new SourceCell("一月", 3, 4), "1");

  private final Path folder;

  MarkedWorkbookTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void badCellsAreColouredAndCommentedInTheEmployersOwnSheets() throws IOException {
    Path source = save(declaration(new XSSFWorkbook()), "a.xlsx");
    try (XSSFWorkbook answer = answer(source, List.of(CHECKSUM, UNSIGNED))) {
      assertThat(names(answer)).containsExactly("问题清单", "一月");
      Cell bad = answer.getSheet("一月").getRow(2).getCell(1);
      assertThat(bad.getStringCellValue()).isEqualTo("370702199001010013");
      assertThat(colour(bad)).isEqualTo("FFFFC7CE");
      assertThat(bad.getCellComment().getString().getString())
          .isEqualTo(
              "【ID_CHECKSUM】错误\n证件号码的最后一位校验码不正确，号码中可能有数字录错。\n"
                  + "处理办法：请对照证件原件逐位核对号码。\n依据：GB 11643-1999《公民身份号码》校验码");
      Cell blank = answer.getSheet("一月").getRow(2).getCell(4);
      assertThat(blank.getCellType()).isEqualTo(CellType.BLANK);
      assertThat(colour(blank)).isEqualTo("FFFFEB9C");
      assertThat(answer.getSheet("一月").getRow(1).getCell(1).getCellComment()).isNull();
    }
  }

  @Test
  void theListHasItsColumnsAndARowForEveryFinding() throws IOException {
    Path source = save(declaration(new XSSFWorkbook()), "a.xlsx");
    try (XSSFWorkbook answer = answer(source, List.of(CHECKSUM, UNSIGNED))) {
      assertThat(table(answer.getSheet("问题清单")))
          .containsExactly(
              LIST_HEADER,
              List.of(
                  "1.0",
                  "一月",
                  "3.0",
                  "B",
                  "ID_CHECKSUM",
                  "错误",
                  "证件号码的最后一位校验码不正确，号码中可能有数字录错。",
                  "请对照证件原件逐位核对号码。"),
              List.of(
                  "2.0",
                  "一月",
                  "3.0",
                  "E",
                  "SIGNATURE_MISSING",
                  "警告",
                  "有 1 人的签字栏为空。",
                  "填报内容须经职工（退休人员）本人签字确认；打印后签字的，请上传签字后的扫描件。"));
    }
  }

  @Test
  void anXlsKeepsItsLooksAsXlsx() throws IOException {
    Path source = save(declaration(new HSSFWorkbook()), "a.xls");
    try (XSSFWorkbook answer = answer(source, List.of(CHECKSUM))) {
      Sheet sheet = answer.getSheet("一月");
      XSSFCellStyle header = (XSSFCellStyle) sheet.getRow(0).getCell(0).getCellStyle();
      assertThat(header.getFont().getBold()).isTrue();
      assertThat(header.getFillForegroundXSSFColor().getARGBHex()).isEqualTo("FFFFFF00");
      assertThat(sheet.getRow(1).getCell(2).getCellStyle().getDataFormatString()).isEqualTo("0.00");
      assertThat(sheet.getRow(1).getCell(2).getNumericCellValue()).isEqualTo(5000);
      assertThat(sheet.getColumnWidth(1)).isEqualTo(24 * 256);
      assertThat(sheet.getMergedRegions()).containsExactly(CellRangeAddress.valueOf("A5:C5"));
      assertThat(sheet.getRow(3).getZeroHeight()).isTrue();
      assertThat(colour(sheet.getRow(2).getCell(1))).isEqualTo("FFFFC7CE");
    }
  }

  @Test
  void theLooksOfAnXlsxAreKept() throws IOException {
    Path source = save(declaration(new XSSFWorkbook()), "a.xlsx");
    try (XSSFWorkbook answer = answer(source, List.of(CHECKSUM))) {
      Sheet sheet = answer.getSheet("一月");
      XSSFCellStyle header = (XSSFCellStyle) sheet.getRow(0).getCell(0).getCellStyle();
      assertThat(header.getFont().getBold()).isTrue();
      assertThat(sheet.getColumnWidth(1)).isEqualTo(24 * 256);
      assertThat(sheet.getMergedRegions()).containsExactly(CellRangeAddress.valueOf("A5:C5"));
      assertThat(sheet.getRow(3).getZeroHeight()).isTrue();
    }
  }

  @Test
  void formulasBecomeTheValuesTheyWereSavedWith() throws IOException {
    XSSFWorkbook workbook = declaration(new XSSFWorkbook());
    Row row = workbook.getSheetAt(0).getRow(1);
    row.createCell(5).setCellFormula("1000*5");
    workbook.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(row.getCell(5));
    row.createCell(6).setCellFormula("HYPERLINK(\"http://example.invalid\",\"x\")");
    row.createCell(7).setCellErrorValue(FormulaError.REF.getCode());
    try (XSSFWorkbook answer = answer(save(workbook, "a.xlsx"), List.of(CHECKSUM))) {
      Row copied = answer.getSheet("一月").getRow(1);
      assertThat(copied.getCell(5).getCellType()).isEqualTo(CellType.NUMERIC);
      assertThat(copied.getCell(5).getNumericCellValue()).isEqualTo(5000);
      assertThat(copied.getCell(6).getCellType()).isEqualTo(CellType.BLANK);
      assertThat(copied.getCell(7).getCellType()).isEqualTo(CellType.ERROR);
    }
  }

  @Test
  void textThatBeginsLikeAFormulaStaysText() throws IOException {
    List<String> texts = List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1", "＋1", "－1", "＠1");
    XSSFWorkbook workbook = declaration(new XSSFWorkbook());
    Row row = workbook.getSheetAt(0).createRow(9);
    IntStream.range(0, texts.size()).forEach(i -> row.createCell(i).setCellValue(texts.get(i)));
    Finding first = Finding.of(FindingCode.NAME_MISSING, "001", new SourceCell("一月", 10, 0));
    try (XSSFWorkbook answer = answer(save(workbook, "a.xlsx"), List.of(first))) {
      Row copied = answer.getSheet("一月").getRow(9);
      for (int i = 0; i < texts.size(); i++) {
        assertThat(copied.getCell(i).getCellType()).isEqualTo(CellType.STRING);
        assertThat(copied.getCell(i).getStringCellValue()).isEqualTo(texts.get(i));
        assertThat(copied.getCell(i).getCellStyle().getQuotePrefixed()).isTrue();
      }
    }
  }

  @Test
  void nothingThatCanRunOrReachOutsideComesBack() throws IOException {
    XSSFWorkbook workbook = declaration(new XSSFWorkbook(XSSFWorkbookType.XLSM));
    workbook.setVBAProject(new ByteArrayInputStream(new byte[] {1, 2, 3}));
    Path source = save(workbook, "a.xlsm");
    assertThat(entries(source)).contains("xl/vbaProject.bin");
    Path target = folder.resolve("answer.xlsx");
    marked(MarkedWorkbook.Bounds.DEFAULT).write(source, List.of(CHECKSUM), target);
    assertThat(entries(target))
        .noneMatch(name -> name.contains("vba") || name.contains("external"))
        .contains("xl/workbook.xml");
    assertThat(content(target, "[Content_Types].xml")).doesNotContain("macroEnabled");
  }

  @Test
  void everyOneOfTenThousandBadRowsIsMarkedAndListed() throws IOException {
    int rows = 10_000;
    StringBuilder text = new StringBuilder("姓名,证件号码,月均工资\n");
    List<Finding> findings = new ArrayList<>();
    for (int i = 1; i <= rows; i++) {
      text.append("张三,370702199001010013,五千\n");
      findings.add(Finding.of(FindingCode.ID_CHECKSUM, "001", new SourceCell("", i + 1, 1)));
      findings.add(Finding.of(FindingCode.WAGE_MISSING, "001", new SourceCell("", i + 1, 2)));
    }
    Path source = folder.resolve("a.csv");
    Files.writeString(source, text, StandardCharsets.UTF_8);
    try (XSSFWorkbook answer = answer(source, findings)) {
      Sheet sheet = answer.getSheet("申报数据");
      assertThat(
              IntStream.rangeClosed(1, rows)
                  .boxed()
                  .flatMap(i -> Stream.of(1, 2).map(c -> colour(sheet.getRow(i).getCell(c)))))
          .hasSize(2 * rows)
          .containsOnly("FFFFC7CE");
      assertThat(sheet.getCellComments()).hasSize(2_000);
      assertThat(answer.getSheet("问题清单").getLastRowNum()).isEqualTo(3 + 2 * rows);
    }
  }

  @Test
  void theShapesOfCommentsOfTwoSheetsHaveNumbersOfTheirOwn() throws IOException {
    XSSFWorkbook workbook = declaration(new XSSFWorkbook());
    workbook.createSheet("二月").createRow(0).createCell(0).setCellValue("姓名");
    List<Finding> findings = new ArrayList<>();
    for (int row = 1; row <= 1_030; row++) {
      findings.add(Finding.of(FindingCode.WAGE_MISSING, "001", new SourceCell("一月", row, 2)));
    }
    findings.add(Finding.of(FindingCode.WAGE_MISSING, "001", new SourceCell("二月", 1, 2)));
    Path target = folder.resolve("answer.xlsx");
    marked(MarkedWorkbook.Bounds.DEFAULT).write(save(workbook, "a.xlsx"), findings, target);
    List<Integer> shapes = new ArrayList<>();
    List<Integer> blocks = new ArrayList<>();
    for (String part : entries(target)) {
      if (part.endsWith(".vml")) {
        String drawing = content(target, part);
        numbers(drawing, "<v:shape id=\"_x0000_s(\\d+)\"", shapes);
        numbers(drawing, "[\",](\\d+)(?=[,\\d]*\"/></o:shapelayout>)", blocks);
      }
    }
    assertThat(shapes).hasSize(1_031).doesNotHaveDuplicates();
    assertThat(blocks).containsExactlyInAnyOrder(1, 2, 3);
    assertThat(shapes).allMatch(shape -> blocks.contains(shape / 1024));
    try (XSSFWorkbook answer = open(target)) {
      assertThat(answer.getSheet("一月").getCellComments()).hasSize(1_030);
      assertThat(answer.getSheet("二月").getCellComments()).hasSize(1);
    }
  }

  private static void numbers(String text, String pattern, List<Integer> into) {
    Pattern.compile(pattern)
        .matcher(text)
        .results()
        .forEach(found -> into.add(Integer.valueOf(found.group(1))));
  }

  @Test
  void daysThatAreCountedFrom1904StayTheSameDays() throws IOException {
    XSSFWorkbook workbook = declaration(new XSSFWorkbook());
    workbook.getCTWorkbook().getWorkbookPr().setDate1904(true);
    LocalDate day = LocalDate.of(2024, 1, 5);
    workbook.getSheetAt(0).getRow(1).createCell(5).setCellValue(day);
    try (XSSFWorkbook answer = answer(save(workbook, "a.xlsx"), List.of(CHECKSUM))) {
      assertThat(answer.getSheet("一月").getRow(1).getCell(5).getLocalDateTimeCellValue())
          .isEqualTo(day.atStartOfDay());
    }
  }

  @Test
  void valuesOfEveryKindAreKept() throws IOException {
    XSSFWorkbook workbook = declaration(new XSSFWorkbook());
    XSSFFont bold = workbook.createFont();
    bold.setBold(true);
    XSSFRichTextString runs = new XSSFRichTextString("张");
    runs.append("三 <&> ", bold);
    Row row = workbook.getSheetAt(0).getRow(1);
    row.createCell(5).setCellValue(runs);
    row.createCell(6).setCellValue("第一行\n第二行");
    row.createCell(7).setCellValue("");
    row.createCell(8).setCellValue(true);
    row.createCell(9).setCellValue(0.1);
    try (XSSFWorkbook answer = answer(save(workbook, "a.xlsx"), List.of(CHECKSUM))) {
      Row copied = answer.getSheet("一月").getRow(1);
      assertThat(copied.getCell(5).getStringCellValue()).isEqualTo("张三 <&> ");
      assertThat(copied.getCell(6).getStringCellValue()).isEqualTo("第一行\n第二行");
      assertThat(copied.getCell(7).getStringCellValue()).isEmpty();
      assertThat(copied.getCell(8).getBooleanCellValue()).isTrue();
      assertThat(copied.getCell(9).getNumericCellValue()).isEqualTo(0.1);
    }
  }

  @Test
  void sheetsTellTheirSizeAndStayFrozenAndHidden() throws IOException {
    XSSFWorkbook workbook = declaration(new XSSFWorkbook());
    workbook.getSheetAt(0).createFreezePane(2, 1);
    workbook.createSheet("旧表").createRow(3).createCell(2).setCellValue("旧");
    workbook.setSheetVisibility(1, SheetVisibility.VERY_HIDDEN);
    try (XSSFWorkbook answer = answer(save(workbook, "a.xlsx"), List.of(CHECKSUM))) {
      XSSFSheet first = answer.getSheet("一月");
      assertThat(first.getPaneInformation().getVerticalSplitPosition()).isEqualTo((short) 2);
      assertThat(answer.getSheetVisibility(answer.getSheetIndex("旧表")))
          .isEqualTo(SheetVisibility.VERY_HIDDEN);
      assertThat(first.getCTWorksheet().getDimension().getRef()).isEqualTo("A1:E5");
      assertThat(answer.getSheet("旧表").getCTWorksheet().getDimension().getRef()).isEqualTo("A4:C4");
      assertThat(answer.getSheet("问题清单").getCTWorksheet().getDimension().getRef())
          .isEqualTo("A1:H4");
    }
  }

  @Test
  void aListThatWasSentBackIsReplaced() throws IOException {
    Path source = save(declaration(new XSSFWorkbook()), "a.xlsx");
    Path once = folder.resolve("once.xlsx");
    marked(MarkedWorkbook.Bounds.DEFAULT).write(source, List.of(CHECKSUM, UNSIGNED), once);
    try (XSSFWorkbook answer = answer(once, List.of(CHECKSUM))) {
      assertThat(names(answer)).containsExactly("问题清单", "一月");
      assertThat(table(answer.getSheet("问题清单"))).hasSize(2);
    }
  }

  @Test
  void furtherBadCellsAreColouredOnlyAndTheListSaysSo() throws IOException {
    XSSFWorkbook workbook = declaration(new XSSFWorkbook());
    MarkedWorkbook marked = marked(new MarkedWorkbook.Bounds(1 << 20, 1_000, 100, 2));
    List<Finding> findings =
        IntStream.range(0, 5)
            .mapToObj(
                i -> Finding.of(FindingCode.WAGE_MISSING, "001", new SourceCell("一月", 20 + i, 2)))
            .toList();
    Path target = folder.resolve("answer.xlsx");
    marked.write(save(workbook, "a.xlsx"), findings, target);
    try (XSSFWorkbook answer = open(target)) {
      Sheet sheet = answer.getSheet("一月");
      assertThat(IntStream.range(19, 24).mapToObj(i -> colour(sheet.getRow(i).getCell(2))))
          .containsOnly("FFFFC7CE")
          .hasSize(5);
      assertThat(sheet.getCellComments()).hasSize(2);
      assertThat(answer.getSheet("问题清单").getRow(2).getCell(0).getStringCellValue())
          .isEqualTo("问题较多，只有前 2 个单元格加了批注，另有 3 个单元格只标了颜色；全部问题见下表。");
      assertThat(table(answer.getSheet("问题清单"))).hasSize(6);
    }
  }

  @Test
  void aFindingOfAWholeRowMarksItsFirstCellAndOneOfTheFileIsListedOnly() throws IOException {
    Path source = save(declaration(new XSSFWorkbook()), "a.xlsx");
    List<Finding> findings =
        List.of(
            Finding.of(FindingCode.EMPLOYER_MISSING, "", SourceCell.row("一月", 3)),
            Finding.of(FindingCode.NO_ROWS, "", SourceCell.WHOLE_FILE));
    try (XSSFWorkbook answer = answer(source, findings)) {
      assertThat(colour(answer.getSheet("一月").getRow(2).getCell(0))).isEqualTo("FFFFC7CE");
      assertThat(table(answer.getSheet("问题清单")).get(2).subList(0, 5))
          .containsExactly("2.0", "", "", "", "NO_ROWS");
    }
  }

  @Test
  void aFileThatWasRefusedGetsTheListAloneAndIsNotOpened() throws IOException {
    Path source = folder.resolve("bad.xlsx");
    Files.writeString(source, "PK\u0003\u0004 broken", StandardCharsets.ISO_8859_1);
    Finding damaged =
        Finding.of(FindingCode.FILE_DAMAGED, "", SourceCell.WHOLE_FILE, Reason.TRUNCATED);
    try (XSSFWorkbook answer = answer(source, List.of(damaged))) {
      assertThat(names(answer)).containsExactly("问题清单");
      assertThat(table(answer.getSheet("问题清单")))
          .containsExactly(
              LIST_HEADER,
              List.of(
                  "1.0",
                  "",
                  "",
                  "",
                  "FILE_DAMAGED",
                  "错误",
                  "文件已损坏，无法完整读取：文件不完整，可能没有传完。",
                  "请在原电脑上用 Excel 或 WPS 打开核对，另存为新的 .xlsx 文件，待复制或上传全部完成后重新报送。"));
    }
  }

  @Test
  void aHundredThousandFindingsAreAllListed() throws IOException {
    Path source = save(declaration(new XSSFWorkbook()), "a.xlsx");
    List<Finding> findings = Collections.nCopies(100_000, CHECKSUM);
    Path target = folder.resolve("answer.xlsx");
    marked(MarkedWorkbook.Bounds.DEFAULT).write(source, findings, target);
    String sheet = content(target, "xl/worksheets/sheet1.xml");
    assertThat(sheet.split("ID_CHECKSUM", -1)).hasSize(100_001);
    assertThat(entries(target)).filteredOn(name -> name.contains("/sheet")).hasSize(1);
  }

  @Test
  void theAnswerSpeaksEnglishWhereAsked() throws IOException {
    Path source = save(declaration(new XSSFWorkbook()), "a.xlsx");
    Path target = folder.resolve("answer.xlsx");
    new MarkedWorkbook(
            new SpreadsheetFiles(ReadLimits.DEFAULT),
            MarkedWorkbook.Bounds.DEFAULT,
            Language.EN,
            DATE)
        .write(source, List.of(CHECKSUM), target);
    try (XSSFWorkbook answer = open(target)) {
      assertThat(table(answer.getSheet("问题清单")).get(1).subList(4, 8))
          .containsExactly(
              "ID_CHECKSUM",
              "error",
              "The last character of the identity number, its check character, is wrong; a digit"
                  + " may be mistyped.",
              "Compare the number with the document, digit by digit.");
    }
  }

  @Test
  void aCsvBecomesAWorkbookOfItsRowsWithTheBadCellsMarked() throws IOException {
    Path source = folder.resolve("a.csv");
    Files.writeString(
        source, "姓名,证件号码,月均工资,备注\n\n张三,370702199001010013,5000,=1+1\n", StandardCharsets.UTF_8);
    Finding checksum = Finding.of(FindingCode.ID_CHECKSUM, "001", new SourceCell("", 3, 1));
    try (XSSFWorkbook answer = answer(source, List.of(checksum))) {
      assertThat(names(answer)).containsExactly("问题清单", "申报数据");
      Row row = answer.getSheet("申报数据").getRow(2);
      assertThat(colour(row.getCell(1))).isEqualTo("FFFFC7CE");
      assertThat(row.getCell(1).getStringCellValue()).isEqualTo("370702199001010013");
      assertThat(row.getCell(1).getCellComment()).isNotNull();
      assertThat(row.getCell(3).getStringCellValue()).isEqualTo("=1+1");
      assertThat(row.getCell(3).getCellStyle().getQuotePrefixed()).isTrue();
      assertThat(table(answer.getSheet("问题清单")).get(1).subList(0, 5))
          .containsExactly("1.0", "申报数据", "3.0", "B", "ID_CHECKSUM");
    }
  }

  @Test
  void theAnswerCanBeSentInAgain() throws Exception {
    Path source = save(declaration(new XSSFWorkbook()), "a.xlsx");
    Path target = folder.resolve("again.xlsx");
    marked(MarkedWorkbook.Bounds.DEFAULT).write(source, List.of(CHECKSUM, UNSIGNED), target);
    List<String> names = new ArrayList<>();
    try (DeclarationRows rows =
        new DeclarationRows(
            new SpreadsheetFiles(ReadLimits.DEFAULT).open(target),
            Read.form(Population.EMPLOYEES),
            List.of())) {
      for (RawRow row = rows.next(); row != null; row = rows.next()) {
        names.add(row.sheet() + row.row() + row.cell(Field.NAME).asText());
      }
    }
    assertThat(names).containsExactly("一月2张三", "一月3李四", "一月4王五");
  }

  @Test
  void theEmployersFileStaysAsItIs() throws IOException {
    Path source = save(declaration(new XSSFWorkbook()), "a.xlsx");
    byte[] before = Files.readAllBytes(source);
    answer(source, List.of(CHECKSUM)).close();
    assertThat(Files.readAllBytes(source)).isEqualTo(before);
  }

  /** Header, a good row, a bad one, a hidden one and a merged footer. */
  private static <W extends Workbook> W declaration(W workbook) {
    Sheet sheet = workbook.createSheet("一月");
    CellStyle header = workbook.createCellStyle();
    Font bold = workbook.createFont();
    bold.setBold(true);
    header.setFont(bold);
    header.setFillForegroundColor(IndexedColors.YELLOW.getIndex());
    header.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    CellStyle money = workbook.createCellStyle();
    money.setDataFormat(workbook.createDataFormat().getFormat("0.00"));
    row(sheet, 0, "姓名", "证件号码", "月均工资", "备注", "职工签字").forEach(cell -> cell.setCellStyle(header));
    row(sheet, 1, "张三", "370702199001010012").createCell(2).setCellValue(5000);
    sheet.getRow(1).getCell(2).setCellStyle(money);
    row(sheet, 2, "李四", "370702199001010013").createCell(2).setCellValue(6000);
    row(sheet, 3, "王五", "11010519491231002X").setZeroHeight(true);
    row(sheet, 4, "制表人：赵六");
    sheet.addMergedRegion(CellRangeAddress.valueOf("A5:C5"));
    sheet.setColumnWidth(1, 24 * 256);
    return workbook;
  }

  private static Row row(Sheet sheet, int index, String... texts) {
    Row row = sheet.createRow(index);
    for (int i = 0; i < texts.length; i++) {
      row.createCell(i).setCellValue(texts[i]);
    }
    return row;
  }

  private Path save(Workbook workbook, String name) throws IOException {
    Path file = folder.resolve(name);
    try (workbook;
        OutputStream out = Files.newOutputStream(file)) {
      workbook.write(out);
    }
    return file;
  }

  private static MarkedWorkbook marked(MarkedWorkbook.Bounds bounds) {
    return new MarkedWorkbook(new SpreadsheetFiles(ReadLimits.DEFAULT), bounds, Language.ZH, DATE);
  }

  private XSSFWorkbook answer(Path source, List<Finding> findings) throws IOException {
    Path target = folder.resolve("answer-" + source.getFileName() + ".xlsx");
    marked(MarkedWorkbook.Bounds.DEFAULT).write(source, findings, target);
    return open(target);
  }

  private static XSSFWorkbook open(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new XSSFWorkbook(in);
    }
  }

  private static List<String> names(Workbook workbook) {
    return IntStream.range(0, workbook.getNumberOfSheets())
        .mapToObj(workbook::getSheetName)
        .toList();
  }

  private static String colour(Cell cell) {
    return ((XSSFCellStyle) cell.getCellStyle()).getFillForegroundXSSFColor().getARGBHex();
  }

  /** The rows from the header on, each cell as text. */
  private static List<List<String>> table(Sheet sheet) {
    List<List<String>> table = new ArrayList<>();
    for (Row row : sheet) {
      List<String> cells = new ArrayList<>();
      row.forEach(cell -> cells.add(cell.toString()));
      if (!table.isEmpty() || cells.get(0).equals("序号")) {
        table.add(cells);
      }
    }
    return table;
  }

  private static List<String> entries(Path file) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return Collections.list(zip.entries()).stream().map(ZipEntry::getName).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String content(Path file, String entry) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return new String(
          zip.getInputStream(zip.getEntry(entry)).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
