/**
 * The truth of the night: tables, SQL and row mappers for runs, files, declarations with versions,
 * people, findings and flags. Start reading at {@link basedecl.ledger.DeclarationRecord}.
 */
@NullMarked
package basedecl.ledger;

import org.jspecify.annotations.NullMarked;
