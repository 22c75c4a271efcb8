package basedecl.ledger.year;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * One version of a declaration that was accepted, current or since replaced; its people stay in the
 * ledger.
 *
 * @param current whether no later version has taken its place
 * @param declaredIn month of the business date of the run that took it in
 * @param declaredOn that business date
 */
public record VersionRecord(
    DeclarationRecord declaration, boolean current, YearMonth declaredIn, LocalDate declaredOn) {}
