/**
 * A run whose files many machines read: it calls the workers, cuts its files into pieces and hands
 * them out, round after round. Start reading at {@link basedecl.job.remote.RemoteIntake}; what lies
 * between a run and its workers is {@link basedecl.job.remote.Requests}.
 */
@NullMarked
package basedecl.job.remote;

import org.jspecify.annotations.NullMarked;
