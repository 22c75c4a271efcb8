package basedecl.ledger.year;

import basedecl.declaration.procedure.VersionStanding;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * One version of a declaration that was accepted: in force, on its way, or since replaced; its
 * people stay in the ledger.
 *
 * @param declaredIn month of the business date of the run that took it in
 * @param declaredOn that business date
 */
public record VersionRecord(
    DeclarationRecord declaration,
    VersionStanding standing,
    YearMonth declaredIn,
    LocalDate declaredOn) {

  /**
   * The one in force of an employer's accepted versions.
   *
   * @param versions one at least
   */
  public static VersionRecord inForce(List<VersionRecord> versions) {
    return versions.stream().filter(VersionRecord::current).findFirst().orElse(versions.get(0));
  }

  /** Whether it is in force. */
  public boolean current() {
    return standing == VersionStanding.CURRENT;
  }
}
