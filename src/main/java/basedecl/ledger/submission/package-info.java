/**
 * Files that came in by the desk: uploads that were checked, submissions with their numbers, and
 * what a run made of them. Start reading at {@link basedecl.ledger.submission.SubmissionLedger}.
 */
@NullMarked
package basedecl.ledger.submission;

import org.jspecify.annotations.NullMarked;
