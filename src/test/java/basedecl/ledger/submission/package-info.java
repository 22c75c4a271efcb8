@NullMarked
package basedecl.ledger.submission;

import org.jspecify.annotations.NullMarked;
