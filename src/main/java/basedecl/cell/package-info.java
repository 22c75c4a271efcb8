/**
 * Values of cells and what can be read from them whatever the table: amounts, calendar texts,
 * characters, and faults of one field. Start reading at {@link basedecl.cell.CellValue}.
 */
@NullMarked
package basedecl.cell;

import org.jspecify.annotations.NullMarked;
