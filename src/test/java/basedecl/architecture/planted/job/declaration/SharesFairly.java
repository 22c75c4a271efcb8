package basedecl.architecture.planted.job.declaration;

import basedecl.architecture.planted.job.support.Shared;

/** Planted, and in order: what jobs share lives in job.support. */
record SharesFairly(Shared shared) {}
