package basedecl.report.declaration;

import basedecl.file.ReplacedFile.Written;
import basedecl.ledger.intake.FileRecord;
import basedecl.workbook.CsvTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code receipts.csv}: what became of each file of the run, for programs (contract 5). Totals are
 * yuan with two decimals. A file's name that begins like a formula is written as {@code ./name},
 * which is the same path; an employer's code that does so gets an apostrophe.
 */
public final class ReceiptsCsv {

  private static final List<String> HEADER =
      List.of(
          "file",
          "sha256",
          "verdict",
          "employer",
          "version",
          "rows_read",
          "rows_accepted",
          "rows_rejected",
          "declared_total",
          "base_total",
          "codes");

  private ReceiptsCsv() {}

  /** Writes {@code receipts.csv} in {@code folder}, in the order given. */
  public static Written write(Path folder, Iterable<FileRecord> files) throws IOException {
    try (CsvTable table = CsvTable.at(folder.resolve("receipts.csv"), HEADER)) {
      for (FileRecord file : files) {
        table.row(
            List.of(
                CsvTable.harmlessPath(file.file()),
                file.sha256(),
                file.verdict().name(),
                CsvTable.harmless(file.employer()),
                file.version() == 0 ? "" : String.valueOf(file.version()),
                String.valueOf(file.rowsRead()),
                String.valueOf(file.rowsAccepted()),
                String.valueOf(file.rowsRejected()),
                file.declaredTotal().toString(),
                file.baseTotal().toString(),
                String.join(" ", file.codes())));
      }
      return table.finish();
    }
  }
}
