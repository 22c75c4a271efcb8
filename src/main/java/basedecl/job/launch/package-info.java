/**
 * How a run is started and how it ended, by a command line that opens the ledger for it or by a
 * process that keeps the ledger open. Start reading at {@link basedecl.job.launch.LedgerRuns}.
 */
@NullMarked
package basedecl.job.launch;

import org.jspecify.annotations.NullMarked;
