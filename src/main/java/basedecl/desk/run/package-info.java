/**
 * The operator's pages of runs: those that were, the one under way, their summaries, receipts,
 * outputs and log, and the form that starts a job. Start reading at {@link
 * basedecl.desk.run.RunController}.
 */
@NullMarked
package basedecl.desk.run;

import org.jspecify.annotations.NullMarked;
