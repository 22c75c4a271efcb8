package basedecl.architecture.planted.job.material;

import basedecl.cli.Main;

/** Planted: imports what its row of the house does not allow. */
record Trespasser(Main main) {}
