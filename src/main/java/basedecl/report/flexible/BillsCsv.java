package basedecl.report.flexible;

import basedecl.file.ReplacedFile.Written;
import basedecl.ledger.flexible.TopUpBill;
import basedecl.workbook.CsvTable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * Bills for the collecting channel, UTF-8: {@code bill,id_number,name,kind,amount,due}. Amounts are
 * yuan with two decimals, below zero where money goes back; {@code due} is the last day to pay
 * (inclusive), empty where the policy names none.
 */
public final class BillsCsv {

  private static final List<String> HEADER =
      List.of("bill", "id_number", "name", "kind", "amount", "due");

  private BillsCsv() {}

  /** Writes {@code target}; a header alone where there is no new bill. */
  public static Written write(Path target, List<TopUpBill> bills) throws IOException {
    try (CsvTable table = CsvTable.at(target, HEADER)) {
      for (TopUpBill bill : bills) {
        table.row(
            List.of(
                bill.bill(),
                CsvTable.harmless(bill.idNumber().whole()),
                CsvTable.harmless(bill.name()),
                bill.kind().title(),
                bill.amount().toString(),
                bill.due().map(LocalDate::toString).orElse("")));
      }
      return table.finish();
    }
  }
}
