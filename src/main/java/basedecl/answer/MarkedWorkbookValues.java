package basedecl.answer;

import basedecl.cell.CellValue;
import basedecl.workbook.FormulaStart;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Values as the readers read them written into a workbook, in the few styles that they need. */
final class MarkedWorkbookValues {

  /** The sheet's name where the file, a CSV, has none. */
  static final String UNNAMED_SHEET = "申报数据";

  /** Width in digits of a column, enough for an identity number. */
  private static final int WIDTH = 20;

  private final XSSFWorkbook workbook;
  private final XSSFCellStyle text;
  private final XSSFCellStyle quoted;
  private final XSSFCellStyle date;
  private final Map<Integer, XSSFCellStyle> leadingZeros = new HashMap<>();

  MarkedWorkbookValues(XSSFWorkbook workbook) {
    this.workbook = workbook;
    text = style("@");
    quoted = style("@");
    quoted.setQuotePrefixed(true);
    date = style("yyyy-mm-dd");
  }

  private XSSFCellStyle style(String format) {
    XSSFCellStyle style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat(format));
    return style;
  }

  XSSFSheet sheet(String name) {
    XSSFSheet sheet = workbook.createSheet(name.isEmpty() ? UNNAMED_SHEET : name);
    sheet.setDefaultColumnWidth(WIDTH);
    return sheet;
  }

  void fill(Cell cell, CellValue value) {
    if (value instanceof CellValue.Numeric number) {
      // A cell of a spreadsheet is a binary number whatever it is written with.
      cell.setCellValue(number.value().doubleValue());
      if (number.minimumDigits() > 0) {
        cell.setCellStyle(
            leadingZeros.computeIfAbsent(
                number.minimumDigits(), digits -> style("0".repeat(digits))));
      }
    } else if (value instanceof CellValue.Date day) {
      cell.setCellValue(day.date());
      cell.setCellStyle(date);
    } else if (value instanceof CellValue.Bool bool) {
      cell.setCellValue(bool.value());
    } else if (value instanceof CellValue.OutOfDate old) {
      fill(cell, old.stored());
    } else {
      String words = value instanceof CellValue.ErrorValue e ? e.code() : value.asText();
      cell.setCellValue(words);
      cell.setCellStyle(FormulaStart.of(words) ? quoted : text);
    }
  }
}
