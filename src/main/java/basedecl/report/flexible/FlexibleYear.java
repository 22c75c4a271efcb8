package basedecl.report.flexible;

import basedecl.assessment.flexible.InstalmentState;
import basedecl.ledger.flexible.FlexiblePayment;
import basedecl.report.RegionHeading;
import java.time.LocalDate;
import java.util.List;

/**
 * A year of those who pay alone in a region, on the business date.
 *
 * @param accounts of every year up to this one
 * @param payments of every year, in order of their days
 * @param charges approved amounts of earlier months with what was paid
 * @param remindDays how many days before the last day to pay somebody is reminded
 * @param tried whether a dry run drew it up, so that none of it is booked
 */
public record FlexibleYear(
    RegionHeading heading,
    FlexibleAccounts accounts,
    List<FlexiblePayment> payments,
    List<SettledCharge> charges,
    int remindDays,
    boolean tried) {

  public FlexibleYear {
    payments = List.copyOf(payments);
    charges = List.copyOf(charges);
  }

  LocalDate day() {
    return heading.businessDate();
  }

  List<FlexibleAccount> own() {
    return accounts.of(heading.year());
  }

  /** How many instalments the year has. */
  public int instalments() {
    return own().stream().mapToInt(account -> account.instalments().size()).sum();
  }

  /** How many of them were not paid whole by their last day. */
  public int interrupted() {
    return (int)
        own().stream()
            .flatMap(account -> account.instalments().stream())
            .filter(each -> each.state(day()) == InstalmentState.INTERRUPTED)
            .count();
  }

  public List<Reminder> reminders() {
    return Reminder.of(own(), day(), remindDays);
  }

  /** The year's debits that failed, in order of their days. */
  List<FlexiblePayment> failed() {
    return payments.stream()
        .filter(payment -> payment.failed() && payment.year() == heading.year())
        .toList();
  }

  List<MonthsPaid> months() {
    return MonthsPaid.of(accounts, charges, heading.year(), day());
  }
}
