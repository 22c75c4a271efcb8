/**
 * A declaration's file on its way from the browser to the inbox: kept, checked as the night would
 * check it, submitted once, taken by a run. Start reading at {@link
 * basedecl.desk.submission.Submissions}.
 */
@NullMarked
package basedecl.desk.submission;

import org.jspecify.annotations.NullMarked;
