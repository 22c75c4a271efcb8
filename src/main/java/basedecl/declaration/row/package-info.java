/**
 * One row of a declaration by itself: its cells, its wage, and every check of it in one pass. Start
 * reading at {@link basedecl.declaration.row.RowCheck}.
 */
@NullMarked
package basedecl.declaration.row;

import org.jspecify.annotations.NullMarked;
