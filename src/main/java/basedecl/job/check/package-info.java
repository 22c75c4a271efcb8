/**
 * A file as a night would see it, without a ledger: for whoever asks before sending. Start reading
 * at {@link basedecl.job.check.CheckedFile}.
 */
@NullMarked
package basedecl.job.check;

import org.jspecify.annotations.NullMarked;
