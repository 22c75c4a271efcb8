/** The ledger as commands open it. Start reading at {@link basedecl.cli.ledger.OpenLedger}. */
@NullMarked
package basedecl.cli.ledger;

import org.jspecify.annotations.NullMarked;
