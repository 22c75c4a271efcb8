/**
 * Reads the rule cases under {@code src/test/resources/rules}, which an official can read and
 * correct. Start reading at {@link basedecl.rules.RuleCase}.
 */
@NullMarked
package basedecl.rules;

import org.jspecify.annotations.NullMarked;
