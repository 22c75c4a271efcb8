/**
 * How employers change: renamed, moved to another agency, merged, split, closed, each from a day
 * on. Start reading at {@link basedecl.declaration.change.EmployerHistory}.
 */
@NullMarked
package basedecl.declaration.change;

import org.jspecify.annotations.NullMarked;
