/**
 * Who is asked to check itself, and whom an auditor looks at first: the 70 % rule and further
 * signals, one class each, in the list of {@link basedecl.audit.Auditor}; and wages held against
 * those of the tax file. Start reading at {@link basedecl.audit.Auditor}.
 */
@NullMarked
package basedecl.audit;

import org.jspecify.annotations.NullMarked;
