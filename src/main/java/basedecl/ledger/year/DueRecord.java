package basedecl.ledger.year;

import basedecl.assessment.Dues;
import basedecl.money.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What an employer owes for one month.
 *
 * @param declaration the declaration it comes from; empty where it is imputed
 * @param dues both parts; empty where it is imputed
 * @param total both parts together, or the imputed amount; empty where last month's is unknown
 * @param deadline last day (inclusive) to pay in time
 */
public record DueRecord(
    String employerCode,
    YearMonth period,
    Method method,
    OptionalLong declaration,
    Dues dues,
    Optional<Money> total,
    LocalDate deadline) {

  /** How the due was found: 申报, or 按上月110%核定. */
  public enum Method {
    DECLARED,
    IMPUTED
  }
}
