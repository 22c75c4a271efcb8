package basedecl.assessment;

import basedecl.money.Money;
import java.util.Optional;

/**
 * What the people of one employer come to in one month, yuan: how many count, their bases, and what
 * is due.
 */
public record MonthSum(long persons, Money bases, Dues dues) {

  /** Of nobody: nothing is due. */
  public static final MonthSum NOBODY =
      new MonthSum(0, Money.ZERO, new Dues(Optional.of(Money.ZERO), Optional.of(Money.ZERO)));

  /** Of nobody that is known: what is due does not follow from people. */
  public static final MonthSum UNKNOWN = new MonthSum(0, Money.ZERO, Dues.NONE);

  /** With one person more. */
  MonthSum plus(Money base, Dues due) {
    return new MonthSum(persons + 1, bases.plus(base), dues.plus(due));
  }

  MonthSum plus(MonthSum other) {
    return new MonthSum(persons + other.persons, bases.plus(other.bases), dues.plus(other.dues));
  }
}
