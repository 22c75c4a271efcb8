package basedecl.job.flexible;

import basedecl.file.ReplacedFile.Written;
import basedecl.job.run.Outputs;
import basedecl.job.run.RegionPolicies;
import basedecl.job.run.RunContext;
import basedecl.job.run.RunServices;
import basedecl.job.submitted.SubmittedFindings;
import basedecl.ledger.flexible.ElectionLedger;
import basedecl.ledger.flexible.ElectionRecord;
import basedecl.report.RegionHeading;
import basedecl.report.flexible.FlexibleWorkbook;
import basedecl.settings.JobSettings;
import java.io.IOException;
import java.util.List;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Writes {@code flexible-YEAR.xlsx} from the ledger, unless the run leaves workbooks. Safe to
 * repeat.
 */
final class ElectionReport implements Tasklet {

  private final JobSettings settings;
  private final RunContext runContext;
  private final ElectionLedger ledger;
  private final SubmittedFindings problems;
  private final Outputs outputs;

  ElectionReport(RunServices run, ElectionLedger ledger, SubmittedFindings problems) {
    this.settings = run.settings();
    this.runContext = run.context();
    this.ledger = ledger;
    this.problems = problems;
    this.outputs = run.outputs();
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context)
      throws IOException {
    if (!settings.writesWorkbooks()) {
      return RepeatStatus.FINISHED;
    }
    List<ElectionRecord> elections = ledger.of(runContext.rules().name(), runContext.year());
    Written written =
        FlexibleWorkbook.write(
            outputs.folder(),
            new RegionHeading(
                runContext.rules().policies(), runContext.year(), runContext.businessDate()),
            RegionPolicies.byKind(runContext.rules()),
            elections,
            problems.all());
    outputs.keep(written);
    outputs.say(
        "flexible.summary-year",
        Integer.toString(runContext.year()),
        Long.toString(elections.stream().filter(ElectionRecord::stands).count()),
        Long.toString(elections.stream().filter(e -> !e.stands()).count()),
        Integer.toString(problems.all().size()));
    outputs.sayWhere();
    return RepeatStatus.FINISHED;
  }
}
