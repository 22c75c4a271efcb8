/**
 * What the agency does for those who pay alone: code letters, elections entered from papers, a
 * person's elections and who made them, whom to remind. Start reading at {@link
 * basedecl.desk.counter.PaperController}.
 */
@NullMarked
package basedecl.desk.counter;

import org.jspecify.annotations.NullMarked;
