/**
 * The pages that need no account: the blank declaration, the check of a file, the verification of a
 * proof. Start at {@link basedecl.desk.open.OpenConfiguration}.
 */
@NullMarked
package basedecl.desk.open;

import org.jspecify.annotations.NullMarked;
