/**
 * {@code job: audit-outcome}: wages that an audit found, which the agency assesses in the place of
 * those declared. Start reading at {@link basedecl.job.auditoutcome.AuditOutcomeSteps}.
 */
@NullMarked
package basedecl.job.auditoutcome;

import org.jspecify.annotations.NullMarked;
