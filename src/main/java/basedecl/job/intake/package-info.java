/**
 * How declaration files become staged declarations: read in slices, checked and assessed, stored;
 * and how their senders are answered, with people who are declared twice. Start reading at {@link
 * basedecl.job.intake.IntakeConfiguration}.
 */
@NullMarked
package basedecl.job.intake;

import org.jspecify.annotations.NullMarked;
