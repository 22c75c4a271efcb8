/**
 * The terminal and the options that all commands share. Start reading at {@link
 * basedecl.cli.terminal.Terminal}.
 */
@NullMarked
package basedecl.cli.terminal;

import org.jspecify.annotations.NullMarked;
