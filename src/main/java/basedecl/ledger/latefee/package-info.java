/**
 * What employers paid, each payment once. Start reading at {@link
 * basedecl.ledger.latefee.PaymentLedger}.
 */
@NullMarked
package basedecl.ledger.latefee;

import org.jspecify.annotations.NullMarked;
