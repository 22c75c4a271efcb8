package basedecl.desk.audit;

import basedecl.desk.page.Pager;
import java.util.List;

/**
 * Whom to look at first.
 *
 * @param audited the day of the audit this is from; empty while there was none
 * @param ofAllAgencies whether the reader may choose an agency
 * @param total of all pages
 * @param address of these pages, to which the page is added
 * @param workbook the address of the same list as a workbook
 */
record ListPage(
    String audited,
    FilterForm form,
    boolean ofAllAgencies,
    List<Choice> agencies,
    List<Choice> signals,
    List<Choice> follows,
    List<Choice> outcomes,
    String total,
    List<Line> lines,
    Pager pager,
    String address,
    String workbook) {

  /** One of several values of a filter. */
  record Choice(String value, String text) {}

  /** An employer. */
  record Line(
      long rank,
      String code,
      String name,
      String agency,
      String persons,
      String atLower,
      String share,
      List<String> signals,
      String baseShort,
      String duesShort,
      String followUp,
      String outcome) {}
}
