package basedecl.assessment.flexible;

import basedecl.assessment.topup.Instalment;
import basedecl.money.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * An instalment with what was paid towards it. Nobody who pays alone bears a late fee: one that is
 * not paid whole by its last day is an interruption, and the months paid for count all the same
 * (domain 7).
 */
public record PaidInstalment(DueInstalment due, List<Slice> slices) {

  /** What of a payment was laid on the instalment; {@code payment} is its number. */
  public record Slice(String payment, LocalDate paidOn, Money amount) {}

  public PaidInstalment {
    slices = List.copyOf(slices);
  }

  public Money amount() {
    return due.instalment().amount();
  }

  public Money paid() {
    return slices.stream().map(Slice::amount).reduce(Money.ZERO, Money::plus);
  }

  /** What is still to be paid; zero where nothing is. */
  public Money open() {
    return amount().minus(paid()).max(Money.ZERO);
  }

  /** What was paid beyond the amount; it is shown and not moved. */
  public Money overpaid() {
    return paid().minus(amount()).max(Money.ZERO);
  }

  /** The day of the last payment towards it. */
  public Optional<LocalDate> paidOn() {
    return slices.stream().map(Slice::paidOn).max(Comparator.naturalOrder());
  }

  public InstalmentState state(LocalDate day) {
    if (open().isZero()) {
      return InstalmentState.PAID;
    }
    if (day.isAfter(due.lastDay())) {
      return InstalmentState.INTERRUPTED;
    }
    return slices.isEmpty() ? InstalmentState.NOT_DUE : InstalmentState.PARTLY_PAID;
  }

  /**
   * The months paid whole: what was paid goes to the earliest first. A tier is whole or nothing.
   */
  public List<YearMonth> paidMonths() {
    List<YearMonth> months = new ArrayList<>();
    Money rest = paid();
    for (Instalment.Part part : due.instalment().parts()) {
      for (YearMonth m = part.first(); !m.isAfter(part.last()); m = m.plusMonths(1)) {
        if (!open().isZero() && rest.isLessThan(part.monthly())) {
          return months;
        }
        months.add(m);
        rest = rest.minus(part.monthly());
      }
    }
    return months;
  }

  /** The months that were not paid by the last day; none before it has passed. */
  public List<YearMonth> interruptedMonths(LocalDate day) {
    List<YearMonth> months = new ArrayList<>();
    if (state(day) == InstalmentState.INTERRUPTED) {
      Instalment instalment = due.instalment();
      List<YearMonth> paid = paidMonths();
      for (YearMonth m = instalment.first(); !m.isAfter(instalment.last()); m = m.plusMonths(1)) {
        if (!paid.contains(m)) {
          months.add(m);
        }
      }
    }
    return months;
  }
}
