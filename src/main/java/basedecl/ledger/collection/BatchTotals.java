package basedecl.ledger.collection;

import basedecl.assessment.collection.Collected;

/**
 * A batch and what it came to.
 *
 * @param policy of the batch, whose year is that of its month
 * @param lines employers and months that it tells of
 * @param difference what it asks for beside the batches before it, over all its lines
 */
public record BatchTotals(String policy, CollectionBatch batch, long lines, Collected difference) {}
