/**
 * {@code job: collection}: batches of dues for the office that collects them. Start reading at
 * {@link basedecl.job.collection.CollectionJobConfiguration}.
 */
@NullMarked
package basedecl.job.collection;

import org.jspecify.annotations.NullMarked;
