package basedecl.report;

/**
 * An agency's line in a summary over all agencies.
 *
 * @param name in words where the roster names none
 * @param folder of its workbooks, below that of the summary
 */
public record AgencyLine(String name, YearTotals totals, long notDeclared, String folder) {}
