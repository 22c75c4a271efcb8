/**
 * The batches that were sent for collection, and what came back. Start reading at {@link
 * basedecl.ledger.collection.CollectionLedger}.
 */
@NullMarked
package basedecl.ledger.collection;

import org.jspecify.annotations.NullMarked;
