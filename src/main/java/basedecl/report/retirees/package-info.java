/**
 * The year's workbooks of retirees. Start reading at {@link
 * basedecl.report.retirees.RetireesSummaryWorkbook}.
 */
@NullMarked
package basedecl.report.retirees;

import org.jspecify.annotations.NullMarked;
