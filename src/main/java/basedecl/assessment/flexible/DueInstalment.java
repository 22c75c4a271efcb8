package basedecl.assessment.flexible;

import basedecl.assessment.topup.Instalment;
import java.time.LocalDate;
import java.time.YearMonth;

/** An instalment of an election and the last day to pay it, inclusive. */
public record DueInstalment(Instalment instalment, LocalDate lastDay) {

  /** Whether it is for one of these months (both inclusive) at least. */
  public boolean isWithin(PaidFor months) {
    return !instalment.last().isBefore(months.from()) && !instalment.first().isAfter(months.to());
  }

  /** Its first month. */
  public YearMonth first() {
    return instalment.first();
  }
}
