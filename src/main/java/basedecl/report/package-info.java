/**
 * What each workbook says: its columns, titles and order. Start reading at {@link
 * basedecl.report.YearHeading}.
 */
@NullMarked
package basedecl.report;

import org.jspecify.annotations.NullMarked;
