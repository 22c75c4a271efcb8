/**
 * Amounts of earlier months that an agency approved, and their payment. Start reading at {@link
 * basedecl.job.specialpayment.SpecialPaymentJobConfiguration}.
 */
@NullMarked
package basedecl.job.specialpayment;

import org.jspecify.annotations.NullMarked;
