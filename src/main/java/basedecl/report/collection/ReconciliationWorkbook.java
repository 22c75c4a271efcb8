package basedecl.report.collection;

import static basedecl.report.ReportTexts.count;
import static basedecl.report.ReportTexts.yuan;
import static basedecl.report.collection.ReconciliationHeading.say;

import basedecl.assessment.collection.LineAccount;
import basedecl.assessment.collection.Receipt;
import basedecl.file.ReplacedFile.Written;
import basedecl.finding.FileFinding;
import basedecl.ledger.latefee.PaymentRecord;
import basedecl.money.Money;
import basedecl.payment.EmployerPayment;
import basedecl.policy.rule.Deadline;
import basedecl.report.ProblemSheet;
import basedecl.workbook.TableColumn;
import basedecl.workbook.TableRows;
import basedecl.workbook.TableSheet;
import basedecl.workbook.TableWorkbook;
import java.io.IOException;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code reconciliation-YEAR.xlsx}: what came back against what the batches asked for, line by
 * line. 一致, as much as was asked for; 金额不符, more or less; 未到账, what is open of each line; 无对应, what
 * names no line of a batch and was not taken; 问题清单, lines that could not be read or taken.
 */
public final class ReconciliationWorkbook {

  private static final List<TableColumn> LINE =
      List.of(
          TableColumn.serial("批次", 7),
          TableColumn.text("单位编号", 14),
          TableColumn.prose("单位名称", 34),
          TableColumn.word("费款所属期", 12),
          TableColumn.money("应到金额", 16),
          TableColumn.money("其中滞纳金", 14));

  private static final List<TableColumn> CAME =
      with(
          TableColumn.money("到账金额", 16),
          TableColumn.money("差额", 14),
          TableColumn.count("笔数", 7),
          TableColumn.date("最近到账日期", 14),
          TableColumn.prose("流水号", 34));

  private static final List<TableColumn> OPEN =
      with(
          TableColumn.money("到账金额", 16),
          TableColumn.money("未到金额", 16),
          TableColumn.date("缴费期限", 13),
          TableColumn.count("逾期天数", 10));

  private static final List<TableColumn> UNMATCHED =
      List.of(
          TableColumn.text("文件", 30),
          TableColumn.text("工作表", 14),
          TableColumn.serial("行", 8),
          TableColumn.text("批次", 9),
          TableColumn.text("单位编号", 14),
          TableColumn.word("费款所属期", 12),
          TableColumn.money("到账金额", 16),
          TableColumn.date("到账日期", 13),
          TableColumn.text("流水号", 30));

  private ReconciliationWorkbook() {}

  private static List<TableColumn> with(TableColumn... more) {
    return Stream.concat(LINE.stream(), Stream.of(more)).toList();
  }

  /**
   * Writes the workbook in {@code folder}.
   *
   * @param accounts in order of batch, employer and month
   * @param names of the employers
   */
  public static Written write(
      Path folder,
      ReconciliationHeading heading,
      List<LineAccount> accounts,
      Map<String, String> names,
      List<ReceiptLine> unmatched,
      List<FileFinding> problems)
      throws IOException {
    Path target = folder.resolve("reconciliation-" + heading.year() + ".xlsx");
    try (TableWorkbook workbook = TableWorkbook.at(target, heading.businessDate())) {
      came(workbook, "一致", "agrees", heading, of(accounts, LineAccount::agrees), names);
      came(workbook, "金额不符", "differs", heading, of(accounts, LineAccount::differs), names);
      open(workbook, heading, of(accounts, LineAccount::isOpen), names);
      unmatched(workbook, heading, unmatched);
      ProblemSheet.write(
          workbook,
          heading.title("problems.title"),
          List.of(say("problems.note", count(problems.size()))),
          problems);
      return workbook.finish();
    }
  }

  private static List<LineAccount> of(List<LineAccount> accounts, Predicate<LineAccount> which) {
    return accounts.stream().filter(which).toList();
  }

  private static void came(
      TableWorkbook workbook,
      String sheet,
      String key,
      ReconciliationHeading heading,
      List<LineAccount> accounts,
      Map<String, String> names)
      throws IOException {
    Money asked = sum(accounts.stream().map(each -> each.asked().total()).toList());
    Money received = sum(accounts.stream().map(LineAccount::received).toList());
    TableRows rows =
        workbook.sheet(
            TableSheet.of(sheet, heading.title(key + ".title"), CAME)
                .withNotes(
                    List.of(
                        heading.policyNote(),
                        say("came.total", count(accounts.size()), yuan(asked), yuan(received)),
                        say(key + ".note")))
                .withWarnings(heading.warnings()),
            accounts.size());
    for (LineAccount each : accounts) {
      Receipt last = each.receipts().get(each.receipts().size() - 1);
      line(rows, each, names)
          .money(each.received())
          .money(each.difference())
          .number(each.receipts().size())
          .date(last.on())
          .text(each.receipts().stream().map(Receipt::serial).collect(Collectors.joining("、")));
    }
  }

  private static TableRows line(TableRows rows, LineAccount each, Map<String, String> names)
      throws IOException {
    return rows.row()
        .number(each.batch())
        .text(each.key().employerCode())
        .text(names.getOrDefault(each.key().employerCode(), ""))
        .text(each.key().period().toString())
        .money(each.asked().total())
        .money(each.asked().lateFee());
  }

  private static void open(
      TableWorkbook workbook,
      ReconciliationHeading heading,
      List<LineAccount> accounts,
      Map<String, String> names)
      throws IOException {
    TableRows rows =
        workbook.sheet(
            TableSheet.of("未到账", heading.title("open.title"), OPEN)
                .withNotes(
                    List.of(
                        heading.policyNote(),
                        say(
                            "open.total",
                            count(accounts.size()),
                            yuan(sum(accounts.stream().map(LineAccount::open).toList()))),
                        say("open.note")))
                .withWarnings(heading.warnings()),
            accounts.size());
    for (LineAccount each : accounts) {
      line(rows, each, names).money(each.received()).money(each.open());
      Optional<Deadline> deadline = heading.policy().deadlineFor(each.key().period());
      if (deadline.isPresent()) {
        long days = ChronoUnit.DAYS.between(deadline.get().date(), heading.businessDate());
        rows.date(deadline.get().date()).number(Math.max(0, days));
      } else {
        rows.blank().blank();
      }
    }
  }

  private static void unmatched(
      TableWorkbook workbook, ReconciliationHeading heading, List<ReceiptLine> lines)
      throws IOException {
    TableRows rows =
        workbook.sheet(
            TableSheet.of("无对应", heading.title("unmatched.title"), UNMATCHED)
                .withNotes(
                    List.of(heading.policyNote(), say("unmatched.note", count(lines.size()))))
                .withWarnings(heading.warnings()),
            lines.size());
    for (ReceiptLine line : lines) {
      PaymentRecord source = line.source();
      EmployerPayment payment = source.payment();
      rows.row()
          .text(source.file())
          .text(source.sheet())
          .number(source.row())
          .text(line.batch())
          .text(payment.employerCode())
          .text(payment.period().toString())
          .money(payment.amount())
          .date(payment.paidOn())
          .text(payment.serial().orElse(""));
    }
  }

  private static Money sum(List<Money> amounts) {
    return amounts.stream().reduce(Money.ZERO, Money::plus);
  }
}
