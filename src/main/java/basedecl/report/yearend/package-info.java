/**
 * What a year hands over to the next one: the workbook of the year's end and the next year's
 * roster. Start reading at {@link basedecl.report.yearend.YearEndWorkbook}.
 */
@NullMarked
package basedecl.report.yearend;

import org.jspecify.annotations.NullMarked;
