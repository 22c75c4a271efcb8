package basedecl.declaration.row;

import basedecl.cell.CalendarText;
import basedecl.cell.CellValue;
import basedecl.cell.Field;
import basedecl.cell.RowFault;
import basedecl.finding.FindingCode;
import basedecl.finding.Reason;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * 起缴月份 and 停缴月份 of a row: the first month that counts, and the first that counts no longer; both of
 * the year, the second after the first. Where neither is filled in, the whole year counts.
 */
final class ServedMonths {

  private final int year;
  private final List<RowFault> faults = new ArrayList<>();
  private MonthsInService months = MonthsInService.ALWAYS;

  private ServedMonths(int year) {
    this.year = year;
  }

  /**
   * Nearly every row is of somebody who serves the whole year, in a table without these columns.
   */
  static boolean areStated(RawRow row) {
    return !row.cell(Field.SERVED_FROM).isBlank() || !row.cell(Field.SERVED_UNTIL).isBlank();
  }

  static ServedMonths of(RawRow row, int year) {
    ServedMonths served = new ServedMonths(year);
    YearMonth january = YearMonth.of(year, 1);
    Optional<YearMonth> from = served.read(Field.SERVED_FROM, row.cell(Field.SERVED_FROM));
    Optional<YearMonth> until = served.read(Field.SERVED_UNTIL, row.cell(Field.SERVED_UNTIL));
    YearMonth first = from.orElse(january);
    if (served.faults.isEmpty()) {
      if (until.isPresent() && !until.get().isAfter(first)) {
        served.faults.add(
            RowFault.of(
                Field.SERVED_UNTIL, FindingCode.SERVICE_MONTH_INVALID, Reason.STOP_NOT_AFTER));
      }
      MonthsInService open = MonthsInService.NEVER.startingAgain(first);
      served.months = until.map(open::endingBefore).orElse(open).within(year);
    }
    return served;
  }

  private Optional<YearMonth> read(Field field, CellValue cell) {
    if (cell.isBlank()) {
      return Optional.empty();
    }
    Optional<RowFault> unreadable = RowFault.unreadable(field, cell);
    Optional<YearMonth> month =
        unreadable.isPresent() ? Optional.empty() : CalendarText.month(cell);
    if (unreadable.isPresent()) {
      faults.add(unreadable.get());
    } else if (month.isEmpty()) {
      faults.add(RowFault.of(field, FindingCode.SERVICE_MONTH_INVALID, Reason.MONTH_UNREADABLE));
    } else if (month.get().getYear() != year) {
      faults.add(
          RowFault.of(
              field,
              FindingCode.SERVICE_MONTH_INVALID,
              Reason.MONTH_OTHER_YEAR,
              Integer.toString(year)));
    }
    return month;
  }

  List<RowFault> faults() {
    return List.copyOf(faults);
  }

  MonthsInService months() {
    return months;
  }
}
