package basedecl.job.intake;

import basedecl.ledger.intake.IntakeFile;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * The files still to be read tonight: the few large ones first, the largest of all at the front, so
 * that all partitions end together; then the many small ones in the order of their numbers, because
 * a ledger stores fastest what is appended. Every partition takes the next one when it is free. The
 * ledger, not Spring Batch, knows which files are left after an interruption.
 */
public final class IntakeQueue implements Partitioner {

  /** A file is large when it holds more than this part of the night's bytes. */
  private static final int LARGE_PART = 200;

  private final Queue<IntakeFile> files = new ArrayDeque<>();

  public synchronized void fill(Collection<IntakeFile> claimed) {
    files.clear();
    long large = claimed.stream().mapToLong(IntakeFile::size).sum() / LARGE_PART;
    claimed.stream()
        .sorted(
            Comparator.comparingLong((IntakeFile file) -> file.size() > large ? file.size() : 0)
                .reversed()
                .thenComparing(IntakeFile::sequence))
        .forEach(files::add);
  }

  public synchronized Optional<IntakeFile> next() {
    return Optional.ofNullable(files.poll());
  }

  public synchronized int size() {
    return files.size();
  }

  @Override
  public Map<String, ExecutionContext> partition(int gridSize) {
    Map<String, ExecutionContext> partitions = new HashMap<>();
    for (int i = 0; i < Math.min(gridSize, Math.max(1, size())); i++) {
      partitions.put("partition" + i, new ExecutionContext());
    }
    return partitions;
  }
}
