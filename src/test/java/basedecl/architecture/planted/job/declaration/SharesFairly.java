package basedecl.architecture.planted.job.declaration;

import basedecl.architecture.planted.job.run.Shared;

/** Planted, and in order: what jobs share lives in job.run. */
record SharesFairly(Shared shared) {}
