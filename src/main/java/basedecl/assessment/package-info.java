/**
 * Bases clamped to the limits of their month, and the dues that follow from them. Start reading at
 * {@link basedecl.assessment.BaseAssessor}.
 */
@NullMarked
package basedecl.assessment;

import org.jspecify.annotations.NullMarked;
