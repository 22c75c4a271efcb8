/**
 * {@code job: audit}: holds the year's declarations against the policy's signals, last year and the
 * tax file, and writes the auditor's workbook and the notices. {@link basedecl.job.audit.Trial}
 * looks at what other figures of the policy would change, and writes nothing. Start reading at
 * {@link basedecl.job.audit.AuditTasklet}.
 */
@NullMarked
package basedecl.job.audit;

import org.jspecify.annotations.NullMarked;
