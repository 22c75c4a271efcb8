/**
 * Who owes for a year, and what each owes month by month, worked out from the declarations in force
 * and the roster. Start reading at {@link basedecl.ledger.due.YearDues}.
 */
@NullMarked
package basedecl.ledger.due;

import org.jspecify.annotations.NullMarked;
