/**
 * What final limits make flexible workers top up for the months already assessed. Start reading at
 * {@link basedecl.job.topup.TopUpJobConfiguration}.
 */
@NullMarked
package basedecl.job.topup;

import org.jspecify.annotations.NullMarked;
