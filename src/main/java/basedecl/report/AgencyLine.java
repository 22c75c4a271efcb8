package basedecl.report;

import java.util.List;

/**
 * An agency's line in a summary over all agencies.
 *
 * @param name in words where the roster names none
 * @param folder of its workbooks, below that of the summary
 */
public record AgencyLine(String name, YearTotals totals, long notDeclared, String folder) {

  /** Employers of all of them that have not declared. */
  public static long notDeclared(List<AgencyLine> lines) {
    return lines.stream().mapToLong(AgencyLine::notDeclared).sum();
  }

  /**
   * Lines that may stand under the total of all.
   *
   * @throws IllegalStateException if they do not come to {@code all}
   */
  public static void requireTie(List<AgencyLine> lines, YearTotals all) {
    YearTotals sum =
        lines.stream().map(AgencyLine::totals).reduce(YearTotals.NONE, YearTotals::plus);
    if (!sum.equals(all)) {
      throw new IllegalStateException(
          "The agencies do not come to the whole: "
              + sum.employers()
              + " of "
              + all.employers()
              + " employers, "
              + sum.persons()
              + " of "
              + all.persons()
              + " persons");
    }
  }
}
