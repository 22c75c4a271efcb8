package basedecl.answer;

import basedecl.cell.CellValue;
import basedecl.spreadsheet.SpreadsheetFiles;
import basedecl.spreadsheet.gate.RefusedFileException;
import basedecl.spreadsheet.row.RowSource;
import basedecl.spreadsheet.row.SheetRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows of any file that the readers read, each cell where it stood, without its looks. */
final class MarkedWorkbookRows implements MarkedWorkbookCopy {

  private final SpreadsheetFiles files;
  private final int mostCells;

  MarkedWorkbookRows(SpreadsheetFiles files, int mostCells) {
    this.files = files;
    this.mostCells = mostCells;
  }

  @Override
  public MarkedSheets of(Path source) throws NotCopied, IOException {
    MarkedSheets copy = new MarkedSheets();
    try (RowSource rows = files.open(source)) {
      copyRows(rows, new MarkedWorkbookValues(copy));
      return copy;
    } catch (NotCopied e) {
      copy.close();
      throw e;
    } catch (RefusedFileException | RuntimeException e) {
      copy.close();
      throw new NotCopied(e);
    }
  }

  private void copyRows(RowSource rows, MarkedWorkbookValues values)
      throws NotCopied, IOException, RefusedFileException {
    Map<String, MarkedSheet> sheets = new HashMap<>();
    int copied = 0;
    for (SheetRow row = rows.next(); row != null; row = rows.next()) {
      if (MarkedWorkbookList.isList(row.sheet())) {
        continue;
      }
      copied += row.cells().size();
      if (copied > mostCells) {
        throw new NotCopied();
      }
      MarkedSheet sheet = sheets.computeIfAbsent(row.sheet(), values::sheet);
      MarkedSheet.Row target = sheet.row(row.number() - 1);
      target.hide(row.hidden());
      List<CellValue> cells = row.cells();
      for (int column = 0; column < cells.size(); column++) {
        if (!cells.get(column).isBlank()) {
          target.put(values.cell(column, cells.get(column)));
        }
      }
    }
    if (sheets.isEmpty()) {
      throw new NotCopied();
    }
  }
}
