/**
 * What audits found, from one to the next, and what came of it. Start reading at {@link
 * basedecl.ledger.audit.AuditLedger}, then {@link basedecl.ledger.audit.AuditOutcomeLedger}.
 */
@NullMarked
package basedecl.ledger.audit;

import org.jspecify.annotations.NullMarked;
