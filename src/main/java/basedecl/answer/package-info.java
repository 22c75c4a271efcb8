/**
 * What goes back to a sender: its own workbook with the bad cells marked. Start reading at {@link
 * basedecl.answer.MarkedWorkbook}.
 */
@NullMarked
package basedecl.answer;

import org.jspecify.annotations.NullMarked;
