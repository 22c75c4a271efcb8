package basedecl.assessment.collection;

import basedecl.assessment.latefee.EmployerDue;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What an employer owes for a month on the day of a batch.
 *
 * @param basis what it follows from
 * @param assessed whether it follows from a version that the agency made after an audit
 * @param figures empty where the month would be imputed and last month's amount is not known
 * @param growing whether the late fee grows day by day: something of the month is unpaid
 */
public record Claim(
    EmployerMonth key,
    Basis basis,
    boolean assessed,
    Optional<Collected> figures,
    boolean growing) {

  /**
   * What a claim follows from.
   *
   * @param declaration the version that was in force; empty where the month is imputed
   */
  public record Basis(EmployerDue.Method method, OptionalLong declaration) {

    boolean isImputed() {
      return method == EmployerDue.Method.IMPUTED;
    }
  }
}
