/**
 * What all jobs share: the job file, taking files from the inbox, one run at a time, stopping,
 * progress and the night's summary. Start reading at {@link basedecl.job.support.NightRunner}.
 */
@NullMarked
package basedecl.job.support;

import org.jspecify.annotations.NullMarked;
