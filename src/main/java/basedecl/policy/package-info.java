/**
 * The figures of law as dated data: limits, rates, deadlines, late fees, thresholds, each with its
 * citation, looked up by month and by the day they were known on. Start reading at {@link
 * basedecl.policy.Policy}.
 */
@NullMarked
package basedecl.policy;

import org.jspecify.annotations.NullMarked;
