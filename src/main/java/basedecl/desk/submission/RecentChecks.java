package basedecl.desk.submission;

import basedecl.ledger.submission.UploadId;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What was checked a moment ago, so that a page and the next one do not read the file twice.
 * Bounded by what is held of findings and people, and by time: what the ledger knows may have
 * changed since.
 */
final class RecentChecks {

  private static final int ENTRIES = 500;
  private static final int HELD = 50_000;
  private static final long NANOS = TimeUnit.SECONDS.toNanos(60);

  private final Map<UploadId, Entry> entries = new LinkedHashMap<>();
  private int held;

  private record Entry(Checked checked, long at) {}

  synchronized Optional<Checked> find(UploadId id, Rules rules) {
    return Optional.ofNullable(entries.get(id))
        .filter(entry -> System.nanoTime() - entry.at() < NANOS)
        .map(Entry::checked)
        .filter(checked -> checked.rules().equals(rules));
  }

  synchronized void add(Checked checked) {
    Optional.ofNullable(entries.remove(checked.upload().id())).ifPresent(this::forget);
    entries.put(checked.upload().id(), new Entry(checked, System.nanoTime()));
    held += checked.weight();
    Iterator<Entry> oldest = entries.values().iterator();
    while (entries.size() > ENTRIES || (held > HELD && entries.size() > 1)) {
      forget(oldest.next());
      oldest.remove();
    }
  }

  private void forget(Entry entry) {
    held -= entry.checked().weight();
  }
}
