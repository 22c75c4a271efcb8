package basedecl.answer;

import basedecl.workbook.FormulaStart;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.PaneInformation;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFChartSheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * An .xlsx, .xlsm or .xls copied with its looks into a new workbook: what is copied is named here,
 * everything else stays behind.
 */
final class MarkedWorkbookFormats implements MarkedWorkbookCopy {

  private final MarkedWorkbook.Bounds bounds;

  MarkedWorkbookFormats(MarkedWorkbook.Bounds bounds) {
    this.bounds = bounds;
  }

  @Override
  public XSSFWorkbook of(Path source) throws NotCopied, IOException {
    XSSFWorkbook copy = new XSSFWorkbook();
    try (Workbook original = open(source)) {
      copySheets(original, copy);
      return copy;
    } catch (NotCopied e) {
      copy.close();
      throw e;
    } catch (RuntimeException | OpenXML4JException | StackOverflowError e) {
      // POI has no one exception for what it cannot read; the plain rows are tried next.
      copy.close();
      throw new NotCopied(e);
    }
  }

  private Workbook open(Path source) throws NotCopied, IOException, OpenXML4JException {
    FileMagic magic;
    try (InputStream start = new BufferedInputStream(Files.newInputStream(source))) {
      magic = FileMagic.valueOf(start);
    }
    if (magic == FileMagic.OOXML && inflatedBytes(source) <= bounds.inflatedBytes()) {
      return new XSSFWorkbook(OPCPackage.open(source.toFile(), PackageAccess.READ));
    }
    if (magic == FileMagic.OLE2 && Files.size(source) <= bounds.inflatedBytes()) {
      return new HSSFWorkbook(new POIFSFileSystem(source.toFile(), true), false);
    }
    throw new NotCopied();
  }

  private static long inflatedBytes(Path source) throws IOException {
    try (ZipFile zip = new ZipFile(source.toFile())) {
      return Collections.list(zip.entries()).stream().mapToLong(ZipEntry::getSize).sum();
    }
  }

  private void copySheets(Workbook original, XSSFWorkbook copy) throws NotCopied {
    MarkedWorkbookStyles styles = new MarkedWorkbookStyles(original, copy);
    int cells = 0;
    for (int i = 0; i < original.getNumberOfSheets(); i++) {
      Sheet from = original.getSheetAt(i);
      if (from instanceof XSSFChartSheet || MarkedWorkbookList.isList(from.getSheetName())) {
        continue;
      }
      XSSFSheet to = copy.createSheet(from.getSheetName());
      cells += copyRows(from, to, styles, bounds.cells() - cells);
      copyLayout(from, to);
      copy.setSheetVisibility(copy.getSheetIndex(to), original.getSheetVisibility(i));
    }
    if (copy.getNumberOfSheets() == 0) {
      throw new NotCopied();
    }
  }

  private static int copyRows(Sheet from, XSSFSheet to, MarkedWorkbookStyles styles, int most)
      throws NotCopied {
    int cells = 0;
    int widest = 0;
    for (Row row : from) {
      Row target = to.createRow(row.getRowNum());
      target.setZeroHeight(row.getZeroHeight());
      if (row.getHeight() != from.getDefaultRowHeight()) {
        target.setHeight(row.getHeight());
      }
      for (Cell cell : row) {
        cells++;
        if (cells > most) {
          throw new NotCopied();
        }
        copyCell(cell, target.createCell(cell.getColumnIndex()), styles);
      }
      widest = Math.max(widest, row.getLastCellNum());
    }
    for (int column = 0; column < widest; column++) {
      to.setColumnWidth(column, from.getColumnWidth(column));
      to.setColumnHidden(column, from.isColumnHidden(column));
    }
    return cells;
  }

  private static void copyCell(Cell from, Cell to, MarkedWorkbookStyles styles) {
    boolean formula = from.getCellType() == CellType.FORMULA;
    CellType type = formula ? from.getCachedFormulaResultType() : from.getCellType();
    to.setCellStyle(styles.of(from.getCellStyle()));
    if (formula && from instanceof XSSFCell x && !x.getCTCell().isSetV()) {
      return;
    }
    switch (type) {
      case STRING -> {
        String text = from.getRichStringCellValue().getString();
        to.setCellValue(text);
        if (FormulaStart.of(text)) {
          to.setCellStyle(styles.quoted(from.getCellStyle()));
        }
      }
      case NUMERIC -> to.setCellValue(from.getNumericCellValue());
      case BOOLEAN -> to.setCellValue(from.getBooleanCellValue());
      case ERROR -> to.setCellErrorValue(FormulaError.forInt(from.getErrorCellValue()).getCode());
      default -> to.setBlank();
    }
  }

  private static void copyLayout(Sheet from, XSSFSheet to) {
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
