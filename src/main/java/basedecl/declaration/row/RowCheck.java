package basedecl.declaration.row;

import basedecl.money.Money;
import basedecl.policy.Population;
import java.time.LocalDate;
import java.util.Optional;

/** Checks one row by itself: every finding of the row in one pass. Thread-safe. */
public interface RowCheck {

  RowOutcome check(RawRow row);

  /**
   * @param year the year declared
   * @param businessDate the day the run stands for; nobody is born after it
   * @param minimumWage yuan a month; a wage under it is a warning. Empty: nothing is compared
   */
  static RowCheck of(
      Population population, int year, LocalDate businessDate, Optional<Money> minimumWage) {
    return new ConstraintRowCheck(population, year, businessDate, minimumWage);
  }
}
