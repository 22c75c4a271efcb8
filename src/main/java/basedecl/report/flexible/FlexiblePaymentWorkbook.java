package basedecl.report.flexible;

import static basedecl.report.ReportTexts.count;
import static basedecl.report.ReportTexts.say;
import static basedecl.report.ReportTexts.yuan;

import basedecl.assessment.flexible.PaidInstalment;
import basedecl.file.ReplacedFile.Written;
import basedecl.finding.FileFinding;
import basedecl.ledger.flexible.FlexiblePayment;
import basedecl.ledger.flexible.TopUpBill;
import basedecl.money.Money;
import basedecl.person.IdNumber;
import basedecl.policy.InstalmentRule;
import basedecl.policy.InsuranceKind;
import basedecl.policy.Payee;
import basedecl.policy.Policy;
import basedecl.report.ProblemSheet;
import basedecl.report.ReportTexts;
import basedecl.workbook.TableColumn;
import basedecl.workbook.TableRows;
import basedecl.workbook.TableSheet;
import basedecl.workbook.TableWorkbook;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code flexible-payments-YEAR.xlsx}: every instalment of the year with what was paid of it, the
 * months paid so far, debits that failed, whom to remind, and the refused lines.
 */
public final class FlexiblePaymentWorkbook {

  private static final TableColumn NAME = TableColumn.text("姓名", 14);
  private static final TableColumn ID_NUMBER = TableColumn.text("证件号码", 21);
  private static final TableColumn KIND = TableColumn.word("险种", 11);
  private static final TableColumn FIRST = TableColumn.word("费款所属期起", 14);
  private static final TableColumn LAST = TableColumn.word("费款所属期止", 14);

  private static final TableColumn[] INSTALMENTS = {
    NAME,
    ID_NUMBER,
    KIND,
    TableColumn.word("缴费方式", 11),
    FIRST,
    LAST,
    TableColumn.money("应缴金额", 14),
    TableColumn.money("已缴金额", 14),
    TableColumn.date("缴费日期", 13),
    TableColumn.word("状态", 11),
    TableColumn.date("缴费期限", 13),
    TableColumn.money("多缴金额", 13)
  };

  private static final TableColumn[] MONTHS = {
    NAME,
    ID_NUMBER,
    KIND,
    TableColumn.count("本年已缴月数", 14),
    TableColumn.count("中断月数", 11),
    TableColumn.count("累计月数", 11),
    TableColumn.word("折合年限", 14)
  };

  private static final TableColumn[] FAILED = {
    NAME,
    ID_NUMBER,
    KIND,
    TableColumn.date("扣款日期", 13),
    TableColumn.money("扣款金额", 14),
    TableColumn.text("流水号", 26),
    TableColumn.prose("失败原因", 30),
    TableColumn.word("批扣", 8)
  };

  private static final TableColumn[] REMINDERS = {
    NAME,
    ID_NUMBER,
    KIND,
    FIRST,
    LAST,
    TableColumn.money("待缴金额", 14),
    TableColumn.date("缴费期限", 13),
    TableColumn.word("情形", 13),
    TableColumn.word("批扣", 8),
    TableColumn.prose("缴费渠道", 44),
    TableColumn.text("收款单位", 34)
  };

  private static final TableColumn[] TOP_UPS = {
    NAME,
    ID_NUMBER,
    KIND,
    TableColumn.text("账单", 30),
    TableColumn.money("应补金额", 14),
    TableColumn.date("缴费期限", 13),
    TableColumn.text("收款单位", 34)
  };

  private record Person(IdNumber idNumber, InsuranceKind kind) {}

  private FlexiblePaymentWorkbook() {}

  /** Writes {@code flexible-payments-YEAR.xlsx} in {@code folder}. */
  public static Written write(Path folder, FlexibleYear year, List<FileFinding> problems)
      throws IOException {
    Path target = folder.resolve("flexible-payments-" + year.heading().year() + ".xlsx");
    try (TableWorkbook workbook = TableWorkbook.at(target, year.day())) {
      writeInstalments(workbook, year);
      writeMonths(workbook, year);
      writeFailed(workbook, year);
      writeReminders(workbook, year);
      ProblemSheet.add(workbook, year.heading().title("alone.problems"), problems);
      return workbook.finish();
    }
  }

  /**
   * Writes the reminders alone, and with them the bills to top up whose last day is near.
   *
   * @param bills of the region and year
   */
  public static Written writeReminders(Path target, FlexibleYear year, List<TopUpBill> bills)
      throws IOException {
    try (TableWorkbook workbook = TableWorkbook.at(target, year.day())) {
      writeReminders(workbook, year);
      TableRows rows =
          workbook.sheet(
              TableSheet.of("补差提醒", year.heading().title("alone.top-ups-title"), TOP_UPS)
                  .withNotes(List.of(say("alone.top-ups-note"))),
              bills.size());
      for (TopUpBill bill : bills) {
        rows.row()
            .text(bill.name())
            .text(bill.idNumber().whole())
            .text(bill.kind().title())
            .text(bill.bill())
            .money(bill.amount());
        date(rows, bill.due()).text(year.heading().payee(bill.kind()).map(Payee::name).orElse(""));
      }
      return workbook.finish();
    }
  }

  private static void writeInstalments(TableWorkbook workbook, FlexibleYear year)
      throws IOException {
    long unplaced = year.own().stream().filter(FlexiblePaymentWorkbook::hasUnplaced).count();
    TableRows rows = workbook.sheet(instalmentSheet(year), year.instalments() + unplaced);
    for (FlexibleAccount account : year.own()) {
      for (int i = 0; i < account.instalments().size(); i++) {
        PaidInstalment each = account.instalments().get(i);
        person(rows, account)
            .text(account.chosen().get(i).rhythm().title())
            .text(each.due().first().toString())
            .text(each.due().instalment().last().toString())
            .money(each.amount())
            .money(each.paid());
        date(rows, each.paidOn())
            .text(each.state(year.day()).title())
            .date(each.due().lastDay())
            .money(each.overpaid());
      }
      if (hasUnplaced(account)) {
        writeUnplaced(rows, account);
      }
    }
  }

  private static boolean hasUnplaced(FlexibleAccount account) {
    return account.account().unplacedAmount().signum() > 0;
  }

  /** What belongs to no instalment stands on a line of its own, without months. */
  private static void writeUnplaced(TableRows rows, FlexibleAccount account) throws IOException {
    List<PaidInstalment.Slice> unplaced = account.account().unplaced();
    Money amount = account.account().unplacedAmount();
    person(rows, account).text("").text("").text("").money(Money.ZERO).money(amount);
    rows.date(unplaced.get(unplaced.size() - 1).paidOn())
        .text(say("alone.overpaid"))
        .blank()
        .money(amount);
  }

  private static TableSheet instalmentSheet(FlexibleYear year) {
    List<String> notes = new ArrayList<>(year.heading().notes());
    Money due = Money.ZERO;
    Money paid = Money.ZERO;
    for (FlexibleAccount account : year.own()) {
      due = due.plus(account.due());
      paid = paid.plus(account.paid());
    }
    notes.add(
        say(
            "alone.totals",
            count(year.instalments()),
            yuan(due),
            yuan(paid),
            count(year.interrupted())));
    year.heading().policies().forEach(policy -> notes.add(lastDayNote(policy, year)));
    notes.add(say("alone.note"));
    return TableSheet.of("缴费情况", year.heading().title("alone.title"), INSTALMENTS)
        .withNotes(notes)
        .withWarnings(warnings(year));
  }

  private static List<String> tried(FlexibleYear year) {
    return year.tried() ? List.of(say("alone.dry-run")) : List.of();
  }

  /** Placeholders among the rates and the last days to pay. */
  private static List<String> warnings(FlexibleYear year) {
    List<String> warnings = new ArrayList<>(tried(year));
    warnings.addAll(year.heading().warnings());
    for (Policy policy : year.heading().policies()) {
      policy
          .instalmentRuleFor(december(year))
          .filter(rule -> rule.citation().placeholder())
          .ifPresent(rule -> warnings.add(say("alone.placeholder", policy.title())));
    }
    return warnings;
  }

  private static String lastDayNote(Policy policy, FlexibleYear year) {
    return policy
        .instalmentRuleFor(december(year))
        .map(
            rule ->
                say(
                    rule.paidIn() == InstalmentRule.PaidIn.FIRST_MONTH
                        ? "alone.last-day-first"
                        : "alone.last-day-last",
                    policy.title(),
                    Integer.toString(rule.day()),
                    rule.citation().text()))
        .orElseGet(() -> say("alone.last-day-none", policy.title()));
  }

  private static YearMonth december(FlexibleYear year) {
    return YearMonth.of(year.heading().year(), 12);
  }

  private static void writeMonths(TableWorkbook workbook, FlexibleYear year) throws IOException {
    List<MonthsPaid> months = year.months();
    TableRows rows =
        workbook.sheet(
            TableSheet.of("缴费月数", year.heading().title("alone.months-title"), MONTHS)
                .withNotes(List.of(say("alone.months-note")))
                .withWarnings(tried(year)),
            months.size());
    for (MonthsPaid each : months) {
      rows.row()
          .text(each.name())
          .text(each.idNumber().whole())
          .text(each.kind().title())
          .number(each.paidIn(year.heading().year()))
          .number(each.interrupted().size())
          .number(each.paid().size())
          .text(Months.asYears(each.paid().size()));
    }
  }

  private static void writeFailed(TableWorkbook workbook, FlexibleYear year) throws IOException {
    List<FlexiblePayment> failed = year.failed();
    Map<Person, FlexibleAccount> accounts = new HashMap<>();
    year.own().forEach(each -> accounts.put(new Person(each.idNumber(), each.kind()), each));
    TableRows rows =
        workbook.sheet(
            TableSheet.of("扣款失败", year.heading().title("alone.failed-title"), FAILED)
                .withNotes(List.of(say("alone.failed-note")))
                .withWarnings(tried(year)),
            failed.size());
    for (FlexiblePayment each : failed) {
      Optional<FlexibleAccount> account =
          Optional.ofNullable(accounts.get(new Person(each.idNumber(), each.kind())));
      rows.row()
          .text(account.map(FlexibleAccount::name).orElse(""))
          .text(each.idNumber().whole())
          .text(each.kind().title())
          .date(each.paidOn())
          .money(each.amount())
          .text(each.serial())
          .text(each.failure().orElse(""))
          .text(account.map(FlexibleAccount::agreesToDebit).map(ReportTexts::yesOrNo).orElse(""));
    }
  }

  private static void writeReminders(TableWorkbook workbook, FlexibleYear year) throws IOException {
    List<Reminder> reminders = year.reminders();
    TableRows rows =
        workbook.sheet(
            TableSheet.of("中断提醒", year.heading().title("alone.reminders-title"), REMINDERS)
                .withNotes(
                    List.of(say("alone.reminders-note", Integer.toString(year.remindDays()))))
                .withWarnings(tried(year)),
            reminders.size());
    for (Reminder each : reminders) {
      FlexibleAccount account = each.account();
      PaidInstalment instalment = each.instalment();
      person(rows, account)
          .text(instalment.due().first().toString())
          .text(instalment.due().instalment().last().toString())
          .money(instalment.open())
          .date(instalment.due().lastDay())
          .text(say(situation(each, year.day())))
          .text(ReportTexts.yesOrNo(each.election().batchDebit()))
          .text(
              account
                  .policy()
                  .instalmentRuleFor(instalment.due().first())
                  .flatMap(InstalmentRule::channel)
                  .orElse(""))
          .text(year.heading().payee(account.kind()).map(Payee::name).orElse(""));
    }
  }

  private static String situation(Reminder reminder, LocalDate day) {
    if (!reminder.isInterrupted(day)) {
      return "alone.near";
    }
    return FlexibleAccount.mayBeLate(reminder.account().policy(), day)
        ? "alone.interrupted"
        : "alone.interrupted-for-good";
  }

  private static TableRows person(TableRows rows, FlexibleAccount account) throws IOException {
    return rows.row()
        .text(account.name())
        .text(account.idNumber().whole())
        .text(account.kind().title());
  }

  private static TableRows date(TableRows rows, Optional<LocalDate> day) throws IOException {
    return day.isPresent() ? rows.date(day.get()) : rows.blank();
  }
}
