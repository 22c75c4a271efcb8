/**
 * Ordinary payments of the current year by those who pay alone, by the rhythm they chose: taken,
 * laid on what is due, months added up, people reminded. Start reading at {@link
 * basedecl.job.flexiblepayment.FlexiblePaymentJobConfiguration}.
 */
@NullMarked
package basedecl.job.flexiblepayment;

import org.jspecify.annotations.NullMarked;
