/**
 * {@code job: staff-changes}: people who join and leave employers within the year. Start reading at
 * {@link basedecl.job.staffchange.StaffChangeSteps}.
 */
@NullMarked
package basedecl.job.staffchange;

import org.jspecify.annotations.NullMarked;
