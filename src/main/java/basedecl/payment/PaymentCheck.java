package basedecl.payment;

import basedecl.cell.AmountReading;
import basedecl.cell.CalendarText;
import basedecl.cell.CellValue;
import basedecl.cell.Characters;
import basedecl.cell.Field;
import basedecl.cell.RowFault;
import basedecl.finding.Finding;
import basedecl.finding.FindingCode;
import basedecl.finding.Reason;
import basedecl.finding.SourceCell;
import basedecl.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Whether a line of a table of payments can be taken (contract 7). Refused, each with its code:
 *
 * <ul>
 *   <li>an employer that neither declared nor stands on the roster;
 *   <li>a month that is none, or that is not one of {@code year};
 *   <li>a day that is none, or more than a year before its month begins; an earlier payment is one
 *       in advance and is in time;
 *   <li>an amount that is none, zero, finer than a fen, or of a billion yuan and more; one below
 *       zero is a reversal, which {@link PaymentAccount} judges;
 *   <li>a serial number that a numeric cell has cut off: two payments may look like one.
 * </ul>
 *
 * A day after {@code businessDate} is no fault: the payment is not taken yet, a notice says so, and
 * a run on or after that day takes it.
 */
public record PaymentCheck(int year, LocalDate businessDate, Predicate<String> knownEmployer) {

  private static final List<PaymentField> JUDGED =
      List.of(
          PaymentField.EMPLOYER_CODE,
          PaymentField.PERIOD,
          PaymentField.PAID_ON,
          PaymentField.AMOUNT,
          PaymentField.SERIAL);
  private static final int LONGEST_CODE = 64;
  private static final int LONGEST_SERIAL = 100;
  private static final BigDecimal TOO_MUCH = new BigDecimal("1000000000");

  /** Checks one line; every fault of it is told. */
  public PaymentReading check(
      Function<PaymentField, CellValue> cells, Function<PaymentField, SourceCell> places) {
    Line line = new Line(cells, places, employer(cells.apply(PaymentField.EMPLOYER_CODE)));
    line.checkReadable();
    Optional<YearMonth> period = period(line);
    Optional<LocalDate> paidOn = paidOn(line, period);
    Optional<Money> amount = amount(line);
    Optional<String> serial = serial(line);
    employer(line);
    if (!line.findings.isEmpty()) {
      line.findings.sort(Comparator.comparingInt(finding -> finding.place().column()));
      return new PaymentReading.Refused(line.findings);
    }
    return new PaymentReading.Read(
        new EmployerPayment(
            line.employer,
            period.orElseThrow(),
            paidOn.orElseThrow(),
            amount.orElseThrow(),
            serial));
  }

  /** As it stands there; without blanks and full-width forms where only that one is known. */
  private String employer(CellValue cell) {
    String written = cell.asText().strip();
    String compact = Characters.compact(written);
    return !knownEmployer.test(written) && knownEmployer.test(compact) ? compact : written;
  }

  private void employer(Line line) {
    if (!line.isReadable(PaymentField.EMPLOYER_CODE)) {
      return;
    }
    if (line.employer.isEmpty()) {
      line.fault(FindingCode.EMPLOYER_MISSING, PaymentField.EMPLOYER_CODE);
    } else if (line.employer.length() > LONGEST_CODE || !knownEmployer.test(line.employer)) {
      line.fault(FindingCode.EMPLOYER_UNKNOWN, PaymentField.EMPLOYER_CODE);
    }
  }

  private Optional<YearMonth> period(Line line) {
    if (!line.isReadable(PaymentField.PERIOD)) {
      return Optional.empty();
    }
    CellValue cell = line.cell(PaymentField.PERIOD);
    Optional<YearMonth> period = CalendarText.month(cell);
    if (period.isEmpty()) {
      line.fault(
          FindingCode.PERIOD_INVALID,
          PaymentField.PERIOD,
          cell.isBlank() ? Reason.PERIOD_BLANK : Reason.PERIOD_TEXT);
    } else if (period.get().getYear() != year) {
      line.fault(
          FindingCode.PERIOD_INVALID,
          PaymentField.PERIOD,
          Reason.PERIOD_OTHER_YEAR,
          period.get().toString(),
          Integer.toString(year));
    }
    return period;
  }

  private Optional<LocalDate> paidOn(Line line, Optional<YearMonth> period) {
    if (!line.isReadable(PaymentField.PAID_ON)) {
      return Optional.empty();
    }
    CellValue cell = line.cell(PaymentField.PAID_ON);
    Optional<LocalDate> day = CalendarText.day(cell);
    if (day.isEmpty()) {
      line.fault(
          FindingCode.DATE_INVALID,
          PaymentField.PAID_ON,
          cell.isBlank() ? Reason.DATE_BLANK : Reason.DATE_TEXT);
    } else if (day.get().isAfter(businessDate)) {
      line.fault(
          RowFault.of(
              Field.WAGE, FindingCode.PAYMENT_AHEAD, day.get().toString(), businessDate.toString()),
          PaymentField.PAID_ON);
    } else if (period.isPresent() && day.get().isBefore(period.get().minusYears(1).atDay(1))) {
      line.fault(
          FindingCode.DATE_INVALID,
          PaymentField.PAID_ON,
          Reason.DATE_LONG_BEFORE_PERIOD,
          day.get().toString(),
          period.get().toString());
    }
    return day;
  }

  private static Optional<Money> amount(Line line) {
    if (!line.isReadable(PaymentField.AMOUNT)) {
      return Optional.empty();
    }
    CellValue cell = line.cell(PaymentField.AMOUNT);
    AmountReading reading = AmountReading.of(cell, Field.WAGE);
    if (reading instanceof AmountReading.Refused refused
        && refused.fault().code() == FindingCode.UNIT_NOT_YUAN) {
      line.fault(refused.fault(), PaymentField.AMOUNT);
      return Optional.empty();
    }
    if (!(reading instanceof AmountReading.Exact exact)) {
      line.fault(
          FindingCode.AMOUNT_INVALID,
          PaymentField.AMOUNT,
          cell.isBlank() ? Reason.AMOUNT_BLANK : Reason.AMOUNT_TEXT);
      return Optional.empty();
    }
    BigDecimal value = exact.value();
    if (value.signum() == 0) {
      line.fault(FindingCode.AMOUNT_INVALID, PaymentField.AMOUNT, Reason.AMOUNT_ZERO);
    } else if (value.stripTrailingZeros().scale() > Money.SCALE) {
      line.fault(FindingCode.AMOUNT_INVALID, PaymentField.AMOUNT, Reason.AMOUNT_TOO_PRECISE);
    } else if (value.abs().compareTo(TOO_MUCH) >= 0) {
      line.fault(FindingCode.AMOUNT_INVALID, PaymentField.AMOUNT, Reason.AMOUNT_TOO_LARGE);
    } else {
      return Optional.of(new Money(value));
    }
    return Optional.empty();
  }

  private static Optional<String> serial(Line line) {
    if (!line.isReadable(PaymentField.SERIAL)) {
      return Optional.empty();
    }
    CellValue cell = line.cell(PaymentField.SERIAL);
    String serial = Characters.compact(cell.asText());
    if (serial.isEmpty()) {
      return Optional.empty();
    }
    boolean cutOff =
        (cell instanceof CellValue.Numeric number && number.precisionLost())
            || serial.matches("\\d(\\.\\d+)?[Ee]\\+?\\d+");
    if (cutOff || serial.length() > LONGEST_SERIAL) {
      line.fault(FindingCode.SERIAL_INVALID, PaymentField.SERIAL);
    }
    return Optional.of(serial);
  }

  /** One line on its way through the check. */
  private static final class Line {
    private final Function<PaymentField, CellValue> cells;
    private final Function<PaymentField, SourceCell> places;
    private final String employer;
    private final List<Finding> findings = new ArrayList<>();

    Line(
        Function<PaymentField, CellValue> cells,
        Function<PaymentField, SourceCell> places,
        String employer) {
      this.cells = cells;
      this.places = places;
      this.employer = employer;
    }

    CellValue cell(PaymentField field) {
      return cells.apply(field);
    }

    boolean isReadable(PaymentField field) {
      return RowFault.unreadable(Field.WAGE, cell(field)).isEmpty();
    }

    void checkReadable() {
      for (PaymentField field : JUDGED) {
        RowFault.unreadable(Field.WAGE, cell(field)).ifPresent(fault -> fault(fault, field));
      }
    }

    void fault(RowFault fault, PaymentField field) {
      findings.add(fault.at(employer, places.apply(field)));
    }

    void fault(FindingCode code, PaymentField field) {
      findings.add(Finding.of(code, employer, places.apply(field)));
    }

    void fault(FindingCode code, PaymentField field, Reason reason, String... arguments) {
      findings.add(Finding.of(code, employer, places.apply(field), reason, arguments));
    }
  }
}
