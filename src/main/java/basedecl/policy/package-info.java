/**
 * A region's rules for one population as they hold on a day, and the national ones. Start reading
 * at {@link basedecl.policy.Policy}.
 */
@NullMarked
package basedecl.policy;

import org.jspecify.annotations.NullMarked;
