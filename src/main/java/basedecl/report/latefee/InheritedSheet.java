package basedecl.report.latefee;

import static basedecl.report.ReportTexts.count;
import static basedecl.report.ReportTexts.yuan;
import static basedecl.report.latefee.LateFeeHeading.say;

import basedecl.assessment.latefee.InheritedDue;
import basedecl.assessment.latefee.LateFeeTotals;
import basedecl.assessment.latefee.SettledDue;
import basedecl.workbook.TableColumn;
import basedecl.workbook.TableRows;
import basedecl.workbook.TableSheet;
import basedecl.workbook.TableWorkbook;
import java.io.IOException;
import java.util.List;

/** 承继欠费: what employers bear of others that merged into them, or that they split off, by month. */
public final class InheritedSheet {

  private static final TableColumn[] COLUMNS = {
    TableColumn.text("承继单位编号", 14),
    TableColumn.prose("承继单位名称", 32),
    TableColumn.text("原单位编号", 14),
    TableColumn.prose("原单位名称", 32),
    TableColumn.word("费款所属期", 12),
    TableColumn.money("应缴合计", 16),
    TableColumn.money("已缴金额", 16),
    TableColumn.money("欠缴金额", 16),
    TableColumn.money("滞纳金", 15)
  };

  private InheritedSheet() {}

  /** Writes the sheet behind those already in the workbook. */
  public static void add(
      TableWorkbook workbook, String title, List<String> warnings, List<InheritedAccount> inherited)
      throws IOException {
    TableRows rows =
        workbook.sheet(
            TableSheet.of("承继欠费", title, COLUMNS)
                .withNotes(List.of(totals(inherited), say("inherited.note")))
                .withWarnings(warnings),
            inherited.size());
    for (InheritedAccount account : inherited) {
      InheritedDue each = account.due();
      SettledDue month = each.settled();
      rows.row(month.isInArrears())
          .text(each.inheritance().to())
          .text(account.bearerName())
          .text(each.inheritance().from())
          .text(account.formerName())
          .text(month.due().period().toString())
          .money(month.due().total())
          .money(month.paid())
          .money(month.arrears())
          .money(month.fee());
    }
  }

  private static String totals(List<InheritedAccount> accounts) {
    List<InheritedDue> inherited = accounts.stream().map(InheritedAccount::due).toList();
    LateFeeTotals totals = InheritedDue.totals(inherited);
    return say(
        "inherited.totals",
        count(inherited.stream().map(each -> each.inheritance().to()).distinct().count()),
        count(inherited.stream().map(each -> each.inheritance().from()).distinct().count()),
        yuan(totals.arrears()),
        yuan(totals.fee()));
  }
}
