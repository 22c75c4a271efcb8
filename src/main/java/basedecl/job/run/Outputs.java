package basedecl.job.run;

import basedecl.file.ReplacedFile.Written;
import basedecl.finding.FileFinding;
import basedecl.finding.Finding;
import basedecl.finding.FindingText;
import basedecl.ledger.run.RunLedger;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.settings.CommonKeys;
import basedecl.settings.JobSettings;
import java.nio.file.Path;
import java.util.Arrays;

/** Where a run puts its outputs, and what it tells its operator of them. */
public final class Outputs {

  private final Path folder;
  private final RunContext context;
  private final RunLedger runs;
  private final FenceGuard fence;
  private final RunSummary report;
  private final Language language;

  Outputs(
      JobSettings settings,
      RunContext context,
      RunLedger runs,
      FenceGuard fence,
      RunSummary report,
      Language language) {
    this.folder = settings.path(CommonKeys.OUTPUT);
    this.context = context;
    this.runs = runs;
    this.fence = fence;
    this.report = report;
    this.language = language;
  }

  /** Asked before an output takes its place where writing it took long. */
  public void checkLease() {
    fence.checkNow();
  }

  /**
   * The folder, to be asked for before each output: it is given only while the lease is ours, since
   * no transaction holds files together.
   */
  public Path folder() {
    checkLease();
    return folder;
  }

  /** Remembers a file of the folder, or of a folder in it, with the digest of its bytes. */
  public void keep(Written written) {
    runs.artifact(
        context.run().runId(),
        RunLedger.Direction.OUTPUT,
        folder.relativize(written.path()).toString(),
        written.sha256());
  }

  /** A line of the night's summary, in the language of whoever started the run. */
  public void say(Message message) {
    report.line(message.in(language));
  }

  /** A line of the night's summary; a word that is a message is told in the same language. */
  public void say(String key, Object... words) {
    say(Message.of(key, Arrays.stream(words).map(this::word).toArray(String[]::new)));
  }

  /** A line of an input that was not used: where it stands, what is wrong, what to do. */
  public void say(FileFinding problem) {
    Finding finding = problem.finding();
    say(
        "job.summary-finding",
        problem.file(),
        finding.place().row(),
        finding.code(),
        FindingText.sentence(finding, language),
        FindingText.remedy(finding, language));
  }

  private String word(Object word) {
    return word instanceof Message message ? message.in(language) : String.valueOf(word);
  }

  /** The summary's last line: where the outputs are. */
  public void sayWhere() {
    say("job.summary-outputs", folder);
  }
}
