/**
 * How declaration files become staged declarations: read in slices, checked and assessed, stored.
 * Thin Spring Batch adapters around the domain. Start reading at {@link
 * basedecl.job.support.intake.SliceReader}.
 */
@NullMarked
package basedecl.job.support.intake;

import org.jspecify.annotations.NullMarked;
