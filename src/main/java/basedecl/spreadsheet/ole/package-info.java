/**
 * OLE2 compound files, the container of {@code .xls} and of encrypted workbooks. Start reading at
 * {@link basedecl.spreadsheet.ole.OleFile}.
 */
@NullMarked
package basedecl.spreadsheet.ole;

import org.jspecify.annotations.NullMarked;
