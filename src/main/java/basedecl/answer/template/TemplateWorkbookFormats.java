package basedecl.answer.template;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The look of the blank declaration. Sizes are points, colours RGB. */
public final class TemplateWorkbookFormats {

  static final int WIDTH_OF_A_DIGIT = 256;

  private static final short A4 = 9;
  private static final byte[] REQUIRED_RGB = {(byte) 0xFF, (byte) 0xE6, (byte) 0x99};
  private static final byte[] OPTIONAL_RGB = {(byte) 0xDC, (byte) 0xE6, (byte) 0xF1};

  private final XSSFWorkbook workbook;
  private final XSSFCellStyle title;
  private final XSSFCellStyle prose;
  private final XSSFCellStyle required;
  private final XSSFCellStyle optional;

  TemplateWorkbookFormats(XSSFWorkbook workbook) {
    this.workbook = workbook;
    title = workbook.createCellStyle();
    title.setFont(font(16, true));
    title.setAlignment(HorizontalAlignment.CENTER);
    title.setVerticalAlignment(VerticalAlignment.CENTER);
    prose = workbook.createCellStyle();
    prose.setFont(font(11, false));
    prose.setWrapText(true);
    prose.setVerticalAlignment(VerticalAlignment.CENTER);
    required = header(REQUIRED_RGB);
    optional = header(OPTIONAL_RGB);
  }

  XSSFCellStyle title() {
    return title;
  }

  XSSFCellStyle prose() {
    return prose;
  }

  XSSFCellStyle header(boolean isRequired) {
    return isRequired ? required : optional;
  }

  XSSFCellStyle column(String format) {
    XSSFCellStyle style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat(format));
    style.setFont(font(11, false));
    style.setVerticalAlignment(VerticalAlignment.CENTER);
    return style;
  }

  /** A4 landscape, as wide as the page, the header on every page. */
  void print(XSSFSheet sheet, int headerRow) {
    sheet.setRepeatingRows(new CellRangeAddress(0, headerRow, -1, -1));
    sheet.getPrintSetup().setPaperSize(A4);
    sheet.getPrintSetup().setLandscape(true);
    sheet.setFitToPage(true);
    sheet.getPrintSetup().setFitHeight((short) 0);
  }

  private XSSFCellStyle header(byte[] rgb) {
    XSSFCellStyle style = workbook.createCellStyle();
    style.setFont(font(11, true));
    style.setAlignment(HorizontalAlignment.CENTER);
    style.setVerticalAlignment(VerticalAlignment.CENTER);
    style.setFillForegroundColor(new XSSFColor(rgb));
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    style.setBorderTop(BorderStyle.THIN);
    style.setBorderBottom(BorderStyle.THIN);
    style.setBorderLeft(BorderStyle.THIN);
    style.setBorderRight(BorderStyle.THIN);
    return style;
  }

  private XSSFFont font(int points, boolean bold) {
    XSSFFont font = workbook.createFont();
    font.setFontName("宋体");
    font.setFontHeightInPoints((short) points);
    font.setBold(bold);
    return font;
  }
}
