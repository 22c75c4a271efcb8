/**
 * What every job runs on: one run at a time, stopping, progress, the work folder and the summary.
 * Start reading at {@link basedecl.job.run.RunConfiguration}.
 */
@NullMarked
package basedecl.job.run;

import org.jspecify.annotations.NullMarked;
