package basedecl.desk.counter;

import basedecl.desk.flexible.ConfirmPage;
import basedecl.desk.flexible.Offers;
import basedecl.desk.page.DeskSettings;
import basedecl.ledger.flexible.ElectionLedger;
import basedecl.ledger.flexible.FlexiblePaymentLedger;
import basedecl.ledger.flexible.RetirementLedger;
import basedecl.ledger.flexible.TopUpBill;
import basedecl.ledger.flexible.TopUpLedger;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.policy.InsuranceKind;
import basedecl.policy.Policy;
import basedecl.report.RegionHeading;
import basedecl.report.ReportTexts;
import basedecl.report.flexible.FlexibleAccounts;
import basedecl.report.flexible.FlexibleYear;
import basedecl.report.flexible.Reminder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Whom of a region to remind: instalments that were not paid by their last day or whose last day is
 * near, as the job {@code flexible-payment} lists them, and bills to top up whose last day is near,
 * the year's end among them.
 *
 * @param lines instalments first
 */
record DueSoon(FlexibleYear year, List<TopUpBill> bills, List<Line> lines) {

  /** Somebody to be reminded. */
  record Line(
      String name,
      String idNumber,
      String kind,
      String months,
      String open,
      String lastDay,
      String situation,
      boolean late,
      boolean debit) {}

  DueSoon {
    bills = List.copyOf(bills);
    lines = List.copyOf(lines);
  }

  /** Finds them. */
  static final class Source {

    private final ElectionLedger elections;
    private final RetirementLedger retirements;
    private final FlexiblePaymentLedger payments;
    private final TopUpLedger topUps;
    private final Offers offers;
    private final DeskSettings desk;

    Source(JdbcTemplate template, Offers offers, DeskSettings desk) {
      this.elections = new ElectionLedger(template);
      this.retirements = new RetirementLedger(template);
      this.payments = new FlexiblePaymentLedger(template);
      this.topUps = new TopUpLedger(template);
      this.offers = offers;
      this.desk = desk;
    }

    DueSoon of(String region, int days, Language language) {
      LocalDate day = desk.businessDate();
      Map<InsuranceKind, Policy> policies = offers.policies(region);
      FlexibleYear year =
          new FlexibleYear(
              new RegionHeading(policies.values().stream().distinct().toList(), desk.year(), day),
              FlexibleAccounts.ofRegion(
                  region, desk.year(), policies, day, elections, retirements, payments),
              List.of(),
              List.of(),
              days,
              false);
      List<TopUpBill> bills =
          topUps.billed(region, desk.year()).bills().stream()
              .filter(bill -> bill.amount().signum() > 0)
              .filter(
                  bill ->
                      bill.due()
                          .filter(due -> !due.isBefore(day) && !due.isAfter(day.plusDays(days)))
                          .isPresent())
              .toList();
      List<Line> lines = new ArrayList<>();
      year.reminders().stream()
          .sorted(Comparator.comparing(each -> each.instalment().due().lastDay()))
          .forEach(each -> lines.add(line(each, day, language)));
      bills.forEach(bill -> lines.add(line(bill, language)));
      return new DueSoon(year, bills, lines);
    }

    private static Line line(Reminder reminder, LocalDate day, Language language) {
      boolean late = reminder.isInterrupted(day);
      return new Line(
          reminder.account().name(),
          reminder.account().idNumber().toString(),
          Message.of("desk.flexible.kind." + reminder.account().kind()).in(language),
          ConfirmPage.months(
              reminder.instalment().due().first(), reminder.instalment().due().instalment().last()),
          ReportTexts.yuan(reminder.instalment().open()),
          reminder.instalment().due().lastDay().toString(),
          Message.of(late ? "desk.bills.state.INTERRUPTED" : "desk.due-soon.near").in(language),
          late,
          reminder.election().batchDebit());
    }

    private static Line line(TopUpBill bill, Language language) {
      return new Line(
          bill.name(),
          bill.idNumber().toString(),
          Message.of("desk.flexible.kind." + bill.kind()).in(language),
          bill.bill(),
          ReportTexts.yuan(bill.amount()),
          bill.due().map(LocalDate::toString).orElse("—"),
          Message.of("desk.due-soon.top-up").in(language),
          false,
          false);
    }
  }
}
