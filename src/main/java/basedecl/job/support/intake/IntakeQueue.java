package basedecl.job.support.intake;

import basedecl.ledger.IntakeFile;
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
 * The files still to be read tonight, the largest first. Every partition takes the next one when it
 * is free, so that all end together whatever the files' sizes. The ledger, not Spring Batch, knows
 * which files are left after an interruption.
 */
public final class IntakeQueue implements Partitioner {

  private final Queue<IntakeFile> files = new ArrayDeque<>();

  public synchronized void fill(Collection<IntakeFile> claimed) {
    files.clear();
    claimed.stream()
        .sorted(
            Comparator.comparingLong(IntakeFile::size)
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
