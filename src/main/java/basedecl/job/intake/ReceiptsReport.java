package basedecl.job.intake;

import basedecl.job.run.RunServices;
import basedecl.job.run.RunSummary;
import basedecl.ledger.intake.FileRecord;
import basedecl.message.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * What a run with {@code workbooks: none} leaves: an answer to each sender. It looks at its own
 * files only, so that a few of them cost the same whatever the year already holds; the year's
 * workbooks, and who is declared twice, are for the next run that writes workbooks. Safe to repeat.
 */
public final class ReceiptsReport implements Tasklet {

  private final RunSummary report;
  private final IntakeOutputs outputs;
  private final Language language;

  ReceiptsReport(RunServices run, IntakeOutputs outputs, Language language) {
    this.report = run.summary();
    this.outputs = outputs;
    this.language = language;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context)
      throws IOException {
    Path output = outputs.folder();
    List<FileRecord> lines = outputs.writeReceipts();
    IntakeSummary summary = new IntakeSummary(report, language);
    summary.files(outputs.files(), lines);
    summary.say("job.summary-no-workbooks", output.toString());
    summary.say("job.summary-outputs", output.toString());
    return RepeatStatus.FINISHED;
  }
}
