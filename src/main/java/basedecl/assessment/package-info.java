/**
 * From declared figures and policy to bases, dues, late fees and top-ups with their explanation:
 * pure functions. Start reading at {@link basedecl.assessment.BaseAssessor}.
 */
@NullMarked
package basedecl.assessment;

import org.jspecify.annotations.NullMarked;
