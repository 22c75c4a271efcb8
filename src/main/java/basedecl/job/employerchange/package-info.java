/**
 * {@code job: employer-changes}: employers renamed, moved, merged, split and closed, each from a
 * day on (contract 7). Start reading at {@link
 * basedecl.job.employerchange.EmployerChangesJobConfiguration}.
 */
@NullMarked
package basedecl.job.employerchange;

import org.jspecify.annotations.NullMarked;
