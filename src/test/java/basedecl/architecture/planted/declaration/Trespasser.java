package basedecl.architecture.planted.declaration;

import basedecl.policy.Limits;

/** Planted: imports what its row of the house does not allow. */
record Trespasser(Limits limits) {}
