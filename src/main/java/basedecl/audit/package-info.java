/**
 * Looks at every employer's year: the 70 % rule and the signals a policy switches on. Start reading
 * at {@link basedecl.audit.Auditor}.
 */
@NullMarked
package basedecl.audit;

import org.jspecify.annotations.NullMarked;
