package basedecl.architecture.planted.audit;

import basedecl.ledger.DeclarationRecord;

/** Planted: imports what its row of the house does not allow. */
interface Trespasser {
  DeclarationRecord declaration();
}
