/**
 * The sheet of one-time passwords. Start reading at {@link
 * basedecl.report.account.OneTimePasswordSheet}.
 */
@NullMarked
package basedecl.report.account;

import org.jspecify.annotations.NullMarked;
