package basedecl.spreadsheet;

import java.util.HashMap;
import java.util.Map;

/** A workbook's number formats by their id; the well-known ones need no definition. */
final class CellFormatTable {

  private final boolean since1904;
  private final Map<Integer, CellFormat> formats = new HashMap<>();

  CellFormatTable(boolean since1904) {
    this.since1904 = since1904;
  }

  void define(int id, String code) {
    formats.put(id, CellFormat.ofCode(code, since1904));
  }

  CellFormat format(int id) {
    return formats.computeIfAbsent(id, known -> CellFormat.builtIn(known, since1904));
  }
}
