/**
 * The signals, one class each, and the figures they measure. Start reading at {@link
 * basedecl.audit.signal.AuditSignal}.
 */
@NullMarked
package basedecl.audit.signal;

import org.jspecify.annotations.NullMarked;
