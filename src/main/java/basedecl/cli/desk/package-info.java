/**
 * The command {@code desk}: reads its file, opens the ledger and serves the pages. Start at {@link
 * basedecl.cli.desk.DeskCommand}.
 */
@NullMarked
package basedecl.cli.desk;

import org.jspecify.annotations.NullMarked;
