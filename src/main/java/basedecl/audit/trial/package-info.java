/**
 * What other figures of a policy would do to a year as it is declared. Start reading at {@link
 * basedecl.audit.trial.PolicyTrial}.
 */
@NullMarked
package basedecl.audit.trial;

import org.jspecify.annotations.NullMarked;
