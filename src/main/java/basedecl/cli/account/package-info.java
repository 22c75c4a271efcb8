/**
 * The command {@code account}: who may sign in to the desk. Start reading at {@link
 * basedecl.cli.account.AccountCommand}.
 */
@NullMarked
package basedecl.cli.account;

import org.jspecify.annotations.NullMarked;
