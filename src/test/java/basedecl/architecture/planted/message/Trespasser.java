package basedecl.architecture.planted.message;

import basedecl.money.Money;

/** Planted: imports what its row of the house does not allow. */
record Trespasser(Money money) {}
