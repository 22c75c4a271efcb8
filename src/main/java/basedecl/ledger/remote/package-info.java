/**
 * What a run and the workers that read for it tell each other: the run's call, the pieces its files
 * are cut into, and the workers there are. Start reading at {@link
 * basedecl.ledger.remote.RemoteCall}.
 */
@NullMarked
package basedecl.ledger.remote;

import org.jspecify.annotations.NullMarked;
