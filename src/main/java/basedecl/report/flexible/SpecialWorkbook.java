package basedecl.report.flexible;

import static basedecl.report.ReportTexts.count;
import static basedecl.report.ReportTexts.say;
import static basedecl.report.ReportTexts.yuan;

import basedecl.file.ReplacedFile.Written;
import basedecl.finding.FileFinding;
import basedecl.ledger.flexible.SpecialCharge;
import basedecl.money.Money;
import basedecl.policy.Payee;
import basedecl.report.ProblemSheet;
import basedecl.report.RegionHeading;
import basedecl.workbook.TableColumn;
import basedecl.workbook.TableRows;
import basedecl.workbook.TableSheet;
import basedecl.workbook.TableWorkbook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * {@code special-payments-YEAR.xlsx}: approved amounts of earlier months and how far they are paid.
 */
public final class SpecialWorkbook {

  private static final TableColumn[] COLUMNS = {
    TableColumn.text("姓名", 14),
    TableColumn.text("证件号码", 21),
    TableColumn.word("险种", 9),
    TableColumn.word("所属期起", 12),
    TableColumn.word("所属期止", 12),
    TableColumn.text("类型", 18),
    TableColumn.money("应缴金额", 15),
    TableColumn.money("已缴金额", 15),
    TableColumn.word("状态", 12),
    TableColumn.text("收款单位", 34),
    TableColumn.text("经办机构", 12)
  };

  private SpecialWorkbook() {}

  /** Writes {@code special-payments-YEAR.xlsx} in {@code folder}. */
  public static Written write(
      Path folder, RegionHeading heading, List<SettledCharge> charges, List<FileFinding> problems)
      throws IOException {
    Path target = folder.resolve("special-payments-" + heading.year() + ".xlsx");
    try (TableWorkbook workbook = TableWorkbook.at(target, heading.businessDate())) {
      TableRows rows = workbook.sheet(sheet(heading, charges), charges.size());
      for (SettledCharge settled : charges) {
        SpecialCharge charge = settled.charge();
        Optional<Payee> payee = heading.payee(charge.kind());
        rows.row()
            .text(charge.name())
            .text(charge.idNumber().whole())
            .text(charge.kind().title())
            .text(charge.from().toString())
            .text(charge.to().toString())
            .text(charge.type())
            .money(charge.amount())
            .money(settled.paid())
            .text(settled.status().title())
            .text(payee.map(Payee::name).orElse(""))
            .text(payee.map(Payee::agency).orElse(""));
      }
      ProblemSheet.add(workbook, heading.title("special.problems"), problems);
      return workbook.finish();
    }
  }

  private static TableSheet sheet(RegionHeading heading, List<SettledCharge> charges) {
    Money due = charges.stream().map(c -> c.charge().amount()).reduce(Money.ZERO, Money::plus);
    Money paid = charges.stream().map(SettledCharge::paid).reduce(Money.ZERO, Money::plus);
    return TableSheet.of("特殊缴费", heading.title("special.title"), COLUMNS)
        .withNotes(
            List.of(
                heading.notes().get(0),
                say("special.totals", count(charges.size()), yuan(due), yuan(paid)),
                say("special.note")));
  }
}
