/**
 * The jobs as a process runs them that keeps the ledger open: one after the other, as they are
 * asked for, as declarations are submitted, and nightly. Start reading at {@link
 * basedecl.job.desk.RunDesk}.
 */
@NullMarked
package basedecl.job.desk;

import org.jspecify.annotations.NullMarked;
