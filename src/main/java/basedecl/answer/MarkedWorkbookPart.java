package basedecl.answer;

import basedecl.cell.CellValue;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * One employer's rows of a file that holds several, each where it stood. Nothing is copied from the
 * file itself: what is handed in here is all there is, so that nobody reads another employer's
 * people in a hidden sheet, a comment or a total.
 */
public final class MarkedWorkbookPart implements MarkedWorkbookCopy {

  private final List<Line> lines;

  /**
   * @param lines one for each row of a sheet at most
   */
  public MarkedWorkbookPart(List<Line> lines) {
    this.lines = List.copyOf(lines);
  }

  /**
   * A row of a sheet.
   *
   * @param sheet its name, {@code ""} for a text file
   * @param row as a spreadsheet counts it
   * @param cells by their columns, from 0
   */
  public record Line(String sheet, int row, SortedMap<Integer, CellValue> cells) {}

  @Override
  public MarkedSheets of(Path source) throws NotCopied {
    if (lines.isEmpty()) {
      throw new NotCopied();
    }
    MarkedSheets copy = new MarkedSheets();
    MarkedWorkbookValues values = new MarkedWorkbookValues(copy);
    Map<String, MarkedSheet> sheets = new HashMap<>();
    for (Line line : lines) {
      MarkedSheet sheet = sheets.computeIfAbsent(line.sheet(), values::sheet);
      MarkedSheet.Row row = sheet.row(line.row() - 1);
      line.cells()
          .forEach(
              (column, value) -> {
                if (!value.isBlank()) {
                  row.put(values.cell(column, value));
                }
              });
    }
    return copy;
  }
}
