package basedecl.spreadsheet.value;

import basedecl.spreadsheet.gate.FileReason;
import basedecl.spreadsheet.gate.RefusedFileException;
import java.util.HashMap;
import java.util.Map;

/** A workbook's number formats by their id; the well-known ones need no definition. */
public final class CellFormatTable {

  /** More than any workbook may have; a hostile one has millions. */
  private static final int MOST = 65_536;

  private final boolean since1904;
  private final Map<Integer, CellFormat> formats = new HashMap<>();

  public CellFormatTable(boolean since1904) {
    this.since1904 = since1904;
  }

  public static void checkCount(int count) throws RefusedFileException {
    if (count >= MOST) {
      throw FileReason.MEMORY.refusal();
    }
  }

  public void define(int id, String code) throws RefusedFileException {
    checkCount(formats.size());
    formats.put(id, CellFormat.ofCode(code, since1904));
  }

  public CellFormat format(int id) {
    return formats.computeIfAbsent(id, known -> CellFormat.builtIn(known, since1904));
  }
}
