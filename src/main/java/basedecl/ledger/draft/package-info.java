/**
 * Declarations that are typed in the desk and not submitted yet. Start reading at {@link
 * basedecl.ledger.draft.DraftLedger}.
 */
@NullMarked
package basedecl.ledger.draft;

import org.jspecify.annotations.NullMarked;
