/**
 * Flexible workers choose their base, void the choice and choose again. Start reading at {@link
 * basedecl.job.flexible.FlexibleElectionJobConfiguration}.
 */
@NullMarked
package basedecl.job.flexible;

import org.jspecify.annotations.NullMarked;
