/**
 * How employers changed, each change once. Start reading at {@link
 * basedecl.ledger.employer.EmployerChangeLedger}.
 */
@NullMarked
package basedecl.ledger.employer;

import org.jspecify.annotations.NullMarked;
