/**
 * {@code job: late-fee}: payments in, what every employer owes month by month, and the late fee of
 * each slice (contract 7). Start reading at {@link basedecl.job.latefee.LateFeeJobConfiguration}.
 */
@NullMarked
package basedecl.job.latefee;

import org.jspecify.annotations.NullMarked;
