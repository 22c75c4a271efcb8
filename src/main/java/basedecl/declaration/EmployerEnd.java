package basedecl.declaration;

import basedecl.cell.Field;
import basedecl.cell.RowFault;
import basedecl.finding.FindingCode;
import basedecl.finding.Reason;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * That an employer is no more: closed, or merged into another one. It owes each month that began
 * before its end: an end on the first of a month leaves that month out, one on a later day the next
 * month. No text of law fixes the month; a month that was begun is owed, so that nobody loses one.
 *
 * @param on the day of the end (inclusive)
 * @param successor whom it merged into; empty where it was closed
 */
public record EmployerEnd(LocalDate on, Optional<String> successor) {

  /** The first month from which on nothing is owed. */
  public YearMonth firstMonthFree() {
    YearMonth month = YearMonth.from(on);
    return on.getDayOfMonth() == 1 ? month : month.plusMonths(1);
  }

  public boolean owes(YearMonth month) {
    return month.isBefore(firstMonthFree());
  }

  /** Whether nothing is declared any more on that day. */
  public boolean isOver(LocalDate day) {
    return !owes(YearMonth.from(day));
  }

  /** Why nothing is taken of it any more. */
  public RowFault fault() {
    return successor
        .map(
            other ->
                RowFault.of(
                    Field.EMPLOYER_CODE,
                    FindingCode.EMPLOYER_CLOSED,
                    Reason.ENDED_MERGED,
                    on.toString(),
                    other))
        .orElseGet(
            () ->
                RowFault.of(
                    Field.EMPLOYER_CODE,
                    FindingCode.EMPLOYER_CLOSED,
                    Reason.ENDED_CLOSED,
                    on.toString()));
  }
}
