package basedecl.job.run;

import basedecl.file.Inbox;
import basedecl.message.Message;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a night tells its operator at the end, gathered as the steps go by. */
public final class RunSummary {

  private static final int LONGEST_PATH = 200;

  /** Warnings of a kind that are told; more are counted. */
  private static final int TOLD = 50;

  private final List<Inbox.Skipped> skipped = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();
  private final Map<String, List<Message>> warnings = new LinkedHashMap<>();
  private final Map<String, Integer> unsaid = new LinkedHashMap<>();
  private int recovered;

  public synchronized void skipped(Collection<Inbox.Skipped> files) {
    skipped.addAll(files);
  }

  /** Files of an interrupted attempt that were taken up again. */
  public synchronized void recovered(int files) {
    recovered += files;
  }

  /** A path as it may stand in a line: without control characters, its end where it is long. */
  public static String shown(String path) {
    String harmless = path.replaceAll("\\p{Cntrl}", "?");
    return harmless.length() <= LONGEST_PATH
        ? harmless
        : "…" + harmless.substring(harmless.length() - LONGEST_PATH);
  }

  /** A line of the summary, in the operator's language. */
  public synchronized void line(String text) {
    lines.add(text);
  }

  /** What went otherwise than usual and failed nothing; told below the summary. */
  public synchronized void warn(Message warning) {
    List<Message> ofKind = warnings.computeIfAbsent(warning.key(), key -> new ArrayList<>());
    if (ofKind.size() < TOLD) {
      ofKind.add(warning);
    } else {
      unsaid.merge(warning.key(), 1, Integer::sum);
    }
  }

  /** The warnings, those of a kind together. */
  public synchronized List<Message> warnings() {
    List<Message> told = new ArrayList<>();
    warnings.forEach(
        (kind, ofKind) -> {
          told.addAll(ofKind);
          int more = unsaid.getOrDefault(kind, 0);
          if (more > 0) {
            told.add(Message.of("job.warn-more", Integer.toString(more)));
          }
        });
    return told;
  }

  public synchronized List<Inbox.Skipped> skippedFiles() {
    return List.copyOf(skipped);
  }

  public synchronized int recoveredFiles() {
    return recovered;
  }

  public synchronized List<String> lines() {
    return List.copyOf(lines);
  }
}
