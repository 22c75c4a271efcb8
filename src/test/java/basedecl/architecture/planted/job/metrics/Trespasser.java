package basedecl.architecture.planted.job.metrics;

import basedecl.cli.Main;

/** Planted: imports what its row of the house does not allow. */
record Trespasser(Main main) {}
