package basedecl.report.flexible;

import static basedecl.report.ReportTexts.count;
import static basedecl.report.ReportTexts.say;
import static basedecl.report.ReportTexts.yuan;

import basedecl.assessment.topup.TopUpLine;
import basedecl.file.ReplacedFile.Written;
import basedecl.finding.FileFinding;
import basedecl.ledger.flexible.TopUpMonth;
import basedecl.money.Money;
import basedecl.policy.InsuranceKind;
import basedecl.policy.Payee;
import basedecl.report.ProblemSheet;
import basedecl.report.RegionHeading;
import basedecl.workbook.TableColumn;
import basedecl.workbook.TableRows;
import basedecl.workbook.TableSheet;
import basedecl.workbook.TableWorkbook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code top-up-YEAR.xlsx}: who tops up which months by how much, who does not and why. A dry run
 * says so in every title.
 */
public final class TopUpWorkbook {

  private static final TableColumn[] MONTHS = {
    TableColumn.text("姓名", 14),
    TableColumn.text("证件号码", 21),
    TableColumn.word("险种", 9),
    TableColumn.word("费款所属期", 13),
    TableColumn.money("原基数", 14),
    TableColumn.money("新基数", 14),
    TableColumn.money("差额", 12),
    TableColumn.percent("费率", 10),
    TableColumn.money("应补金额", 14),
    TableColumn.prose("说明", 40)
  };

  private static final TableColumn[] SUMS = {
    TableColumn.text("姓名", 16),
    TableColumn.text("证件号码", 23),
    TableColumn.word("险种", 12),
    TableColumn.count("月数", 10),
    TableColumn.money("应补合计", 16),
    TableColumn.date("截止日期", 14),
    TableColumn.money("已开账单冲减", 16),
    TableColumn.money("待抵扣金额", 14),
    TableColumn.text("收款单位", 34),
    TableColumn.text("经办机构", 12)
  };

  private static final TableColumn[] LEFT_OUT = {
    TableColumn.text("姓名", 16),
    TableColumn.text("证件号码", 23),
    TableColumn.word("险种", 12),
    TableColumn.prose("原因", 60)
  };

  private TopUpWorkbook() {}

  /** Writes {@code top-up-YEAR.xlsx} in {@code folder}. */
  public static Written write(
      Path folder,
      RegionHeading heading,
      boolean dryRun,
      List<TopUpSum> sums,
      List<TopUpLeftOut> leftOut,
      List<FileFinding> problems)
      throws IOException {
    Path target = folder.resolve("top-up-" + heading.year() + ".xlsx");
    try (TableWorkbook workbook = TableWorkbook.at(target, heading.businessDate())) {
      long lines =
          sums.stream().mapToLong(sum -> sum.months().size() + 2L * sum.takenBack().size()).sum();
      TableRows months = workbook.sheet(monthSheet(heading, dryRun, sums), lines);
      for (TopUpSum sum : sums) {
        for (TopUpMonth month : sum.months()) {
          add(months, month, month.line(), "");
        }
        for (TopUpMonth month : sum.takenBack()) {
          add(months, month, month.line(), say("top-up.billed", month.bill()));
          add(months, month, month.line().takenBack(), say("top-up.taken-back", month.bill()));
        }
      }
      TableRows totals = workbook.sheet(sumSheet(heading, dryRun), sums.size());
      for (TopUpSum sum : sums) {
        add(totals, heading, sum);
      }
      TableRows others = workbook.sheet(leftOutSheet(heading, dryRun), leftOut.size());
      for (TopUpLeftOut each : leftOut) {
        others
            .row()
            .text(each.name())
            .text(each.idNumber().whole())
            .text(each.kind())
            .text(say("top-up.reason." + each.reason().name(), String.valueOf(heading.year())));
      }
      ProblemSheet.add(workbook, heading.title("top-up.problems"), problems);
      return workbook.finish();
    }
  }

  private static void add(TableRows rows, TopUpMonth month, TopUpLine line, String note)
      throws IOException {
    rows.row()
        .text(month.name())
        .text(month.idNumber().whole())
        .text(month.kind().title())
        .text(line.month().toString())
        .money(line.assessedBase())
        .money(line.newBase())
        .money(line.difference())
        .fraction(line.rate().value())
        .money(line.amount())
        .text(note);
  }

  private static void add(TableRows rows, RegionHeading heading, TopUpSum sum) throws IOException {
    rows.row()
        .text(sum.name())
        .text(sum.idNumber().whole())
        .text(sum.kind().title())
        .number(sum.months().size())
        .money(sum.total());
    if (sum.due().isPresent()) {
      rows.date(sum.due().get());
    } else {
      rows.blank();
    }
    Optional<Payee> payee = heading.payee(sum.kind());
    rows.money(sum.takenBackTotal())
        .money(sum.credit())
        .text(payee.map(Payee::name).orElse(""))
        .text(payee.map(Payee::agency).orElse(""));
  }

  private static TableSheet monthSheet(RegionHeading heading, boolean dryRun, List<TopUpSum> sums) {
    List<String> notes = new ArrayList<>(heading.notes());
    for (InsuranceKind kind : InsuranceKind.values()) {
      List<TopUpSum> own = sums.stream().filter(sum -> sum.kind() == kind).toList();
      if (!own.isEmpty()) {
        notes.add(
            say(
                "top-up.totals",
                kind.title(),
                count(own.size()),
                count(own.stream().mapToLong(sum -> sum.months().size()).sum()),
                yuan(own.stream().map(TopUpSum::total).reduce(Money.ZERO, Money::plus))));
      }
    }
    notes.add(say("top-up.note"));
    return TableSheet.of("补差明细", heading.title("top-up.title"), MONTHS)
        .withNotes(notes)
        .withWarnings(heading.warnings())
        .withWarnings(dryRunWarning(dryRun));
  }

  private static TableSheet sumSheet(RegionHeading heading, boolean dryRun) {
    return TableSheet.of("补差汇总", heading.title("top-up.sums.title"), SUMS)
        .withNotes(List.of(heading.notes().get(0), say("top-up.sums.note")))
        .withWarnings(heading.warnings())
        .withWarnings(dryRunWarning(dryRun));
  }

  private static TableSheet leftOutSheet(RegionHeading heading, boolean dryRun) {
    return TableSheet.of("不补差人员", heading.title("top-up.left-out.title"), LEFT_OUT)
        .withNotes(List.of(heading.notes().get(0)))
        .withWarnings(dryRunWarning(dryRun));
  }

  private static List<String> dryRunWarning(boolean dryRun) {
    return dryRun ? List.of(say("top-up.dry-run")) : List.of();
  }
}
