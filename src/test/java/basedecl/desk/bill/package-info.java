/** Bills, payments and proofs of those who pay alone. */
@NullMarked
package basedecl.desk.bill;

import org.jspecify.annotations.NullMarked;
