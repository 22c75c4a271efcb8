package basedecl.job.staffchange;

import basedecl.job.run.RunContext;
import basedecl.ledger.intake.LineFindingLedger;
import basedecl.ledger.intake.StagingLedger;
import basedecl.ledger.staff.StaffChangeLedger;
import basedecl.ledger.staff.StaffLedger;
import basedecl.ledger.staff.StaffView;
import basedecl.ledger.year.RosterLedger;
import basedecl.ledger.year.YearLedger;
import org.springframework.jdbc.core.JdbcTemplate;

/** The parts of the ledger that changes are checked against and written to. */
record StaffChangeLedgers(
    YearLedger year,
    RosterLedger roster,
    StaffLedger staff,
    StaffChangeLedger changes,
    StaffView view,
    StagingLedger staging,
    LineFindingLedger findings) {

  static StaffChangeLedgers of(JdbcTemplate template, RunContext context) {
    return new StaffChangeLedgers(
        new YearLedger(template),
        new RosterLedger(template),
        new StaffLedger(template, context.policy(), context.year()),
        new StaffChangeLedger(template, context.policy().name(), context.year()),
        new StaffView(template, context.policy(), context.year()),
        new StagingLedger(template),
        new LineFindingLedger(template));
  }
}
