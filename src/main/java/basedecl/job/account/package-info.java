/**
 * How accounts are made, locked and given other passwords, the same for the command and for the
 * pages. Start reading at {@link basedecl.job.account.AccountChanges}.
 */
@NullMarked
package basedecl.job.account;

import org.jspecify.annotations.NullMarked;
