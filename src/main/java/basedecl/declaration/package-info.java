/**
 * What an employer declares and every check on it: identity numbers, wage lines, findings. Start
 * reading at {@link basedecl.declaration.RowCheck}.
 */
@NullMarked
package basedecl.declaration;

import org.jspecify.annotations.NullMarked;
