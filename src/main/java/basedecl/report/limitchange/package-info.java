/**
 * The workbook of bases that new limits change. Start reading at {@link
 * basedecl.report.limitchange.LimitChangeWorkbook}.
 */
@NullMarked
package basedecl.report.limitchange;

import org.jspecify.annotations.NullMarked;
