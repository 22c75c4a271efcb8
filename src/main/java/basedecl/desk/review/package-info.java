/**
 * What reviewers do: a queue, each employer's figures beside its scans, and decisions, which the
 * next run of the job {@code review} takes. Start reading at {@link
 * basedecl.desk.review.Decisions}.
 */
@NullMarked
package basedecl.desk.review;

import org.jspecify.annotations.NullMarked;
