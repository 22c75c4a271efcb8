package basedecl.job.flexible;

import basedecl.finding.Finding;
import basedecl.job.flexible.ElectionLine.Column;
import basedecl.job.run.Night;
import basedecl.job.run.NightReport;
import basedecl.job.run.Operator;
import basedecl.job.submitted.HandedFile;
import basedecl.job.submitted.HandedFindings;
import basedecl.job.submitted.HandedTable;
import basedecl.ledger.flexible.ElectionLedger;
import basedecl.ledger.intake.HandedLedger;
import basedecl.message.Message;
import basedecl.policy.PolicyShelf;
import basedecl.settings.JobSettings;
import java.io.IOException;
import java.util.List;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Takes the elections of the files handed over, in one transaction: either all of them are in the
 * ledger or none. A file taken before is passed over and its findings are told again.
 */
final class ElectionTasklet implements Tasklet {

  private final JobSettings settings;
  private final Night night;
  private final PolicyShelf policies;
  private final ElectionLedger ledger;
  private final HandedLedger handed;
  private final HandedFindings problems;
  private final NightReport report;
  private final Operator operator;

  ElectionTasklet(
      JobSettings settings,
      Night night,
      PolicyShelf policies,
      ElectionLedger ledger,
      HandedLedger handed,
      HandedFindings problems,
      NightReport report,
      Operator operator) {
    this.settings = settings;
    this.night = night;
    this.policies = policies;
    this.ledger = ledger;
    this.handed = handed;
    this.problems = problems;
    this.report = report;
    this.operator = operator;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context)
      throws IOException {
    Elections elections =
        new Elections(
            night,
            policies.national(),
            ledger.of(night.rules().name(), night.year()),
            ledger.nextId());
    int passedOver = 0;
    for (HandedFile file :
        HandedFile.of(settings.path(FlexibleElectionJob.ELECTIONS), report::skipped)) {
      if (handed.isTaken(book(), file.sha256())) {
        passedOver++;
        problems.add(file, handed.findings(book(), file.sha256()));
      } else {
        take(file, elections);
      }
    }
    ledger.insert(
        night.rules().name(), night.run().runId(), night.businessDate(), elections.chosen());
    ledger.markVoided(night.run().runId(), night.businessDate(), elections.voided());
    report.line(
        Message.of(
                "flexible.summary-taken",
                Integer.toString(elections.chosen().size()),
                Integer.toString(elections.voided().size()),
                Integer.toString(passedOver))
            .in(operator.language()));
    return RepeatStatus.FINISHED;
  }

  /** A file that cannot be read to its end elects nothing, and is looked at afresh next time. */
  private void take(HandedFile file, Elections elections) throws IOException {
    HandedTable<Column> table = HandedTable.read(file, ElectionLine.HEADER, settings.readLimits());
    table.lines().forEach(elections::apply);
    List<Finding> findings = table.findings();
    if (table.refused().isEmpty()) {
      handed.take(book(), file.sha256(), night.run().runId(), table.lines().size(), findings);
    }
    problems.add(file, findings);
  }

  private String book() {
    return "flexible-election/" + night.rules().name() + "/" + night.year();
  }
}
