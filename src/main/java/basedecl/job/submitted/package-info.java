/**
 * Rosters and other tables that an office submits by naming them in a job file. Start reading at
 * {@link basedecl.job.submitted.HandedTable}.
 */
@NullMarked
package basedecl.job.submitted;

import org.jspecify.annotations.NullMarked;
