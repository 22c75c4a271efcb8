/**
 * Tables known by their words: headers, columns, units, and the rows below them. Start reading at
 * {@link basedecl.table.SheetTable}.
 */
@NullMarked
package basedecl.table;

import org.jspecify.annotations.NullMarked;
