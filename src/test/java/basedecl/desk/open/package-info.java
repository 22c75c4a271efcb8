/** The pages that need no account. */
@NullMarked
package basedecl.desk.open;

import org.jspecify.annotations.NullMarked;
