package basedecl.job.review;

import basedecl.cell.CalendarText;
import basedecl.cell.CellValue;
import basedecl.finding.Finding;
import basedecl.finding.SourceCell;
import basedecl.spreadsheet.SpreadsheetFiles;
import basedecl.spreadsheet.gate.RefusedFileException;
import basedecl.table.HeaderSpec;
import basedecl.table.KnownHeader;
import basedecl.table.SheetTable;
import basedecl.table.TableRow;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A line of the employers' confirmations (contract 7): 单位编号, 确认日期.
 *
 * <pre>
 * 单位编号,确认日期
 * 0370700001,2024-01-30
 * </pre>
 */
record ConfirmationLine(
    SourceCell place, String employer, CellValue date, Optional<Finding> tooWide) {

  private enum Column {
    EMPLOYER,
    DATE
  }

  private static final HeaderSpec<Column> HEADER =
      HeaderSpec.of(Column.class)
          .required(Column.EMPLOYER, KnownHeader.EMPLOYER_CODE, "缴费人识别号")
          .required(Column.DATE, "确认日期", "确认时间")
          .build();

  /** Every line of the file. */
  static List<ConfirmationLine> read(SpreadsheetFiles files, Path file)
      throws RefusedFileException, IOException {
    List<ConfirmationLine> lines = new ArrayList<>();
    try (SheetTable<Column> table = SheetTable.open(files, file, HEADER)) {
      for (TableRow<Column> row = table.next(); row != null; row = table.next()) {
        lines.add(
            new ConfirmationLine(
                row.place(Column.DATE),
                row.cell(Column.EMPLOYER).asText(),
                row.cell(Column.DATE),
                row.tooWide()));
      }
    }
    return lines;
  }

  Optional<LocalDate> day() {
    return CalendarText.day(date);
  }
}
