package basedecl.report.flexible;

import basedecl.assessment.flexible.InstalmentState;
import basedecl.assessment.flexible.PaidInstalment;
import basedecl.ledger.flexible.ElectionRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Somebody to be reminded: an instalment was not paid by its last day, or that day is near. */
public record Reminder(
    FlexibleAccount account, ElectionRecord election, PaidInstalment instalment) {

  /**
   * @param days how many days ahead of the last one somebody is reminded
   */
  public static List<Reminder> of(List<FlexibleAccount> accounts, LocalDate day, int days) {
    List<Reminder> reminders = new ArrayList<>();
    for (FlexibleAccount account : accounts) {
      for (int i = 0; i < account.instalments().size(); i++) {
        PaidInstalment each = account.instalments().get(i);
        if (!each.open().isZero() && !each.due().lastDay().isAfter(day.plusDays(days))) {
          reminders.add(new Reminder(account, account.chosen().get(i), each));
        }
      }
    }
    return reminders;
  }

  public boolean isInterrupted(LocalDate day) {
    return instalment.state(day) == InstalmentState.INTERRUPTED;
  }
}
