/** {@code policy list, show, try}. Start reading at {@link basedecl.cli.policy.PolicyCommand}. */
@NullMarked
package basedecl.cli.policy;

import org.jspecify.annotations.NullMarked;
