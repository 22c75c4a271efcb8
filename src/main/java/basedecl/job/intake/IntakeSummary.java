package basedecl.job.intake;

import basedecl.declaration.procedure.Verdict;
import basedecl.finding.FindingCode;
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
        count(lines, Verdict.ACCEPTED),
        count(lines, Verdict.REJECTED),
        count(lines, Verdict.DUPLICATE),
        count(lines, Verdict.SUPERSEDED));
    counted("job.summary-in-force", lines, FindingCode.APPROVED_IN_FORCE);
    counted("job.summary-exempt", lines, FindingCode.EMPLOYER_NOT_ELIGIBLE);
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

  private void counted(String key, List<FileRecord> lines, FindingCode code) {
    long found = lines.stream().filter(line -> line.codes().contains(code.name())).count();
    if (found > 0) {
      say(key, Long.toString(found));
    }
  }

  private static String count(List<FileRecord> lines, Verdict verdict) {
    return Long.toString(lines.stream().filter(line -> line.verdict() == verdict).count());
  }
}
