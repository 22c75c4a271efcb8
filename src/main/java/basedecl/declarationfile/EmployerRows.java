package basedecl.declarationfile;

import basedecl.cell.CellValue;
import basedecl.cell.Field;
import basedecl.declaration.row.EmployerCell;
import basedecl.declaration.row.RawRow;
import basedecl.spreadsheet.gate.RefusedFileException;
import java.io.IOException;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The people's rows of a file that holds several employers, employer by employer: what each may be
 * shown of the file. Of a row there are the columns that declarations have, and over it their
 * titles; whatever else a file holds (other columns, totals, blocks, titles, comments) is left out,
 * for nobody can say whose it is. The rows stay where they stood, so that the places of findings
 * hold; the employer's code is written where the file says it elsewhere.
 */
public final class EmployerRows {

  private static final int ROUGH_CELLS_OF_A_ROW = 8;

  private final DeclarationForm form;
  private final Map<String, Sheets> byOwner = new HashMap<>();
  private final Map<String, BitSet> seen = new HashMap<>();

  private EmployerRows(DeclarationForm form) {
    this.form = form;
  }

  /**
   * A row to show.
   *
   * @param cells by their columns, from 0
   */
  public record Row(String sheet, int row, SortedMap<Integer, CellValue> cells) {}

  /** The rows of one owner, sheet by sheet. */
  private static final class Sheets {
    private final Map<String, SortedMap<Integer, SortedMap<Integer, CellValue>>> rows =
        new LinkedHashMap<>();

    private SortedMap<Integer, SortedMap<Integer, CellValue>> of(String sheet) {
      return rows.computeIfAbsent(sheet, s -> new TreeMap<>());
    }

    private List<Row> all() {
      return rows.entrySet().stream()
          .flatMap(
              sheet ->
                  sheet.getValue().entrySet().stream()
                      .map(row -> new Row(sheet.getKey(), row.getKey(), row.getValue())))
          .toList();
    }
  }

  /**
   * Reads the file to its end.
   *
   * @param wanted employers' codes, {@code ""} for the rows that belong to nobody
   * @param mostCells of all together; beyond them nothing is shown
   * @return by employer; empty where the rows cannot be told apart
   */
  public static Map<String, List<Row>> of(
      DeclarationRows rows, DeclarationForm form, Collection<String> wanted, int mostCells)
      throws IOException {
    Set<String> owners = Set.copyOf(wanted);
    EmployerRows found = new EmployerRows(form);
    int cells = 0;
    try {
      for (RawRow row = rows.next(); row != null; row = rows.next()) {
        if (!found.isNew(row)) {
          return Map.of();
        }
        String owner = EmployerCell.owner(row);
        if (owners.contains(owner)) {
          cells += Math.max(ROUGH_CELLS_OF_A_ROW, row.cells().size());
          if (cells > mostCells) {
            return Map.of();
          }
          found.add(owner, row, rows.headerRow());
        }
      }
    } catch (RefusedFileException e) {
      return Map.of();
    }
    Map<String, List<Row>> all = new HashMap<>();
    found.byOwner.forEach((owner, sheets) -> all.put(owner, sheets.all()));
    return all;
  }

  /** Two sheets of one name would lie upon each other. */
  private boolean isNew(RawRow row) {
    BitSet rows = seen.computeIfAbsent(row.sheet(), sheet -> new BitSet());
    boolean before = rows.get(row.row());
    rows.set(row.row());
    return !before;
  }

  private void add(String owner, RawRow row, int headerRow) {
    SortedMap<Integer, SortedMap<Integer, CellValue>> sheet =
        byOwner.computeIfAbsent(owner, o -> new Sheets()).of(row.sheet());
    SortedMap<Integer, CellValue> cells = new TreeMap<>();
    SortedMap<Integer, CellValue> titles = new TreeMap<>();
    for (Field field : Field.values()) {
      int column = row.columns().of(field);
      if (column >= 0) {
        cells.put(column, row.cell(field));
        titles.put(column, new CellValue.Text(form.header().title(field)));
      }
    }
    sheet.put(row.row(), cells);
    sheet.putIfAbsent(headerRow, titles);
    if (!isEmployerSaid(owner, row)) {
      if (row.has(Field.EMPLOYER_CODE)) {
        cells.put(row.columns().of(Field.EMPLOYER_CODE), new CellValue.Text(owner));
      } else if (headerRow > 1) {
        CellValue block = new CellValue.Text("单位编号：" + owner);
        sheet.putIfAbsent(headerRow - 1, new TreeMap<>(Map.of(0, block)));
      }
    }
  }

  private static boolean isEmployerSaid(String owner, RawRow row) {
    return owner.isEmpty()
        || !row.cell(Field.EMPLOYER_CODE).isBlank()
        || !row.cell(Field.CREDIT_CODE).isBlank();
  }
}
