package basedecl.architecture.planted.attic;

/** Planted: lives in no room of the house. */
record Homeless() {}
