/**
 * How figures came about, from the cell of a file to the last rounding, in sentences and as facts.
 * Start reading at {@link basedecl.report.explain.EmployerExplanation}.
 */
@NullMarked
package basedecl.report.explain;

import org.jspecify.annotations.NullMarked;
