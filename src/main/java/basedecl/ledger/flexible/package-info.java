/**
 * Flexible workers: elections, top-ups, special payments and proofs of payment. Start reading at
 * {@link basedecl.ledger.flexible.ElectionLedger}.
 */
@NullMarked
package basedecl.ledger.flexible;

import org.jspecify.annotations.NullMarked;
