/**
 * The course of a declaration: its states, versions, deadlines and number. Start reading at {@link
 * basedecl.declaration.procedure.DeclarationProcedure}.
 */
@NullMarked
package basedecl.declaration.procedure;

import org.jspecify.annotations.NullMarked;
