/** The late-fee workbook. Start reading at {@link basedecl.report.latefee.LateFeeWorkbook}. */
@NullMarked
package basedecl.report.latefee;

import org.jspecify.annotations.NullMarked;
