package basedecl.job.metrics;

import basedecl.message.Message;
import basedecl.message.RefusedException;
import basedecl.settings.CommonKeys;
import basedecl.settings.JobSettings;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.context.support.GenericApplicationContext;

/**
 * Watches a process of the program for the machine's Prometheus node exporter: Spring Batch's own
 * meters, those of the pools, and what a worker has done, in a file of the folder {@code metrics}.
 * A file says nothing of anybody: names of jobs, steps and pools, and numbers. Without that key
 * nothing is watched, and nothing of what watches is loaded.
 */
public interface Watch extends AutoCloseable {

  /** Watches nothing. */
  Watch NONE = new Watch() {};

  /** What a worker tells of itself. */
  interface Working {
    long files();

    long persons();

    /** Lower-case: waiting, reading, refused or leaving. */
    String state();

    /** When the ledger heard of it last, seconds since 1970; 0 where it did not yet. */
    double heardOf();
  }

  /**
   * The watch over a run, whose file {@code base-declaration-JOB.prom} stays until the next run of
   * the job.
   *
   * @throws RefusedException where the folder cannot be written to
   */
  static Watch overRun(JobSettings settings) {
    return settings.optional(CommonKeys.METRICS).isEmpty()
        ? NONE
        : PrometheusFile.ofRun(folder(settings), settings.job());
  }

  /**
   * The watch over a worker, whose file is there as long as the worker.
   *
   * @param name as the ledger has it
   * @throws RefusedException where the folder cannot be written to
   */
  static Watch overWorker(JobSettings settings, String name) {
    return settings.optional(CommonKeys.METRICS).isEmpty()
        ? NONE
        : PrometheusFile.ofWorker(folder(settings), name);
  }

  private static Path folder(JobSettings settings) {
    Path folder = settings.path(CommonKeys.METRICS);
    if (!Files.isWritable(folder)) {
      throw new RefusedException(Message.of("job.metrics-unwritable", folder.toString()));
    }
    return folder;
  }

  /** Jobs and steps of this context are watched, which is not refreshed yet. */
  default void over(GenericApplicationContext context) {}

  /** Also this pool, under a name. */
  default void over(String name, HikariDataSource pool) {}

  /** Also this worker. */
  default void over(Working worker) {}

  /** How the run ended, by the program's exit status; nothing is said after. */
  default void ended(int status) {}

  /** Says the last. */
  @Override
  default void close() {}
}
