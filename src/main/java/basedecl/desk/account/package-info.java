/**
 * The administrator's accounts: the list, one account, a new one, and one for each employer at
 * once. No page shows more of a person than a masked number. Start at {@link
 * basedecl.desk.account.AccountsController}.
 */
@NullMarked
package basedecl.desk.account;

import org.jspecify.annotations.NullMarked;
