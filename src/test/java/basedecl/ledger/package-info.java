/** The ledger on both of its databases. Start at {@link basedecl.ledger.LedgerContract}. */
@NullMarked
package basedecl.ledger;

import org.jspecify.annotations.NullMarked;
