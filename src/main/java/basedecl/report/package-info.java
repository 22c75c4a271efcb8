/**
 * What all workbooks have in common: headings, words, sums, the sheet of problems. Start reading at
 * {@link basedecl.report.YearHeading}.
 */
@NullMarked
package basedecl.report;

import org.jspecify.annotations.NullMarked;
