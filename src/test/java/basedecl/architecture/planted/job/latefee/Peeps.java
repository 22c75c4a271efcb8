package basedecl.architecture.planted.job.latefee;

import basedecl.architecture.planted.job.topup.Neighbour;

/** Planted: imports another job. */
record Peeps(Neighbour neighbour) {}
