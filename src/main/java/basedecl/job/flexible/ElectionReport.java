package basedecl.job.flexible;

import basedecl.file.ReplacedFile.Written;
import basedecl.job.run.Night;
import basedecl.job.run.Outputs;
import basedecl.job.run.RegionPolicies;
import basedecl.job.submitted.HandedFindings;
import basedecl.ledger.flexible.ElectionLedger;
import basedecl.ledger.flexible.ElectionRecord;
import basedecl.report.RegionHeading;
import basedecl.report.flexible.FlexibleWorkbook;
import java.io.IOException;
import java.util.List;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Writes {@code flexible-YEAR.xlsx} from the ledger. Safe to repeat. */
final class ElectionReport implements Tasklet {

  private final Night night;
  private final ElectionLedger ledger;
  private final HandedFindings problems;
  private final Outputs outputs;

  ElectionReport(Night night, ElectionLedger ledger, HandedFindings problems, Outputs outputs) {
    this.night = night;
    this.ledger = ledger;
    this.problems = problems;
    this.outputs = outputs;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context)
      throws IOException {
    List<ElectionRecord> elections = ledger.of(night.rules().name(), night.year());
    Written written =
        FlexibleWorkbook.write(
            outputs.folder(),
            new RegionHeading(night.rules().policies(), night.year(), night.businessDate()),
            RegionPolicies.byKind(night.rules()),
            elections,
            problems.all());
    outputs.keep(written);
    outputs.say(
        "flexible.summary-year",
        Integer.toString(night.year()),
        Long.toString(elections.stream().filter(ElectionRecord::stands).count()),
        Long.toString(elections.stream().filter(e -> !e.stands()).count()),
        Integer.toString(problems.all().size()));
    outputs.sayWhere();
    return RepeatStatus.FINISHED;
  }
}
