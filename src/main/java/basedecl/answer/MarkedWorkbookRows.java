package basedecl.answer;

import basedecl.cell.CellValue;
import basedecl.spreadsheet.SpreadsheetFiles;
import basedecl.spreadsheet.gate.RefusedFileException;
import basedecl.spreadsheet.row.RowSource;
import basedecl.spreadsheet.row.SheetRow;
import basedecl.workbook.FormulaStart;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The rows of any file that the readers read, each cell where it stood, without its looks. */
final class MarkedWorkbookRows implements MarkedWorkbookCopy {

  /** The sheet's name where the file, a CSV, has none. */
  static final String UNNAMED_SHEET = "申报数据";

  /** Width in digits of a column, enough for an identity number. */
  private static final int WIDTH = 20;

  private final SpreadsheetFiles files;
  private final int mostCells;

  MarkedWorkbookRows(SpreadsheetFiles files, int mostCells) {
    this.files = files;
    this.mostCells = mostCells;
  }

  @Override
  public XSSFWorkbook of(Path source) throws NotCopied, IOException {
    XSSFWorkbook copy = new XSSFWorkbook();
    try (RowSource rows = files.open(source)) {
      copyRows(rows, new Formats(copy));
      return copy;
    } catch (NotCopied e) {
      copy.close();
      throw e;
    } catch (RefusedFileException | RuntimeException e) {
      copy.close();
      throw new NotCopied(e);
    }
  }

  private void copyRows(RowSource rows, Formats formats)
      throws NotCopied, IOException, RefusedFileException {
    Map<String, XSSFSheet> sheets = new HashMap<>();
    int cells = 0;
    for (SheetRow row = rows.next(); row != null; row = rows.next()) {
      if (MarkedWorkbookList.isList(row.sheet())) {
        continue;
      }
      cells += row.cells().size();
      if (cells > mostCells) {
        throw new NotCopied();
      }
      XSSFSheet sheet = sheets.computeIfAbsent(row.sheet(), formats::sheet);
      Row target = sheet.createRow(row.number() - 1);
      target.setZeroHeight(row.hidden());
      List<CellValue> values = row.cells();
      for (int column = 0; column < values.size(); column++) {
        if (!values.get(column).isBlank()) {
          formats.fill(target.createCell(column), values.get(column));
        }
      }
    }
    if (sheets.isEmpty()) {
      throw new NotCopied();
    }
  }

  /** The few styles that values need. */
  private static final class Formats {
    private final XSSFWorkbook workbook;
    private final XSSFCellStyle text;
    private final XSSFCellStyle quoted;
    private final XSSFCellStyle date;
    private final Map<Integer, XSSFCellStyle> leadingZeros = new HashMap<>();

    private Formats(XSSFWorkbook workbook) {
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

    private XSSFSheet sheet(String name) {
      XSSFSheet sheet = workbook.createSheet(name.isEmpty() ? UNNAMED_SHEET : name);
      sheet.setDefaultColumnWidth(WIDTH);
      return sheet;
    }

    private void fill(Cell cell, CellValue value) {
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
}
