package basedecl.answer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** The rows of one sheet, its cells numbered and counted from 0, and their comments. */
final class MarkedSheet implements MarkedSheets.Rows {

  private final XSSFSheet layout;
  private final Map<Integer, Row> rows = new HashMap<>();
  private final Map<Place, String> comments = new LinkedHashMap<>();

  MarkedSheet(XSSFSheet layout) {
    this.layout = layout;
  }

  /** What a cell holds; {@code number} and {@code text} count where the kind says so. */
  enum Kind {
    BLANK,
    TEXT,
    NUMBER,
    BOOLEAN,
    ERROR
  }

  /** A cell's value, without its place. */
  record Value(Kind kind, String text, double number) {

    static final Value BLANK = new Value(Kind.BLANK, "", 0);

    static Value of(String text) {
      return new Value(Kind.TEXT, text, 0);
    }

    static Value of(double number) {
      if (Double.isFinite(number)) {
        return new Value(Kind.NUMBER, "", number);
      }
      return error(Double.isNaN(number) ? FormulaError.NUM : FormulaError.DIV0);
    }

    static Value of(boolean value) {
      return new Value(Kind.BOOLEAN, "", value ? 1 : 0);
    }

    static Value error(FormulaError error) {
      return new Value(Kind.ERROR, error.getString(), 0);
    }
  }

  /**
   * A cell in its row.
   *
   * @param style its number in the answer
   */
  record Cell(int column, int style, Value value) {}

  /** Where a comment stands, and the findings that it tells. */
  record Place(int row, int column, int findings) {}

  /** A row; its cells stand in the order of their columns whatever order they come in. */
  static final class Row {
    private final List<Cell> cells = new ArrayList<>();
    private int twips;
    private boolean hidden;

    /** Twentieths of a point; 0 leaves the height to the sheet. */
    void height(int height) {
      twips = height;
    }

    int height() {
      return twips;
    }

    void hide(boolean hide) {
      hidden = hide;
    }

    boolean isHidden() {
      return hidden;
    }

    List<Cell> cells() {
      return cells;
    }

    /** A later cell takes the place of an earlier one. */
    void put(Cell cell) {
      int at = cells.size();
      while (at > 0 && cells.get(at - 1).column() > cell.column()) {
        at--;
      }
      if (at > 0 && cells.get(at - 1).column() == cell.column()) {
        cells.set(at - 1, cell);
      } else {
        cells.add(at, cell);
      }
    }

    /** The cell, or a blank one where there is none. */
    Cell cell(int column) {
      for (Cell cell : cells) {
        if (cell.column() == column) {
          return cell;
        }
      }
      return new Cell(column, 0, Value.BLANK);
    }
  }

  XSSFSheet layout() {
    return layout;
  }

  /** The row, made where there is none. */
  Row row(int index) {
    return rows.computeIfAbsent(index, i -> new Row());
  }

  void take(Map<Integer, Row> read) {
    rows.putAll(read);
  }

  void comment(Place place, String words) {
    comments.put(place, words);
  }

  Map<Place, String> comments() {
    return comments;
  }

  /** How many columns the widest row takes. */
  int width() {
    int width = 0;
    for (Row row : rows.values()) {
      if (!row.cells().isEmpty()) {
        width = Math.max(width, row.cells().get(row.cells().size() - 1).column() + 1);
      }
    }
    return width;
  }

  @Override
  public void write(MarkedSheetXml xml) throws IOException {
    for (int index : rows.keySet().stream().sorted().toList()) {
      Row row = row(index);
      xml.beginRow(index, row.height(), row.isHidden());
      for (Cell cell : row.cells()) {
        Value value = cell.value();
        switch (value.kind()) {
          case BLANK -> xml.blank(cell.column(), cell.style());
          case TEXT -> xml.text(cell.column(), cell.style(), value.text());
          case NUMBER -> xml.number(cell.column(), cell.style(), value.number());
          case BOOLEAN -> xml.bool(cell.column(), cell.style(), value.number() == 1);
          case ERROR -> xml.error(cell.column(), cell.style(), value.text());
        }
      }
      xml.endRow();
    }
  }

  /** The corner cells, as a sheet tells them at its beginning. */
  String dimension() {
    int firstRow = rows.keySet().stream().min(Integer::compare).orElse(0);
    int lastRow = rows.keySet().stream().max(Integer::compare).orElse(0);
    return MarkedSheetXml.range(firstRow, lastRow, Math.max(1, width()));
  }
}
