/**
 * The year's workbooks of employees, and the receipts. Start reading at {@link
 * basedecl.report.declaration.SummaryWorkbook}.
 */
@NullMarked
package basedecl.report.declaration;

import org.jspecify.annotations.NullMarked;
