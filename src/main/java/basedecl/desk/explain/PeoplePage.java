package basedecl.desk.explain;

import basedecl.desk.page.Pager;
import java.util.List;

/**
 * The people of the declaration in force with their bases, each with the way to its explanation.
 *
 * @param month whose bases these are
 */
record PeoplePage(
    String employerCode,
    String employerName,
    int version,
    String month,
    List<Line> lines,
    Pager pager) {

  /**
   * One person.
   *
   * @param source sheet and row of the file
   */
  record Line(
      int line,
      String name,
      String idNumber,
      String wage,
      String base,
      String adjustment,
      String source) {}
}
