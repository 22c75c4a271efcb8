package basedecl.job.worker;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** What a worker has stored of a run, and how fast it does. */
final class WorkerTally {

  private final LongAdder files = new LongAdder();
  private final LongAdder persons = new LongAdder();
  private long filesBefore;
  private long personsBefore;
  private long before = System.nanoTime();

  /** By the second, since the reading before. */
  record Reading(long files, long persons, BigDecimal filesRate, BigDecimal personsRate) {}

  void add(long filesRead, long personsStored) {
    files.add(filesRead);
    persons.add(personsStored);
  }

  long files() {
    return files.sum();
  }

  long persons() {
    return persons.sum();
  }

  synchronized Reading read() {
    long now = System.nanoTime();
    long allFiles = files.sum();
    long allPersons = persons.sum();
    Reading reading =
        new Reading(
            allFiles,
            allPersons,
            rate(allFiles - filesBefore, now - before),
            rate(allPersons - personsBefore, now - before));
    filesBefore = allFiles;
    personsBefore = allPersons;
    before = now;
    return reading;
  }

  private static BigDecimal rate(long units, long nanos) {
    return BigDecimal.valueOf(units)
        .multiply(BigDecimal.valueOf(TimeUnit.SECONDS.toNanos(1)))
        .divide(BigDecimal.valueOf(Math.max(1, nanos)), 1, RoundingMode.HALF_UP);
  }
}
