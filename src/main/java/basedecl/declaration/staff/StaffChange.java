package basedecl.declaration.staff;

import basedecl.money.Money;
import basedecl.person.DocumentKind;
import basedecl.person.IdNumber;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.Optional;

/**
 * Someone joins an employer or leaves it.
 *
 * @param from the first month that counts of one who joins; of one who leaves the first that counts
 *     no longer
 * @param startWage 起薪, the first month's wage of one who joins, yuan
 */
public record StaffChange(
    String employer,
    String name,
    DocumentKind documentKind,
    IdNumber person,
    StaffChangeKind kind,
    YearMonth from,
    Optional<Money> startWage) {

  /**
   * The order in which changes that came together are decided on, however they were written: who
   * moves leaves one employer before joining the other.
   */
  public static final Comparator<StaffChange> ORDER =
      Comparator.comparing(StaffChange::from).thenComparing(change -> change.kind().joins());
}
