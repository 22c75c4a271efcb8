package basedecl.trials;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;

/** Writes sheets as an {@code .xls} workbook. */
final class XlsGrids {

  private final HSSFWorkbook book = new HSSFWorkbook();
  private final Map<String, CellStyle> styles = new HashMap<>();

  private XlsGrids() {}

  static byte[] bytes(List<Grid> grids) throws IOException {
    XlsGrids written = new XlsGrids();
    try (HSSFWorkbook book = written.book) {
      for (int i = 0; i < grids.size(); i++) {
        written.sheet(grids.get(i), book.createSheet(grids.get(i).name));
        book.setSheetHidden(i, grids.get(i).hidden);
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      book.write(out);
      return out.toByteArray();
    }
  }

  private void sheet(Grid grid, Sheet sheet) {
    for (int i = 0; i < grid.rows.size(); i++) {
      Row row = sheet.createRow(i);
      List<TrialCell> cells = grid.rows.get(i);
      for (int column = 0; column < cells.size(); column++) {
        if (!cells.get(column).isBlank()) {
          cell(cells.get(column), row.createCell(column));
        }
      }
    }
    grid.merged.forEach(
        m ->
            sheet.addMergedRegion(
                new CellRangeAddress(m.firstRow(), m.lastRow(), m.firstColumn(), m.lastColumn())));
    grid.hiddenColumns.forEach(column -> sheet.setColumnHidden(column, true));
  }

  private void cell(TrialCell written, Cell cell) {
    if (written instanceof TrialCell.Words words) {
      cell.setCellValue(words.text());
    } else if (written instanceof TrialCell.Amount amount) {
      cell.setCellValue(amount.value().doubleValue());
      if (!amount.format().isEmpty()) {
        cell.setCellStyle(styles.computeIfAbsent(amount.format(), this::style));
      }
    } else if (written instanceof TrialCell.Fault fault) {
      cell.setCellErrorValue(FormulaError.forString(fault.code()).getCode());
    } else if (written instanceof TrialCell.Formula formula) {
      cell.setCellFormula(formula.text());
      cell(formula.result(), cell);
    }
  }

  private CellStyle style(String format) {
    CellStyle style = book.createCellStyle();
    style.setDataFormat(book.createDataFormat().getFormat(format));
    return style;
  }
}
