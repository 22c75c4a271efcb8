package basedecl.job.auditoutcome;

import basedecl.job.run.RunContext;
import basedecl.ledger.audit.AuditOutcomeLedger;
import basedecl.ledger.intake.IntakeLedger;
import basedecl.ledger.intake.LineFindingLedger;
import basedecl.ledger.intake.MonthsInServiceLedger;
import basedecl.ledger.intake.PublishingLedger;
import basedecl.ledger.intake.StagingLedger;
import basedecl.ledger.staff.CarryOver;
import basedecl.ledger.year.BaseChangeLedger;
import basedecl.ledger.year.MonthlyWageLedger;
import basedecl.ledger.year.MonthsLedger;
import basedecl.ledger.year.RosterLedger;
import basedecl.ledger.year.RunLimitsLedger;
import basedecl.ledger.year.YearLedger;
import org.springframework.jdbc.core.JdbcTemplate;

/** The parts of the ledger that an assessment reads and writes. */
record AuditOutcomeLedgers(
    JdbcTemplate template,
    YearLedger year,
    RosterLedger roster,
    MonthsLedger months,
    BaseChangeLedger changes,
    MonthlyWageLedger wages,
    MonthsInServiceLedger service,
    RunLimitsLedger limits,
    IntakeLedger intake,
    StagingLedger staging,
    PublishingLedger publishing,
    LineFindingLedger findings) {

  static AuditOutcomeLedgers of(JdbcTemplate template) {
    IntakeLedger intake = new IntakeLedger(template);
    StagingLedger staging = new StagingLedger(template);
    return new AuditOutcomeLedgers(
        template,
        new YearLedger(template),
        new RosterLedger(template),
        new MonthsLedger(template),
        new BaseChangeLedger(template),
        new MonthlyWageLedger(template),
        new MonthsInServiceLedger(template),
        new RunLimitsLedger(template),
        intake,
        staging,
        new PublishingLedger(template, intake, staging),
        new LineFindingLedger(template));
  }

  CarryOver carryOver(RunContext context) {
    return new CarryOver(template, context.policy(), context.year());
  }

  AuditOutcomeLedger outcomes(RunContext context) {
    return new AuditOutcomeLedger(template, context.policy().name(), context.year());
  }
}
