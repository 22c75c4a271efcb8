/**
 * What is told of employers that changed. Start reading at {@link
 * basedecl.report.employer.EmployerChangesWorkbook}.
 */
@NullMarked
package basedecl.report.employer;

import org.jspecify.annotations.NullMarked;
