package basedecl.audit.signal;

import basedecl.money.Money;
import java.util.Optional;

/**
 * What is known of one employer's year: its declaration, last year's figures and the tax file's.
 *
 * @param share of the people at the lower limit
 * @param flagged whether the declaration was flagged by the 70 % rule
 * @param baseTotal the people's monthly bases together
 */
public record EmployerFigures(
    LowerLimitShare share,
    boolean flagged,
    Money baseTotal,
    Wages wages,
    Optional<LastYear> lastYear,
    Optional<TaxComparison> tax) {

  /** The people declared. */
  public long persons() {
    return share.payers();
  }

  /** The larger of both years, so that an employer does not hide by losing nearly everybody. */
  long personsOfLargerYear() {
    return Math.max(persons(), lastYear.flatMap(LastYear::persons).orElse(0L));
  }

  /**
   * Last year's figures of the employer.
   *
   * @param baseTotal the people's monthly bases together, as last year's summary has them
   * @param persons empty where the source does not tell
   */
  public record LastYear(Money baseTotal, Optional<Long> persons, Source source) {

    /** Where last year's figures were had from; the messages count on the order. */
    public enum Source {
      FILE,
      LEDGER,
      ROSTER
    }

    /** As the messages take it. */
    String sourceWord() {
      return Integer.toString(source.ordinal());
    }
  }
}
