/**
 * Who may sign in to the desk and with what: roles, accounts, passwords, codes of the second
 * factor, the delays after failures, and what the record of events says. Start reading at {@link
 * basedecl.account.Account}.
 */
@NullMarked
package basedecl.account;

import org.jspecify.annotations.NullMarked;
