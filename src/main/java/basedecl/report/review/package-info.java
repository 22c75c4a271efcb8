/**
 * The workbook of where each declaration stands. Start reading at {@link
 * basedecl.report.review.ProgressWorkbook}.
 */
@NullMarked
package basedecl.report.review;

import org.jspecify.annotations.NullMarked;
