/**
 * The zip container of a workbook, read within limits. Start reading at {@link
 * basedecl.spreadsheet.zip.ZipContainer}.
 */
@NullMarked
package basedecl.spreadsheet.zip;

import org.jspecify.annotations.NullMarked;
