package basedecl.policy;

import basedecl.policy.rule.Citation;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/**
 * Which days are working days: Monday to Friday, less the public holidays, and the weekend days
 * that are worked instead (调休), as the State Council announces them year by year. A year that is
 * not announced has its weekends alone.
 */
public record WorkCalendar(List<Holiday> holidays, List<WorkedDay> workedDays) {

  /** Weekends alone. */
  public static final WorkCalendar WEEKENDS = new WorkCalendar(List.of(), List.of());

  /** Days off, both inclusive. */
  public record Holiday(LocalDate from, LocalDate to, Citation citation) {}

  /** A day of a weekend that is worked. */
  public record WorkedDay(LocalDate day, Citation citation) {}

  public WorkCalendar {
    holidays = List.copyOf(holidays);
    workedDays = List.copyOf(workedDays);
  }

  public boolean isWorkingDay(LocalDate day) {
    if (workedDays.stream().anyMatch(worked -> worked.day().equals(day))) {
      return true;
    }
    boolean weekend =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    return !weekend
        && holidays.stream().noneMatch(off -> !day.isBefore(off.from()) && !day.isAfter(off.to()));
  }

  /** The {@code count}th working day after {@code day}, which itself does not count. */
  public LocalDate workingDaysAfter(LocalDate day, int count) {
    LocalDate reached = day;
    for (int left = count; left > 0; ) {
      reached = reached.plusDays(1);
      if (isWorkingDay(reached)) {
        left--;
      }
    }
    return reached;
  }
}
