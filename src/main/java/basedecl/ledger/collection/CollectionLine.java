package basedecl.ledger.collection;

import basedecl.assessment.collection.BatchLine;

/**
 * A line of a batch with what the roster said of its employer when it was made.
 *
 * @param creditCode empty where the roster had none
 */
public record CollectionLine(int batch, String employerName, String creditCode, BatchLine line) {}
