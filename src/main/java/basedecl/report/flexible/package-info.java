/**
 * Workbooks, bills and proofs of flexible workers. Start reading at {@link
 * basedecl.report.flexible.FlexibleWorkbook}.
 */
@NullMarked
package basedecl.report.flexible;

import org.jspecify.annotations.NullMarked;
