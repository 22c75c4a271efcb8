/**
 * Rosters and other tables that an office submits by naming them in a job file. Start reading at
 * {@link basedecl.job.submitted.SubmittedTable}.
 */
@NullMarked
package basedecl.job.submitted;

import org.jspecify.annotations.NullMarked;
