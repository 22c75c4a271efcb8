/**
 * Workbooks of Excel 97 to 2003 (BIFF8 in an OLE2 container). Start reading at {@link
 * basedecl.spreadsheet.xls.XlsSource}.
 */
@NullMarked
package basedecl.spreadsheet.xls;

import org.jspecify.annotations.NullMarked;
