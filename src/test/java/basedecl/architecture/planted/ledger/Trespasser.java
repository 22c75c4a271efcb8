package basedecl.architecture.planted.ledger;

import basedecl.report.YearHeading;

/** Planted: imports what its row of the house does not allow. */
record Trespasser(YearHeading heading) {}
