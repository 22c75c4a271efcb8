/**
 * The ledger's database, its tables and keys, and its failures without anybody's data. Start
 * reading at {@link basedecl.ledger.database.LedgerDatabase}.
 */
@NullMarked
package basedecl.ledger.database;

import org.jspecify.annotations.NullMarked;
