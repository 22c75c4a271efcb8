package basedecl.report;

import basedecl.workbook.TableRows;
import basedecl.workbook.TableSheet;
import basedecl.workbook.TableWorkbook;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;

/** A workbook begun with the sheet to which a line for each person will be added. */
public record PersonLines(TableWorkbook workbook, TableRows rows, YearTotals totals) {

  /** Begins the workbook; where its sheet cannot be begun, nothing is left of it. */
  public static PersonLines begin(
      Path target, LocalDate businessDate, int rowLimit, TableSheet sheet, YearTotals totals)
      throws IOException {
    TableWorkbook workbook =
        TableWorkbook.at(target, businessDate, TableWorkbook.DEFLATE_LEVEL, rowLimit);
    try {
      return new PersonLines(workbook, workbook.sheet(sheet, totals.persons()), totals);
    } catch (IOException | RuntimeException e) {
      workbook.close();
      throw e;
    }
  }
}
