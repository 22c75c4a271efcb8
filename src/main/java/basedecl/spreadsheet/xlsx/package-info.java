/**
 * Workbooks of Excel 2007 and later (ECMA-376). Start reading at {@link
 * basedecl.spreadsheet.xlsx.XlsxSource}.
 */
@NullMarked
package basedecl.spreadsheet.xlsx;

import org.jspecify.annotations.NullMarked;
