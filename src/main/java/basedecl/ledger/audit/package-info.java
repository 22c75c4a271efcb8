/**
 * What audits found, from one to the next. Start reading at {@link
 * basedecl.ledger.audit.AuditLedger}.
 */
@NullMarked
package basedecl.ledger.audit;

import org.jspecify.annotations.NullMarked;
