/**
 * A payment of an employer, read and checked. Start reading at {@link
 * basedecl.payment.PaymentCheck}.
 */
@NullMarked
package basedecl.payment;

import org.jspecify.annotations.NullMarked;
