/**
 * The commands: what a person types and reads, and the exit status. Start reading at {@link
 * basedecl.cli.Main}.
 */
@NullMarked
package basedecl.cli;

import org.jspecify.annotations.NullMarked;
