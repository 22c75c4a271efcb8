package basedecl.job.flexible;

import basedecl.job.support.CommonKeys;
import basedecl.job.support.FenceGuard;
import basedecl.job.support.HandedFindings;
import basedecl.job.support.JobSettings;
import basedecl.job.support.Night;
import basedecl.job.support.NightReport;
import basedecl.job.support.Operator;
import basedecl.job.support.RegionPolicies;
import basedecl.ledger.ElectionLedger;
import basedecl.ledger.ElectionRecord;
import basedecl.ledger.RunLedger;
import basedecl.message.Message;
import basedecl.report.FlexibleWorkbook;
import basedecl.report.RegionHeading;
import basedecl.spreadsheet.ReplacedFile.Written;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Writes {@code flexible-YEAR.xlsx} from the ledger. Safe to repeat. */
final class ElectionReport implements Tasklet {

  private final JobSettings settings;
  private final Night night;
  private final ElectionLedger ledger;
  private final RunLedger runs;
  private final FenceGuard fence;
  private final HandedFindings problems;
  private final NightReport report;
  private final Operator operator;

  ElectionReport(
      JobSettings settings,
      Night night,
      ElectionLedger ledger,
      RunLedger runs,
      FenceGuard fence,
      HandedFindings problems,
      NightReport report,
      Operator operator) {
    this.settings = settings;
    this.night = night;
    this.ledger = ledger;
    this.runs = runs;
    this.fence = fence;
    this.problems = problems;
    this.report = report;
    this.operator = operator;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context)
      throws IOException {
    Path output = settings.path(CommonKeys.OUTPUT);
    List<ElectionRecord> elections = ledger.of(night.rules().name(), night.year());
    fence.checkNow();
    Written written =
        FlexibleWorkbook.write(
            output,
            new RegionHeading(night.rules().policies(), night.year(), night.businessDate()),
            RegionPolicies.byKind(night.rules()),
            elections,
            problems.all());
    runs.artifact(
        night.run().runId(),
        RunLedger.Direction.OUTPUT,
        output.relativize(written.path()).toString(),
        written.sha256());
    say(
        "flexible.summary-year",
        Integer.toString(night.year()),
        Long.toString(elections.stream().filter(ElectionRecord::stands).count()),
        Long.toString(elections.stream().filter(e -> !e.stands()).count()),
        Integer.toString(problems.all().size()));
    say("job.summary-outputs", output.toString());
    fence.check();
    return RepeatStatus.FINISHED;
  }

  private void say(String key, String... words) {
    report.line(Message.of(key, words).in(operator.language()));
  }
}
