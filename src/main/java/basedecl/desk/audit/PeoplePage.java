package basedecl.desk.audit;

import basedecl.desk.page.Pager;
import java.util.List;

/**
 * People of the declaration in force, those at the lower limit or all.
 *
 * @param file where they stand
 * @param all whether those above the lower limit are shown as well
 */
record PeoplePage(
    String code,
    String name,
    int version,
    String file,
    String month,
    boolean all,
    String total,
    List<Line> lines,
    Pager pager) {

  /**
   * One person.
   *
   * @param idNumber masked unless it was asked for
   * @param source sheet and row
   */
  record Line(
      int line,
      String name,
      String idNumber,
      boolean revealed,
      String wage,
      String base,
      String adjustment,
      String source) {}
}
