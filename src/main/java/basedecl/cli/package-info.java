/** The command line: what a person types and reads. Start reading at {@link basedecl.cli.Main}. */
@NullMarked
package basedecl.cli;

import org.jspecify.annotations.NullMarked;
