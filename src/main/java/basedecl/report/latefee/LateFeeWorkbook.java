package basedecl.report.latefee;

import static basedecl.report.ReportTexts.count;
import static basedecl.report.ReportTexts.yuan;
import static basedecl.report.latefee.LateFeeHeading.say;

import basedecl.assessment.latefee.EmployerDue;
import basedecl.assessment.latefee.LateFeeLine;
import basedecl.assessment.latefee.LateFeeTotals;
import basedecl.assessment.latefee.SettledDue;
import basedecl.file.ReplacedFile.Written;
import basedecl.finding.FileFinding;
import basedecl.money.Money;
import basedecl.payment.Movement;
import basedecl.payment.Reversed;
import basedecl.policy.rule.Waiver;
import basedecl.report.ProblemSheet;
import basedecl.workbook.TableColumn;
import basedecl.workbook.TableRows;
import basedecl.workbook.TableSheet;
import basedecl.workbook.TableWorkbook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code late-fees-YEAR.xlsx} (contract 7): 滞纳金, a line for each employer and month in arrears
 * coloured; 计算过程, a line for each slice that was late and one for each reversal; 问题清单, the payments
 * that could not be taken.
 */
public final class LateFeeWorkbook {

  private static final TableColumn[] FEES = {
    TableColumn.text("单位编号", 14),
    TableColumn.prose("单位名称", 34),
    TableColumn.word("经办机构", 10),
    TableColumn.word("费款所属期", 12),
    TableColumn.money("应缴合计", 16),
    TableColumn.word("核定方式", 17),
    TableColumn.date("缴费期限", 13),
    TableColumn.money("已缴金额", 16),
    TableColumn.money("欠缴金额", 16),
    TableColumn.money("多缴金额", 16),
    TableColumn.money("滞纳金", 15),
    TableColumn.money("冲销金额", 16)
  };

  private static final TableColumn[] LINES = {
    TableColumn.text("单位编号", 14),
    TableColumn.word("费款所属期", 12),
    TableColumn.money("本金", 16),
    TableColumn.date("起算日", 13),
    TableColumn.date("截止日", 13),
    TableColumn.count("天数", 8),
    TableColumn.percent("日加收率", 11),
    TableColumn.money("滞纳金", 15),
    TableColumn.prose("依据", 84)
  };

  private LateFeeWorkbook() {}

  /**
   * Writes {@code late-fees-YEAR.xlsx} in {@code folder}.
   *
   * @param accounts in order of employer and month
   * @param totals what they come to
   * @param inherited months among them that another employer bears; without any there is no sheet
   */
  public static Written write(
      Path folder,
      LateFeeHeading heading,
      List<LateFeeAccount> accounts,
      LateFeeTotals totals,
      List<InheritedAccount> inherited,
      List<FileFinding> findings)
      throws IOException {
    Path target = folder.resolve("late-fees-" + heading.year() + ".xlsx");
    try (TableWorkbook workbook = TableWorkbook.at(target, heading.businessDate())) {
      fees(workbook, heading, accounts, totals);
      lines(workbook, heading, accounts, totals);
      if (!inherited.isEmpty()) {
        InheritedSheet.add(
            workbook, heading.title("inherited.title"), heading.warnings(), inherited);
      }
      ProblemSheet.write(
          workbook,
          heading.title("problems.title"),
          List.of(say("problems.note", count(findings.size()))),
          findings);
      return workbook.finish();
    }
  }

  private static void fees(
      TableWorkbook workbook,
      LateFeeHeading heading,
      List<LateFeeAccount> accounts,
      LateFeeTotals totals)
      throws IOException {
    TableRows rows =
        workbook.sheet(
            TableSheet.of("滞纳金", heading.title("fees.title"), FEES)
                .withNotes(notes(heading, totals))
                .withWarnings(heading.warnings()),
            accounts.size());
    for (LateFeeAccount account : accounts) {
      SettledDue settled = account.settled();
      EmployerDue due = settled.due();
      rows.row(settled.isInArrears())
          .text(due.employerCode())
          .text(account.employerName())
          .text(account.agency())
          .text(due.period().toString())
          .money(due.total())
          .text(say("method." + due.method().name()))
          .date(due.deadline())
          .money(settled.paid())
          .money(settled.arrears())
          .money(settled.overpaid())
          .money(settled.fee())
          .money(settled.givenBack());
    }
  }

  private static List<String> notes(LateFeeHeading heading, LateFeeTotals totals) {
    List<String> notes = new ArrayList<>(heading.notes());
    notes.add(
        say(
            "fees.totals",
            count(totals.employers()),
            yuan(totals.due()),
            yuan(totals.paid()),
            yuan(totals.arrears()),
            yuan(totals.overpaid()),
            yuan(totals.fee())));
    if (totals.imputed() > 0) {
      notes.add(say("fees.imputed", count(totals.imputed())));
    }
    if (totals.unknown() > 0) {
      notes.add(say("fees.unknown", count(totals.unknown())));
    }
    if (totals.givenBack().signum() > 0) {
      notes.add(say("fees.given-back", yuan(totals.givenBack())));
    }
    notes.add(say("fees.note"));
    return notes;
  }

  private static void lines(
      TableWorkbook workbook,
      LateFeeHeading heading,
      List<LateFeeAccount> accounts,
      LateFeeTotals totals)
      throws IOException {
    long count = accounts.stream().mapToLong(account -> account.settled().lines().size()).sum();
    long undone = accounts.stream().mapToLong(a -> a.settled().reversed().size()).sum();
    TableRows rows =
        workbook.sheet(
            TableSheet.of("计算过程", heading.title("lines.title"), LINES)
                .withNotes(lineNotes(count, undone, totals))
                .withWarnings(heading.warnings()),
            count + undone);
    for (LateFeeAccount account : accounts) {
      for (LateFeeLine line : account.settled().lines()) {
        line(rows, account.settled().due(), line);
      }
      for (Reversed reversed : account.settled().reversed()) {
        reversed(rows, account.settled().due(), reversed);
      }
    }
  }

  private static List<String> lineNotes(long lines, long reversed, LateFeeTotals totals) {
    List<String> notes = new ArrayList<>();
    notes.add(say("lines.note", count(lines), yuan(totals.fee())));
    if (reversed > 0) {
      notes.add(say("lines.reversed-note", count(reversed)));
    }
    return notes;
  }

  private static void line(TableRows rows, EmployerDue due, LateFeeLine line) throws IOException {
    rows.row()
        .text(due.employerCode())
        .text(due.period().toString())
        .money(line.principal())
        .date(line.firstDay())
        .date(line.lastDay())
        .number(line.days())
        .fraction(line.dailyRate().value())
        .money(line.fee())
        .text(basis(line));
  }

  /**
   * No slice: the payment that was given back, from its day to that of the reversal, as a minus.
   */
  private static void reversed(TableRows rows, EmployerDue due, Reversed reversed)
      throws IOException {
    Movement payment = reversed.payment();
    rows.row()
        .text(due.employerCode())
        .text(due.period().toString())
        .money(Money.ZERO.minus(reversed.amount()))
        .date(payment.on())
        .date(reversed.reversal().on())
        .number(0)
        .blank()
        .money(Money.ZERO)
        .text(
            say(
                "lines.reversed",
                payment.on().toString(),
                yuan(payment.amount()),
                payment.serial().orElse("—"),
                reversed.reversal().on().toString(),
                yuan(reversed.amount()),
                reversed.reversal().serial().orElse("—")));
  }

  /** The article behind the line, and the days that did not count. */
  static String basis(LateFeeLine line) {
    StringBuilder basis = new StringBuilder(line.citation().text());
    for (Waiver waiver : line.waivers()) {
      basis.append(
          say(
              "lines.waiver",
              waiver.from().toString(),
              waiver.to().toString(),
              waiver.citation().text()));
    }
    return basis.toString();
  }
}
