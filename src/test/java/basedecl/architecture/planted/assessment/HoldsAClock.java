package basedecl.architecture.planted.assessment;

import java.time.Clock;

/** Planted: holds a clock in a domain room. */
record HoldsAClock(Clock clock) {}
