/**
 * How declaration files become staged declarations: read in slices, checked and assessed, stored.
 * Start reading at {@link basedecl.job.intake.IntakeConfiguration}.
 */
@NullMarked
package basedecl.job.intake;

import org.jspecify.annotations.NullMarked;
