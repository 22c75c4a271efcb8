package basedecl.answer;

import basedecl.answer.MarkedSheet.Value;
import basedecl.workbook.FormulaStart;
import org.apache.poi.hssf.usermodel.HSSFFont;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Color;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.PaneInformation;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;

/** The sheets of an .xls, values, looks and layout. */
final class MarkedWorkbookXls implements MarkedWorkbookStyles.Original {

  private final HSSFWorkbook original;
  private final MarkedSheets copy;
  private final MarkedWorkbookStyles styles;
  private int left;

  /**
   * Sheets to be copied.
   *
   * @param most cells
   */
  MarkedWorkbookXls(HSSFWorkbook original, MarkedSheets copy, int most) {
    this.original = original;
    this.copy = copy;
    this.styles = new MarkedWorkbookStyles(this, copy.workbook());
    this.left = most;
  }

  @Override
  public CellStyle style(int index) {
    return original.getCellStyleAt(index);
  }

  @Override
  public Font font(int index) {
    return original.getFontAt(index);
  }

  @Override
  public @Nullable Color colour(Font font) {
    return font instanceof HSSFFont h ? h.getHSSFColor(original) : null;
  }

  void copySheets() throws MarkedWorkbookCopy.NotCopied {
    if (original.getInternalWorkbook().isUsing1904DateWindowing()) {
      copy.countFrom1904();
    }
    for (int i = 0; i < original.getNumberOfSheets(); i++) {
      HSSFSheet from = original.getSheetAt(i);
      if (!MarkedWorkbookList.isList(from.getSheetName())) {
        MarkedSheet to = copy.add(from.getSheetName());
        copyRows(from, to);
        copyLayout(from, to.layout());
        copy.workbook()
            .setSheetVisibility(
                copy.workbook().getSheetIndex(to.layout()), original.getSheetVisibility(i));
      }
    }
  }

  private void copyRows(HSSFSheet from, MarkedSheet to) throws MarkedWorkbookCopy.NotCopied {
    int widest = 0;
    for (Row row : from) {
      MarkedSheet.Row target = to.row(row.getRowNum());
      target.hide(row.getZeroHeight());
      if (row.getHeight() != from.getDefaultRowHeight()) {
        target.height(row.getHeight());
      }
      for (Cell cell : row) {
        left--;
        if (left < 0) {
          throw new MarkedWorkbookCopy.NotCopied();
        }
        target.put(copied(cell));
      }
      widest = Math.max(widest, row.getLastCellNum());
    }
    for (int column = 0; column < widest; column++) {
      to.layout().setColumnWidth(column, from.getColumnWidth(column));
      to.layout().setColumnHidden(column, from.isColumnHidden(column));
    }
  }

  private MarkedSheet.Cell copied(Cell cell) {
    Value value = value(cell);
    int style = cell.getCellStyle().getIndex();
    boolean quoted = value.kind() == MarkedSheet.Kind.TEXT && FormulaStart.of(value.text());
    return new MarkedSheet.Cell(
        cell.getColumnIndex(), quoted ? styles.quoted(style) : styles.of(style), value);
  }

  /** Of a formula the value that it was saved with. */
  private static Value value(Cell cell) {
    CellType type =
        cell.getCellType() == CellType.FORMULA
            ? cell.getCachedFormulaResultType()
            : cell.getCellType();
    return switch (type) {
      case STRING -> Value.of(cell.getRichStringCellValue().getString());
      case NUMERIC -> Value.of(cell.getNumericCellValue());
      case BOOLEAN -> Value.of(cell.getBooleanCellValue());
      case ERROR -> Value.error(FormulaError.forInt(cell.getErrorCellValue()));
      default -> Value.BLANK;
    };
  }

  private static void copyLayout(HSSFSheet from, XSSFSheet to) {
    for (CellRangeAddress merged : from.getMergedRegions()) {
      to.addMergedRegionUnsafe(merged);
    }
    PaneInformation pane = from.getPaneInformation();
    if (pane != null && pane.isFreezePane()) {
      to.createFreezePane(
          pane.getVerticalSplitPosition(),
          pane.getHorizontalSplitPosition(),
          pane.getVerticalSplitLeftColumn(),
          pane.getHorizontalSplitTopRow());
    }
  }
}
