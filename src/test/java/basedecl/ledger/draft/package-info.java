@NullMarked
package basedecl.ledger.draft;

import org.jspecify.annotations.NullMarked;
