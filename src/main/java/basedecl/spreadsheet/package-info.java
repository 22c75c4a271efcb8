/**
 * The rows of any spreadsheet file, or the reason why it is refused. {@code SpreadsheetFiles} is
 * the only door; each carrier has a room of its own below. Start reading at {@link
 * basedecl.spreadsheet.SpreadsheetFiles}.
 */
@NullMarked
package basedecl.spreadsheet;

import org.jspecify.annotations.NullMarked;
