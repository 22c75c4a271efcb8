package basedecl.architecture.planted.assessment;

import basedecl.audit.LowerLimitShare;

/** Planted: imports what its row of the house does not allow. */
interface Trespasser {
  LowerLimitShare share();
}
