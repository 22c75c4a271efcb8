package basedecl.job.intake;

import basedecl.job.run.RunSummary;
import basedecl.ledger.intake.FileRecord;
import basedecl.ledger.intake.IntakeFile;
import basedecl.message.Language;
import basedecl.message.Message;
import java.util.List;

/** What an operator reads in the morning about the files that came in. */
public final class IntakeSummary {

  private final RunSummary report;
  private final Language language;

  public IntakeSummary(RunSummary report, Language language) {
    this.report = report;
    this.language = language;
  }

  /** Files taken up again, files by verdict, files left in the inbox and why. */
  public void files(List<IntakeFile> files, List<FileRecord> lines) {
    if (report.recoveredFiles() > 0) {
      say("job.summary-recovered", Integer.toString(report.recoveredFiles()));
    }
    say(
        "job.summary-files",
        Integer.toString(files.size()),
        count(lines, FileRecord.Verdict.ACCEPTED),
        count(lines, FileRecord.Verdict.REJECTED),
        count(lines, FileRecord.Verdict.DUPLICATE),
        count(lines, FileRecord.Verdict.SUPERSEDED));
    report
        .skippedFiles()
        .forEach(
            skipped ->
                say(
                    "job.summary-skipped",
                    RunSummary.shown(skipped.path()),
                    skipped.reason().in(language)));
  }

  /** A line of the summary in the operator's language. */
  public void say(String key, String... words) {
    report.line(Message.of(key, words).in(language));
  }

  private static String count(List<FileRecord> lines, FileRecord.Verdict verdict) {
    return Long.toString(lines.stream().filter(line -> line.verdict() == verdict).count());
  }
}
