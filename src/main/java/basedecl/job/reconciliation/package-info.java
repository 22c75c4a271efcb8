/**
 * {@code job: reconciliation}: what came back, set against the batches. Start reading at {@link
 * basedecl.job.reconciliation.ReconciliationJobConfiguration}.
 */
@NullMarked
package basedecl.job.reconciliation;

import org.jspecify.annotations.NullMarked;
