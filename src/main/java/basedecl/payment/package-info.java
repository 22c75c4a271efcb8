/**
 * Payments: one of an employer, read and checked, and the account of what was paid towards one due
 * and given back, employers' and flexible workers' alike. Start reading at {@link
 * basedecl.payment.PaymentCheck}.
 */
@NullMarked
package basedecl.payment;

import org.jspecify.annotations.NullMarked;
