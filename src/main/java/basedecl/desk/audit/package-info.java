/**
 * The auditor's pages: whom to look at first, what is known of an employer, what came of it. Start
 * reading at {@link basedecl.desk.audit.AuditController}.
 */
@NullMarked
package basedecl.desk.audit;

import org.jspecify.annotations.NullMarked;
