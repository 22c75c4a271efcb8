package basedecl.job.employerchange;

import basedecl.ledger.employer.EmployerChangeLedger;
import basedecl.ledger.intake.LineFindingLedger;
import basedecl.ledger.intake.StagingLedger;
import basedecl.ledger.year.RosterLedger;
import basedecl.ledger.year.YearLedger;
import org.springframework.jdbc.core.JdbcTemplate;

/** The parts of the ledger that a change reads and writes. */
record EmployerChangeLedgers(
    JdbcTemplate template,
    EmployerChangeLedger changes,
    RosterLedger roster,
    YearLedger year,
    StagingLedger staging,
    LineFindingLedger findings) {

  static EmployerChangeLedgers of(JdbcTemplate template) {
    return new EmployerChangeLedgers(
        template,
        new EmployerChangeLedger(template),
        new RosterLedger(template),
        new YearLedger(template),
        new StagingLedger(template),
        new LineFindingLedger(template));
  }
}
