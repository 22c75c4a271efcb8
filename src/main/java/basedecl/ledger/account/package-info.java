/**
 * Accounts, their failures to sign in, and the record of events, which only grows. Start reading at
 * {@link basedecl.ledger.account.AccountLedger}.
 */
@NullMarked
package basedecl.ledger.account;

import org.jspecify.annotations.NullMarked;
