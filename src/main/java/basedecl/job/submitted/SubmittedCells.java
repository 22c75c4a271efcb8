package basedecl.job.submitted;

import basedecl.cell.AmountReading;
import basedecl.cell.CalendarText;
import basedecl.cell.CellFaults;
import basedecl.cell.CellValue;
import basedecl.cell.Characters;
import basedecl.cell.Field;
import basedecl.cell.RowFault;
import basedecl.finding.FindingCode;
import basedecl.finding.Reason;
import basedecl.money.Money;
import basedecl.person.FullName;
import basedecl.person.IdNumber;
import basedecl.person.IdReading;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the cells of one submitted line: each gives its value or a fault, and no fault hides
 * another.
 */
final class SubmittedCells {

  private SubmittedCells() {}

  /** A person's name. */
  static Optional<String> name(CellValue cell, CellFaults faults) {
    Optional<RowFault> fault = FullName.fault(cell);
    fault.ifPresent(faults::add);
    return fault.isPresent() ? Optional.empty() : Optional.of(text(cell));
  }

  /** An identity number in normal form. */
  static Optional<IdNumber> idNumber(
      CellValue kind, CellValue cell, LocalDate businessDate, CellFaults faults) {
    IdReading reading = IdNumber.read(kind, cell, businessDate);
    if (reading instanceof IdReading.Read read) {
      return Optional.of(read.number());
    }
    for (RowFault fault : ((IdReading.Refused) reading).faults()) {
      faults.add(fault);
    }
    return Optional.empty();
  }

  /** A month. */
  static Optional<YearMonth> month(CellValue cell, CellFaults faults) {
    if (isUnreadable(cell, faults)) {
      return Optional.empty();
    }
    Optional<YearMonth> month = CalendarText.month(cell);
    if (month.isEmpty()) {
      faults.add(
          FindingCode.PERIOD_INVALID,
          cell.isBlank() ? Reason.MONTH_BLANK : Reason.MONTH_UNREADABLE);
    }
    return month;
  }

  /** A day. */
  static Optional<LocalDate> day(CellValue cell, CellFaults faults) {
    if (isUnreadable(cell, faults)) {
      return Optional.empty();
    }
    Optional<LocalDate> day = CalendarText.day(cell);
    if (day.isEmpty()) {
      faults.add(
          FindingCode.DATE_INVALID, cell.isBlank() ? Reason.DAY_BLANK : Reason.DAY_UNREADABLE);
    }
    return day;
  }

  /**
   * One of a few words.
   *
   * @param allowed the words as the refusal names them
   */
  static <T> Optional<T> word(
      CellValue cell, Map<String, T> words, String allowed, CellFaults faults) {
    if (isUnreadable(cell, faults)) {
      return Optional.empty();
    }
    Optional<T> value = Optional.ofNullable(words.get(Characters.compact(cell.asText())));
    if (value.isEmpty()) {
      faults.add(FindingCode.KIND_UNKNOWN, allowed);
    }
    return value;
  }

  /** A chosen base: an amount of at most two decimals, whatever its size. */
  static Optional<Money> base(CellValue cell, CellFaults faults) {
    if (cell.isBlank()) {
      faults.add(FindingCode.WAGE_MISSING);
      return Optional.empty();
    }
    AmountReading reading = AmountReading.of(cell, Field.WAGE);
    if (reading instanceof AmountReading.Refused refused) {
      faults.add(refused.fault());
      return Optional.empty();
    }
    BigDecimal value = ((AmountReading.Exact) reading).value();
    if (value.stripTrailingZeros().scale() > Money.SCALE) {
      faults.add(FindingCode.WAGE_TOO_PRECISE);
      return Optional.empty();
    }
    return Optional.of(new Money(value));
  }

  /** An amount of money with at most two decimals, under a hundred million either way. */
  static Optional<Money> amount(CellValue cell, CellFaults faults) {
    if (isUnreadable(cell, faults)) {
      return Optional.empty();
    }
    if (cell.isBlank()) {
      faults.add(FindingCode.AMOUNT_INVALID, Reason.AMOUNT_BLANK);
      return Optional.empty();
    }
    AmountReading reading = AmountReading.of(cell, Field.WAGE);
    if (reading instanceof AmountReading.Refused refused) {
      FindingCode code = refused.fault().code();
      faults.add(
          code == FindingCode.UNIT_NOT_YUAN ? code : FindingCode.AMOUNT_INVALID,
          refused.fault().reason(),
          refused.fault().arguments());
      return Optional.empty();
    }
    BigDecimal value = ((AmountReading.Exact) reading).value();
    if (value.stripTrailingZeros().scale() > Money.SCALE) {
      faults.add(FindingCode.AMOUNT_INVALID, Reason.AMOUNT_TOO_PRECISE);
      return Optional.empty();
    }
    if (value.abs().compareTo(BigDecimal.valueOf(100_000_000)) >= 0) {
      faults.add(FindingCode.AMOUNT_INVALID, Reason.AMOUNT_TOO_LARGE);
      return Optional.empty();
    }
    return Optional.of(new Money(value));
  }

  /** A short text such as a serial number; empty for a blank cell. */
  static String text(CellValue cell) {
    return Characters.readable(cell.asText());
  }

  private static boolean isUnreadable(CellValue cell, CellFaults faults) {
    Optional<RowFault> fault = RowFault.unreadable(Field.REMARKS, cell);
    fault.ifPresent(faults::add);
    return fault.isPresent();
  }
}
