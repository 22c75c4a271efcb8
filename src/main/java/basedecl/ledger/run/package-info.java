/**
 * Runs, and the lease by which there is one at a time. Start reading at {@link
 * basedecl.ledger.run.RunLedger}.
 */
@NullMarked
package basedecl.ledger.run;

import org.jspecify.annotations.NullMarked;
