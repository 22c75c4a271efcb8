/**
 * Nights that are killed, cut off from their database, stopped or started twice, compared with the
 * night that nobody disturbed. Start at {@link basedecl.faults.KilledNightsTest}.
 */
@NullMarked
package basedecl.faults;

import org.jspecify.annotations.NullMarked;
