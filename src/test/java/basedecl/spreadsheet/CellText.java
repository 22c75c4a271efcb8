package basedecl.spreadsheet;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;

/** What a sheet says, read back with POI. */
public final class CellText {

  private CellText() {}

  /** The rows under the header that begins with {@code firstTitle}, cells joined by {@code |}. */
  public static List<String> rows(Path file, String sheet, String firstTitle) throws IOException {
    List<String> rows = new ArrayList<>();
    try (Workbook workbook = WorkbookFactory.create(file.toFile(), null, true)) {
      boolean under = false;
      for (Row row : workbook.getSheet(sheet)) {
        if (under) {
          List<String> cells = new ArrayList<>();
          row.forEach(cell -> cells.add(text(cell)));
          rows.add(String.join("|", cells));
        }
        under |= text(row.getCell(0)).equals(firstTitle);
      }
    }
    return rows;
  }

  private static String text(Cell cell) {
    if (cell.getCellType() != CellType.NUMERIC) {
      return cell.getStringCellValue();
    }
    String format = cell.getCellStyle().getDataFormatString();
    if (format.contains("yy")) {
      return cell.getLocalDateTimeCellValue().toLocalDate().toString();
    }
    BigDecimal value = BigDecimal.valueOf(cell.getNumericCellValue());
    return format.contains("0.00") && !format.contains("%")
        ? value.setScale(2).toPlainString()
        : value.stripTrailingZeros().toPlainString();
  }
}
