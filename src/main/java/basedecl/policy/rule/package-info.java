/**
 * The rules a policy is made of, each with its dates and its citation. Start reading at {@link
 * basedecl.policy.rule.PublishedLimits}.
 */
@NullMarked
package basedecl.policy.rule;

import org.jspecify.annotations.NullMarked;
