package basedecl.report.latefee;

import static basedecl.report.ReportTexts.count;
import static basedecl.report.ReportTexts.yuan;
import static basedecl.report.latefee.LateFeeHeading.say;

import basedecl.assessment.latefee.Deferral;
import basedecl.assessment.latefee.DeferralDecision;
import basedecl.assessment.latefee.EmployerDue;
import basedecl.assessment.latefee.LateFeeLine;
import basedecl.assessment.latefee.LateFeeTotals;
import basedecl.assessment.latefee.OverpaymentDecision;
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
 * coloured; 计算过程, a line for each slice that was late, one for each reversal and one for each
 * deferred month; 退费抵缴, what the agency decided on overpaid months; 问题清单, the lines that could not
 * be taken.
 */
public final class LateFeeWorkbook {

  /** Sixteen columns on a page of A4 on its side: narrow ones, under heads that wrap. */
  private static final TableColumn[] FEES = {
    TableColumn.text("单位编号", 12),
    TableColumn.prose("单位名称", 30),
    TableColumn.word("经办机构", 9),
    TableColumn.word("费款所属期", 9),
    TableColumn.money("应缴合计", 13),
    TableColumn.word("核定方式", 14),
    TableColumn.date("缴费期限", 11),
    TableColumn.money("已缴金额", 13),
    TableColumn.money("欠缴金额", 13),
    TableColumn.money("多缴金额", 11),
    TableColumn.money("滞纳金", 12),
    TableColumn.money("冲销金额", 11),
    TableColumn.money("抵缴转入", 11),
    TableColumn.money("退费抵缴转出", 11),
    TableColumn.money("缓缴金额", 11),
    TableColumn.money("应追回金额", 11)
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

  private static final TableColumn[] MOVES = {
    TableColumn.text("单位编号", 14),
    TableColumn.prose("单位名称", 28),
    TableColumn.word("费款所属期", 12),
    TableColumn.word("处理", 8),
    TableColumn.money("金额", 16),
    TableColumn.word("抵缴所属期", 12),
    TableColumn.date("决定日期", 13),
    TableColumn.word("决定人", 13),
    TableColumn.text("文号", 20),
    TableColumn.money("剩余多缴金额", 14),
    TableColumn.prose("来源", 30),
    TableColumn.date("撤销日期", 13)
  };

  private LateFeeWorkbook() {}

  /**
   * Writes {@code late-fees-YEAR.xlsx} in {@code folder}.
   *
   * @param accounts in order of employer and month
   * @param moves what the agency decided on overpaid months
   * @param totals what they come to
   * @param inherited months among them that another employer bears; without any there is no sheet
   */
  public static Written write(
      Path folder,
      LateFeeHeading heading,
      List<LateFeeAccount> accounts,
      List<OverpaymentMove> moves,
      LateFeeTotals totals,
      List<InheritedAccount> inherited,
      List<FileFinding> findings)
      throws IOException {
    Path target = folder.resolve("late-fees-" + heading.year() + ".xlsx");
    try (TableWorkbook workbook = TableWorkbook.at(target, heading.businessDate())) {
      fees(workbook, heading, accounts, totals);
      lines(workbook, heading, accounts, totals);
      moves(workbook, heading, moves);
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
            TableSheet.of("滞纳金", heading.feesTitle(), FEES)
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
          .date(settled.deadline())
          .money(settled.paid())
          .money(settled.arrears())
          .money(settled.overpaid())
          .money(settled.fee())
          .money(settled.givenBack())
          .money(settled.moved().inTotal())
          .money(settled.moved().outTotal())
          .money(settled.open())
          .money(settled.moved().recoverable());
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
    if (totals.lastYear() > 0) {
      notes.add(say("fees.last-year", count(totals.lastYear())));
    }
    if (totals.unknown() > 0) {
      notes.add(say("fees.unknown", count(totals.unknown())));
    }
    if (totals.givenBack().signum() > 0) {
      notes.add(say("fees.given-back", yuan(totals.givenBack())));
    }
    if (totals.refunded().signum() > 0 || totals.offset().signum() > 0) {
      notes.add(say("fees.moved", yuan(totals.refunded()), yuan(totals.offset())));
    }
    if (totals.recoverable().signum() > 0) {
      notes.add(say("fees.recoverable", yuan(totals.recoverable())));
    }
    if (totals.deferred().signum() > 0) {
      notes.add(say("fees.deferred", yuan(totals.deferred())));
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
    long deferred = accounts.stream().filter(a -> a.settled().deferred().isPresent()).count();
    TableRows rows =
        workbook.sheet(
            TableSheet.of("计算过程", heading.title("lines.title"), LINES)
                .withNotes(lineNotes(count, undone, deferred, totals))
                .withWarnings(heading.warnings()),
            count + undone + deferred);
    for (LateFeeAccount account : accounts) {
      for (LateFeeLine line : account.settled().lines()) {
        line(rows, account.settled().due(), line);
      }
      for (Reversed reversed : account.settled().reversed()) {
        reversed(rows, account.settled().due(), reversed);
      }
      deferred(rows, account.settled());
    }
  }

  private static List<String> lineNotes(
      long lines, long reversed, long deferred, LateFeeTotals totals) {
    List<String> notes = new ArrayList<>();
    notes.add(say("lines.note", count(lines), yuan(totals.fee())));
    if (reversed > 0) {
      notes.add(say("lines.reversed-note", count(reversed)));
    }
    if (deferred > 0) {
      notes.add(say("lines.deferred-note", count(deferred)));
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

  /** No slice: the month that is deferred, from the day after its deadline to its last day. */
  private static void deferred(TableRows rows, SettledDue settled) throws IOException {
    if (settled.deferred().isEmpty()) {
      return;
    }
    Deferral deferral = settled.deferred().get().deferral();
    rows.row()
        .text(settled.due().employerCode())
        .text(settled.due().period().toString())
        .money(settled.due().total())
        .date(settled.due().deadline().plusDays(1))
        .date(deferral.until())
        .number(0)
        .blank()
        .money(Money.ZERO)
        .text(basis(settled.due(), deferral));
  }

  private static String basis(EmployerDue due, Deferral deferral) {
    DeferralDecision last = deferral.last();
    return say(
        "lines.deferred." + last.action().name(),
        due.deadline().toString(),
        deferral.until().toString(),
        last.decidedOn().toString(),
        last.reference());
  }

  private static void moves(
      TableWorkbook workbook, LateFeeHeading heading, List<OverpaymentMove> moves)
      throws IOException {
    TableRows rows =
        workbook.sheet(
            TableSheet.of("退费抵缴", heading.title("moves.title"), MOVES)
                .withNotes(List.of(say("moves.note", count(moves.size())), say("moves.rule")))
                .withWarnings(heading.warnings()),
            moves.size());
    for (OverpaymentMove move : moves) {
      OverpaymentDecision decision = move.decided().decision();
      rows.row()
          .text(decision.employerCode())
          .text(move.employerName())
          .text(decision.period().toString())
          .text(decision.title())
          .money(decision.amount())
          .text(decision.target().map(Object::toString).orElse(""))
          .date(decision.decidedOn())
          .text(decision.decidedBy())
          .text(decision.reference())
          .money(move.stillOverpaid())
          .text(move.decided().place() + "!" + move.decided().row());
      if (decision.isRevokedOn(heading.businessDate())) {
        rows.date(decision.revokedOn().orElseThrow());
      } else {
        rows.blank();
      }
    }
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
