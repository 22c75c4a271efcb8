/**
 * {@code check}: a file as the night would take it, without a ledger. Start reading at {@link
 * basedecl.cli.check.CheckCommand}.
 */
@NullMarked
package basedecl.cli.check;

import org.jspecify.annotations.NullMarked;
