package basedecl.ledger.year;

import basedecl.assessment.Dues;
import basedecl.assessment.MonthSum;
import basedecl.assessment.latefee.EmployerDue;
import java.util.OptionalLong;

/**
 * What an employer owes for one month, and what it comes from.
 *
 * @param declaration the declaration it comes from; empty where there is none of the year
 * @param sum of the people it comes from; {@link MonthSum#UNKNOWN} where it is imputed
 */
public record DueRecord(EmployerDue due, OptionalLong declaration, MonthSum sum) {

  /** Both parts; empty where it is imputed. */
  public Dues dues() {
    return sum.dues();
  }
}
