/**
 * Stored numbers, number formats and shared texts as values of cells. Start reading at {@link
 * basedecl.spreadsheet.value.CellFormat}.
 */
@NullMarked
package basedecl.spreadsheet.value;

import org.jspecify.annotations.NullMarked;
