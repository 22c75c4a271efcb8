/**
 * The audit's workbook and letters. Start reading at {@link basedecl.report.audit.AuditWorkbook}.
 */
@NullMarked
package basedecl.report.audit;

import org.jspecify.annotations.NullMarked;
