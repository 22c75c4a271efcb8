/**
 * Files in and workbooks out: the gate before every parser, the readers of each carrier, finding
 * the header, writing tables cell by cell. Start reading at {@link
 * basedecl.spreadsheet.SpreadsheetFiles}.
 */
@NullMarked
package basedecl.spreadsheet;

import org.jspecify.annotations.NullMarked;
