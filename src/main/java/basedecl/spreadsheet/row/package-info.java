/**
 * Rows as every carrier gives them, and the merged cells and traits of their sheet. Start reading
 * at {@link basedecl.spreadsheet.row.RowSource}.
 */
@NullMarked
package basedecl.spreadsheet.row;

import org.jspecify.annotations.NullMarked;
