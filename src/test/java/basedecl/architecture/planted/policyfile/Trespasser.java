package basedecl.architecture.planted.policyfile;

import basedecl.declaration.Employer;

/** Planted: imports what its row of the house does not allow. */
record Trespasser(Employer employer) {}
