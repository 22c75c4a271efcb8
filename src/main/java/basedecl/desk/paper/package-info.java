/**
 * The papers of a declaration that the clerk prints, has signed and seals: detail and summary, as a
 * page and as workbooks. Start reading at {@link basedecl.desk.paper.PaperController}.
 */
@NullMarked
package basedecl.desk.paper;

import org.jspecify.annotations.NullMarked;
