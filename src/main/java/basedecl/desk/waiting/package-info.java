/**
 * What waits for whom, over all employers: how many declarations stand where, whom to remind, and
 * the search for people and employers. Start reading at {@link
 * basedecl.desk.waiting.WaitingController}.
 */
@NullMarked
package basedecl.desk.waiting;

import org.jspecify.annotations.NullMarked;
