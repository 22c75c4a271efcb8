package basedecl.assessment.collection;

import basedecl.money.Money;

/**
 * The figures of a line, yuan: of an employer and month as a whole, or the difference between two
 * such wholes, which may be below zero in any of its parts.
 *
 * @param persons who count in the month
 * @param bases their bases
 * @param employer the employers' part; an imputed amount stands here as a whole
 * @param personal the personal part
 * @param lateFee owed on top of both parts
 */
public record Collected(long persons, Money bases, Money employer, Money personal, Money lateFee) {

  public static final Collected NOTHING =
      new Collected(0, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO);

  public Collected plus(Collected other) {
    return new Collected(
        persons + other.persons,
        bases.plus(other.bases),
        employer.plus(other.employer),
        personal.plus(other.personal),
        lateFee.plus(other.lateFee));
  }

  public Collected minus(Collected other) {
    return new Collected(
        persons - other.persons,
        bases.minus(other.bases),
        employer.minus(other.employer),
        personal.minus(other.personal),
        lateFee.minus(other.lateFee));
  }

  public Collected withLateFee(Money fee) {
    return new Collected(persons, bases, employer, personal, fee);
  }

  /** Both parts, without the late fee. */
  public Money principal() {
    return employer.plus(personal);
  }

  /** All the money: both parts and the late fee. */
  public Money total() {
    return principal().plus(lateFee);
  }

  /** Whether people, bases and both parts are the same, whatever the late fees are. */
  boolean hasSamePrincipal(Collected other) {
    return withLateFee(Money.ZERO).equals(other.withLateFee(Money.ZERO));
  }
}
