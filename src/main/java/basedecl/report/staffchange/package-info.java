/**
 * The workbook of people who joined and left. Start reading at {@link
 * basedecl.report.staffchange.StaffChangeWorkbook}.
 */
@NullMarked
package basedecl.report.staffchange;

import org.jspecify.annotations.NullMarked;
