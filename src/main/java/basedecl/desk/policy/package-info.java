/**
 * The policies with their citations, as known on a day, and what other figures would change. Start
 * reading at {@link basedecl.desk.policy.PolicyController}.
 */
@NullMarked
package basedecl.desk.policy;

import org.jspecify.annotations.NullMarked;
