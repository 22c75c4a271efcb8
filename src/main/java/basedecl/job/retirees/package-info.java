/**
 * Retirees' pensions in, their account bases for the year out. Start reading at {@link
 * basedecl.job.retirees.RetireesJobConfiguration}.
 */
@NullMarked
package basedecl.job.retirees;

import org.jspecify.annotations.NullMarked;
