/**
 * How an employer's or a person's figures came about, as the command {@code explain} tells it.
 * Start reading at {@link basedecl.desk.explain.ExplainController}.
 */
@NullMarked
package basedecl.desk.explain;

import org.jspecify.annotations.NullMarked;
