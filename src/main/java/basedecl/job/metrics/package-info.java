/**
 * What a run and a worker tell whoever watches the machine, as a file for Prometheus. Start reading
 * at {@link basedecl.job.metrics.Watch}.
 */
@NullMarked
package basedecl.job.metrics;

import org.jspecify.annotations.NullMarked;
