/**
 * What is declared for a year as known now: rosters, versions, people, bases and dues of each
 * month. Start reading at {@link basedecl.ledger.year.YearLedger}.
 */
@NullMarked
package basedecl.ledger.year;

import org.jspecify.annotations.NullMarked;
