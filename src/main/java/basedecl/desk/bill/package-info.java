/**
 * What somebody who pays alone owes, tops up and paid, and proofs of it. Start reading at {@link
 * basedecl.desk.bill.BillsPage}.
 */
@NullMarked
package basedecl.desk.bill;

import org.jspecify.annotations.NullMarked;
