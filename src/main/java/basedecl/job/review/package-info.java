/**
 * From declared to confirmed: scanned materials, the agency's decisions, the employers'
 * confirmations, and who has to do what next. Start reading at {@link basedecl.job.review.Review}.
 */
@NullMarked
package basedecl.job.review;

import org.jspecify.annotations.NullMarked;
