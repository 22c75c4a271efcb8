/**
 * {@code explain} and {@code status}: where a figure came from, where things stand. Start reading
 * at {@link basedecl.cli.explain.ExplainCommand}.
 */
@NullMarked
package basedecl.cli.explain;

import org.jspecify.annotations.NullMarked;
