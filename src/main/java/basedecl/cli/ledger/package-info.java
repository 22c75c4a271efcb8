/** The ledger as commands open it. Start reading at {@link basedecl.cli.ledger.LedgerSession}. */
@NullMarked
package basedecl.cli.ledger;

import org.jspecify.annotations.NullMarked;
