/**
 * {@code job: audit}: holds the year's declarations against the policy's signals, last year and the
 * tax file, and writes the auditor's workbook and the notices. Start reading at {@link
 * basedecl.job.audit.AuditTasklet}.
 */
@NullMarked
package basedecl.job.audit;

import org.jspecify.annotations.NullMarked;
