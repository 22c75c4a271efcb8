/**
 * Top-ups where new limits change months that are paid already. Start reading at {@link
 * basedecl.assessment.topup.TopUpAssessor}.
 */
@NullMarked
package basedecl.assessment.topup;

import org.jspecify.annotations.NullMarked;
