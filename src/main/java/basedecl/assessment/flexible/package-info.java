/**
 * What flexible workers choose, from when, at which price, and until which age. Start reading at
 * {@link basedecl.assessment.flexible.ElectionCheck}.
 */
@NullMarked
package basedecl.assessment.flexible;

import org.jspecify.annotations.NullMarked;
