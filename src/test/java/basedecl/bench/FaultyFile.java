package basedecl.bench;

import basedecl.finding.Finding;
import basedecl.finding.FindingCode;
import basedecl.finding.SourceCell;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A declaration with faults in every row: a wrong check character, and where more are asked for a
 * wage of text and a missing name.
 *
 * @param kind what the file is named after: xlsx, xls or csv
 * @param styled fonts, borders, fills, heights, a merged title and a frozen header, as Excel and
 *     WPS save them
 */
record FaultyFile(String kind, boolean styled, int rows, int faults) {

  private static final List<String> HEADER =
      List.of("单位编号", "序号", "姓名", "证件类型", "证件号码", "月平均工资", "备注", "职工签字");
  private static final String SHEET = "申报表";
  private static final String EMPLOYER = "37070001";
  private static final int WAGE = 5;
  private static final int LOWEST_WAGE = 4_000;
  private static final int WAGES = 9_000;

  static List<FaultyFile> all(int rows) {
    return List.of(
        new FaultyFile("xlsx", false, rows, 1),
        new FaultyFile("xlsx", false, rows, 3),
        new FaultyFile("xlsx", true, rows, 3),
        new FaultyFile("xls", true, rows, 3),
        new FaultyFile("csv", false, rows, 3));
  }

  String name() {
    return "." + kind + (styled ? " with looks" : "");
  }

  /** In the order of the rows. */
  List<Finding> findings() {
    List<Finding> all = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      int row = firstRow() + i;
      all.add(finding(FindingCode.ID_CHECKSUM, row, 4));
      if (faults > 1) {
        all.add(finding(FindingCode.NAME_MISSING, row, 2));
      }
      if (faults > 2) {
        all.add(finding(FindingCode.WAGE_NOT_A_NUMBER, row, WAGE, wage(i)));
      }
    }
    return all;
  }

  private Finding finding(FindingCode code, int row, int column, String... words) {
    String sheet = kind.equals("csv") ? "" : SHEET;
    return Finding.of(code, EMPLOYER, new SourceCell(sheet, row, column), words);
  }

  /** As a spreadsheet counts rows. */
  private int firstRow() {
    return styled ? 3 : 2;
  }

  Path write(Path folder) throws IOException {
    Path file = folder.resolve("faulty-" + (styled ? "styled-" : "") + faults + "." + kind);
    if (kind.equals("csv")) {
      StringBuilder text = new StringBuilder(String.join(",", HEADER)).append('\n');
      for (int i = 0; i < rows; i++) {
        text.append(String.join(",", cells(i))).append('\n');
      }
      Files.writeString(file, text, StandardCharsets.UTF_8);
      return file;
    }
    try (Workbook workbook = kind.equals("xls") ? new HSSFWorkbook() : new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      fill(workbook);
      workbook.write(out);
    }
    return file;
  }

  private String wage(int i) {
    int wage = LOWEST_WAGE + i % WAGES;
    return faults > 2 ? wage + "元左右" : Integer.toString(wage);
  }

  private List<String> cells(int i) {
    String id =
        String.format(
            Locale.ROOT, "370702%d%02d%02d%03d", 1960 + i % 40, 1 + i % 12, 1 + i % 28, i % 1000);
    return List.of(
        EMPLOYER,
        Integer.toString(i + 1),
        faults > 1 ? "" : "张" + (char) ('一' + i % 2_000),
        "居民身份证",
        id + wrongCheck(id),
        wage(i),
        i % 7 == 0 ? "三月入职" : "",
        "已签");
  }

  /** Any check character but the right one (GB 11643-1999). */
  private static char wrongCheck(String id) {
    int sum = 0;
    int weight = 1;
    for (int i = id.length() - 1; i >= 0; i--) {
      weight = weight * 2 % 11;
      sum += (id.charAt(i) - '0') * weight;
    }
    return "10X98765432".charAt((sum + 1) % 11);
  }

  private void fill(Workbook workbook) {
    Sheet sheet = workbook.createSheet(SHEET);
    CellStyle[] looks = looks(workbook);
    int at = 0;
    if (styled) {
      Row title = sheet.createRow(at++);
      title.setHeightInPoints(30);
      title.createCell(0).setCellValue("2024年度缴费工资申报表");
      title.getCell(0).setCellStyle(looks[0]);
      sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, HEADER.size() - 1));
    }
    Row header = sheet.createRow(at++);
    for (int column = 0; column < HEADER.size(); column++) {
      header.createCell(column).setCellValue(HEADER.get(column));
      if (styled) {
        header.getCell(column).setCellStyle(looks[0]);
        sheet.setColumnWidth(column, (10 + 3 * column) * 256);
      }
    }
    sheet.createFreezePane(0, at);
    for (int i = 0; i < rows; i++) {
      Row row = sheet.createRow(at++);
      if (styled) {
        row.setHeightInPoints(18);
      }
      List<String> cells = cells(i);
      for (int column = 0; column < cells.size(); column++) {
        fill(row, column, cells.get(column));
        if (styled) {
          row.getCell(column).setCellStyle(looks[1 + column]);
        }
      }
    }
  }

  private void fill(Row row, int column, String text) {
    boolean number = column == 1 || (column == WAGE && faults < 3);
    if (text.isEmpty()) {
      row.createCell(column);
    } else if (number) {
      row.createCell(column).setCellValue(Double.parseDouble(text));
    } else {
      row.createCell(column).setCellValue(text);
    }
  }

  /** The header's, then one for each column. */
  private static CellStyle[] looks(Workbook workbook) {
    CellStyle[] looks = new CellStyle[1 + HEADER.size()];
    for (int i = 0; i < looks.length; i++) {
      Font font = workbook.createFont();
      font.setFontName(i % 2 == 0 ? "宋体" : "微软雅黑");
      font.setBold(i == 0);
      looks[i] = workbook.createCellStyle();
      looks[i].setFont(font);
      looks[i].setBorderBottom(BorderStyle.THIN);
      looks[i].setBorderRight(BorderStyle.THIN);
      looks[i].setAlignment(i % 3 == 0 ? HorizontalAlignment.CENTER : HorizontalAlignment.LEFT);
      looks[i].setDataFormat(
          workbook.createDataFormat().getFormat(i - 1 == WAGE ? "#,##0.00" : "@"));
      if (i == 0) {
        looks[i].setFillForegroundColor(IndexedColors.LIGHT_YELLOW.getIndex());
        looks[i].setFillPattern(FillPatternType.SOLID_FOREGROUND);
      }
    }
    return looks;
  }
}
