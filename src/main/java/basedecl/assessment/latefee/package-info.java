/**
 * Late fees of unpaid dues, and payments settled against them. Start reading at {@link
 * basedecl.assessment.latefee.DueSettlement}.
 */
@NullMarked
package basedecl.assessment.latefee;

import org.jspecify.annotations.NullMarked;
