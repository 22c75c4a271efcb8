/**
 * The course of each declaration through review and confirmation. Start reading at {@link
 * basedecl.ledger.review.ProcedureLedger}.
 */
@NullMarked
package basedecl.ledger.review;

import org.jspecify.annotations.NullMarked;
