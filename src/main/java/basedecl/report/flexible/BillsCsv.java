package basedecl.report.flexible;

import basedecl.file.ReplacedFile.Written;
import basedecl.ledger.flexible.TopUpBill;
import basedecl.policy.Payee;
import basedecl.report.RegionHeading;
import basedecl.workbook.CsvTable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Bills for the collecting channel, UTF-8: {@code bill,id_number,name,kind,amount,due,
 * payee,agency}. Amounts are yuan with two decimals, below zero where money goes back; {@code due}
 * is the last day to pay (inclusive), {@code payee} and {@code agency} whom to choose when paying;
 * each is empty where the policy names none.
 */
public final class BillsCsv {

  private static final List<String> HEADER =
      List.of("bill", "id_number", "name", "kind", "amount", "due", "payee", "agency");

  private BillsCsv() {}

  /** Writes {@code target}; a header alone where there is no new bill. */
  public static Written write(Path target, List<TopUpBill> bills, RegionHeading heading)
      throws IOException {
    try (CsvTable table = CsvTable.at(target, HEADER)) {
      for (TopUpBill bill : bills) {
        Optional<Payee> payee = heading.payee(bill.kind());
        table.row(
            List.of(
                bill.bill(),
                CsvTable.harmless(bill.idNumber().whole()),
                CsvTable.harmless(bill.name()),
                bill.kind().title(),
                bill.amount().toString(),
                bill.due().map(LocalDate::toString).orElse(""),
                payee.map(Payee::name).map(CsvTable::harmless).orElse(""),
                payee.map(Payee::agency).map(CsvTable::harmless).orElse("")));
      }
      return table.finish();
    }
  }
}
