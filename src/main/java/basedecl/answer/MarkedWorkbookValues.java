package basedecl.answer;

import basedecl.cell.CellValue;
import basedecl.workbook.FormulaStart;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;

/** Values as the readers read them written into a workbook, in the few styles that they need. */
final class MarkedWorkbookValues {

  /** The sheet's name where the file, a CSV, has none. */
  static final String UNNAMED_SHEET = "申报数据";

  /** Width in digits of a column, enough for an identity number. */
  private static final int WIDTH = 20;

  private final MarkedSheets copy;
  private final int text;
  private final int quoted;
  private final int date;
  private final Map<Integer, Integer> leadingZeros = new HashMap<>();

  MarkedWorkbookValues(MarkedSheets copy) {
    this.copy = copy;
    text = MarkedWorkbookStyles.number(style("@"));
    XSSFCellStyle quotedText = style("@");
    quotedText.setQuotePrefixed(true);
    quoted = MarkedWorkbookStyles.number(quotedText);
    date = MarkedWorkbookStyles.number(style("yyyy-mm-dd"));
  }

  private XSSFCellStyle style(String format) {
    XSSFCellStyle style = copy.workbook().createCellStyle();
    style.setDataFormat(copy.workbook().createDataFormat().getFormat(format));
    return style;
  }

  MarkedSheet sheet(String name) {
    MarkedSheet sheet = copy.add(name.isEmpty() ? UNNAMED_SHEET : name);
    sheet.layout().setDefaultColumnWidth(WIDTH);
    return sheet;
  }

  /** The cell of a value that is not blank. */
  MarkedSheet.Cell cell(int column, CellValue value) {
    if (value instanceof CellValue.Numeric number) {
      // A cell of a spreadsheet is a binary number whatever it is written with.
      int digits = number.minimumDigits();
      int style =
          digits == 0
              ? 0
              : leadingZeros.computeIfAbsent(
                  digits, d -> MarkedWorkbookStyles.number(style("0".repeat(d))));
      return new MarkedSheet.Cell(
          column, style, MarkedSheet.Value.of(number.value().doubleValue()));
    }
    if (value instanceof CellValue.Date day) {
      return new MarkedSheet.Cell(
          column, date, MarkedSheet.Value.of(DateUtil.getExcelDate(day.date())));
    }
    if (value instanceof CellValue.Bool bool) {
      return new MarkedSheet.Cell(column, 0, MarkedSheet.Value.of(bool.value()));
    }
    if (value instanceof CellValue.OutOfDate old) {
      return cell(column, old.stored());
    }
    String words = value instanceof CellValue.ErrorValue e ? e.code() : value.asText();
    return new MarkedSheet.Cell(
        column, FormulaStart.of(words) ? quoted : text, MarkedSheet.Value.of(words));
  }
}
