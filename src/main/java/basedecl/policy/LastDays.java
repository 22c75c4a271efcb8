package basedecl.policy;

import basedecl.message.Message;
import basedecl.policy.rule.RestDayRule;
import basedecl.policy.rule.RestDayRule.Treatment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Last days (inclusive) to do something, and what becomes of one that falls on a rest day: by the
 * policy's {@code deadline-on-rest-day} it holds as stated or gives way to the next working day. No
 * document of the region lays that down, so nothing is assumed: without the key every day holds as
 * stated. In a year whose holidays are not known no day is moved.
 *
 * @param rule empty where the policy does not say
 */
public record LastDays(Optional<RestDayRule> rule, WorkCalendar calendar) {

  /** Every day as stated, and no calendar to judge it by. */
  public static final LastDays AS_STATED = new LastDays(Optional.empty(), WorkCalendar.WEEKENDS);

  /** The day in force for one that is stated or computed. */
  public LocalDate inForce(LocalDate stated) {
    return moves() && isTold(stated) ? calendar.workingDayFrom(stated) : stated;
  }

  /** The day as people read it: with the one it was moved to, where it was. */
  public Message words(LocalDate stated) {
    LocalDate inForce = inForce(stated);
    return inForce.equals(stated)
        ? Message.of("policy.day", stated.toString())
        : Message.of("policy.day-moved", stated.toString(), inForce.toString());
  }

  /**
   * What is to be known of the last days of a policy: those on a rest day where nothing is laid
   * down for them, those that cannot be judged for want of the year's holidays.
   *
   * @param source the policy's file
   */
  List<Message> notices(String source, List<LocalDate> stated) {
    if (rule.filter(r -> r.treatment() == Treatment.AS_STATED).isPresent()) {
      return List.of();
    }
    List<Message> notices = new ArrayList<>();
    if (rule.isEmpty()) {
      joined(stated, day -> isTold(day) && !calendar.isWorkingDay(day))
          .ifPresent(days -> notices.add(Message.of("policy.deadline-rest-days", source, days)));
    }
    joined(stated, day -> !isTold(day))
        .ifPresent(days -> notices.add(Message.of("policy.calendar-missing", source, days)));
    return List.copyOf(notices);
  }

  private boolean moves() {
    return rule.filter(r -> r.treatment() == Treatment.NEXT_WORKING_DAY).isPresent();
  }

  /** Whether the holidays of every day up to the next working day are known. */
  private boolean isTold(LocalDate stated) {
    return calendar.knows(stated) && calendar.knows(calendar.workingDayFrom(stated));
  }

  private static Optional<String> joined(List<LocalDate> days, Predicate<LocalDate> wanted) {
    TreeSet<String> found = new TreeSet<>();
    days.stream().filter(wanted).forEach(day -> found.add(day.toString()));
    return found.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", found));
  }
}
