/**
 * Who joined and left an employer after it declared: the changes as they were handed over, and what
 * they make of the version in force. Start reading at {@link
 * basedecl.ledger.staff.StaffChangeLedger}.
 */
@NullMarked
package basedecl.ledger.staff;

import org.jspecify.annotations.NullMarked;
