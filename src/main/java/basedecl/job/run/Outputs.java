package basedecl.job.run;

import basedecl.file.ReplacedFile.Written;
import basedecl.ledger.run.RunLedger;
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
  private final Operator operator;

  Outputs(
      JobSettings settings,
      RunContext context,
      RunLedger runs,
      FenceGuard fence,
      RunSummary report,
      Operator operator) {
    this.folder = settings.path(CommonKeys.OUTPUT);
    this.context = context;
    this.runs = runs;
    this.fence = fence;
    this.report = report;
    this.operator = operator;
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

  /** A line of the night's summary, in the operator's language. */
  public void say(Message message) {
    report.line(message.in(operator.language()));
  }

  /** A line of the night's summary; a word that is a message is told in the same language. */
  public void say(String key, Object... words) {
    say(Message.of(key, Arrays.stream(words).map(this::word).toArray(String[]::new)));
  }

  private String word(Object word) {
    return word instanceof Message message ? message.in(operator.language()) : String.valueOf(word);
  }

  /** The summary's last line: where the outputs are. */
  public void sayWhere() {
    say("job.summary-outputs", folder);
  }
}
