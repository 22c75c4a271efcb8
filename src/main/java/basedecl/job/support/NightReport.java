package basedecl.job.support;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What a night tells its operator at the end, gathered as the steps go by. */
public final class NightReport {

  private final List<Inbox.Skipped> skipped = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();
  private int recovered;

  public synchronized void skipped(Collection<Inbox.Skipped> files) {
    skipped.addAll(files);
  }

  /** Files of an interrupted attempt that were taken up again. */
  public synchronized void recovered(int files) {
    recovered += files;
  }

  /** A line of the summary, in the operator's language. */
  public synchronized void line(String text) {
    lines.add(text);
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
