package basedecl.desk.version;

import basedecl.desk.declare.Whom;
import basedecl.desk.page.Pager;
import java.util.List;
import java.util.Optional;

/**
 * What an accepted version says, and how it differs from the one before.
 *
 * @param standing whether it is in force, on its way or replaced
 * @param taken the day of the run that took it in
 * @param file its name where it came from, else its place in the inbox
 * @param submittedAt empty where it did not come by the desk; with {@code submittedBy}
 * @param receipt its number where the reader may see it, or empty
 * @param others the other versions, the newest first
 * @param assessed what it rests on where the agency made it after an audit, in the place of a file
 * @param differences empty for the first version
 */
record VersionPage(
    Whom whom,
    int number,
    String standing,
    String state,
    String taken,
    String file,
    String submittedAt,
    String submittedBy,
    String receipt,
    String persons,
    String declaredTotal,
    String baseTotal,
    String dues,
    String atLower,
    String atUpper,
    List<Integer> others,
    Optional<Assessed> assessed,
    Optional<Differences> differences) {

  /**
   * What the agency assessed.
   *
   * @param left how many lines are not shown; empty where all are
   */
  record Assessed(String basis, List<AssessedMonths> lines, String left) {}

  /** A person's months of the same base and rates. */
  record AssessedMonths(
      String name,
      String idNumber,
      String from,
      String to,
      String wageBefore,
      String wageNow,
      String baseBefore,
      String baseNow) {}

  /**
   * Against the version before.
   *
   * @param month whose limits and rates both sides are shown by; empty for retirees
   */
  record Differences(
      int before,
      String month,
      String added,
      String removed,
      String changed,
      boolean none,
      List<Difference> lines,
      Totals totals,
      Pager pager) {}

  /**
   * A person whose line is another; what a side has not is a dash.
   *
   * @param version and {@code line}: where the person stands, in this version or the one before
   */
  record Difference(
      int version,
      int line,
      String kind,
      String name,
      String idNumber,
      String wageBefore,
      String wageNow,
      String baseBefore,
      String baseNow) {}

  /** Of both versions whole. */
  record Totals(
      String personsBefore,
      String personsNow,
      String wagesBefore,
      String wagesNow,
      String basesBefore,
      String basesNow) {}
}
