/**
 * Collection (征集): what the office that collects is told of every employer's dues, batch by batch,
 * and what came back of it. Start reading at {@link basedecl.assessment.collection.BatchPlan}.
 */
@NullMarked
package basedecl.assessment.collection;

import org.jspecify.annotations.NullMarked;
