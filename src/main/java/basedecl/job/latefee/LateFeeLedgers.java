package basedecl.job.latefee;

import basedecl.job.run.RunContext;
import basedecl.ledger.due.KnownEmployers;
import basedecl.ledger.due.Settlement;
import basedecl.ledger.employer.EmployerChangeLedger;
import basedecl.ledger.intake.LineFindingLedger;
import basedecl.ledger.latefee.AgencyDecisionLedger;
import basedecl.ledger.latefee.PaymentLedger;
import basedecl.ledger.year.DueLedger;
import basedecl.ledger.year.RosterLedger;
import basedecl.ledger.year.YearLedger;

/** The parts of the ledger that late fees are worked out from. */
record LateFeeLedgers(
    YearLedger year,
    RosterLedger roster,
    DueLedger dues,
    PaymentLedger payments,
    AgencyDecisionLedger decisions,
    Settlement settlement,
    LineFindingLedger findings,
    EmployerChangeLedger changes) {

  /** The employers that are known to the year or to the roster. */
  KnownEmployers employers(RunContext context) {
    return KnownEmployers.of(context.policy(), context.year(), year, roster);
  }
}
