/**
 * People who join and leave an employer within the year, and what of it may be taken. Start reading
 * at {@link basedecl.declaration.staff.StaffRegister}.
 */
@NullMarked
package basedecl.declaration.staff;

import org.jspecify.annotations.NullMarked;
