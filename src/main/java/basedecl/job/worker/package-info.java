/**
 * A worker: waits at a ledger for runs that hand out their files, reads the pieces it is given and
 * stores them under the run's lease. Start reading at {@link basedecl.job.worker.Worker}.
 */
@NullMarked
package basedecl.job.worker;

import org.jspecify.annotations.NullMarked;
