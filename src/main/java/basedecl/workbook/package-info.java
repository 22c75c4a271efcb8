/**
 * Workbooks and letters written cell by cell, the same bytes from run to run. Start reading at
 * {@link basedecl.workbook.TableWorkbook}.
 */
@NullMarked
package basedecl.workbook;

import org.jspecify.annotations.NullMarked;
