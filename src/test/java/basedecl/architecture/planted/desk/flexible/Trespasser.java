package basedecl.architecture.planted.desk.flexible;

import basedecl.cli.Main;

/** Planted: imports what its row of the house does not allow. */
record Trespasser(Main main) {}
