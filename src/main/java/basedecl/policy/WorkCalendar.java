package basedecl.policy;

import basedecl.policy.rule.Citation;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
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
  public record Holiday(LocalDate from, LocalDate to, Citation citation) {

    private boolean covers(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(to);
    }
  }

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
    return !weekend && holidays.stream().noneMatch(off -> off.covers(day));
  }

  /**
   * Whether the holidays of the day's year were announced: National Day stands among them, as it
   * does in every announcement.
   */
  public boolean knows(LocalDate day) {
    LocalDate nationalDay = LocalDate.of(day.getYear(), Month.OCTOBER, 1);
    return holidays.stream().anyMatch(off -> off.covers(nationalDay));
  }

  /** The day itself if it is worked, else the next that is. */
  public LocalDate workingDayFrom(LocalDate day) {
    LocalDate reached = day;
    while (!isWorkingDay(reached)) {
      reached = reached.plusDays(1);
    }
    return reached;
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
