package basedecl.job.metrics;

import basedecl.file.ReplacedFile;
import basedecl.ledger.run.Lease;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.MetricsTrackerFactory;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.configuration.annotation.BatchObservabilityBeanPostProcessor;
import org.springframework.context.support.GenericApplicationContext;

/**
 * Meters of this process as text in the folder of a node exporter's textfile collector, written
 * anew every quarter of a minute, whole or not at all. Every line bears the process's name, since
 * the collector refuses two files that say the same of something. A file that cannot be written
 * holds nobody up.
 */
final class PrometheusFile implements Watch {

  private static final Logger LOG = LoggerFactory.getLogger(PrometheusFile.class);

  private static final long BETWEEN_SECONDS = 15;
  private static final String NAME = "base-declaration-";
  private static final String ENDING = ".prom";
  private static final String WORKER = NAME + "worker-";

  /** The name of a partition is that of its step, a colon and a number. */
  private static final String PARTITION = ":";

  private static final int UNDER_WAY = -1;

  /** Of a run that came to no end of its own. */
  private static final int FAILED = 1;

  private static final List<String> STATES = List.of("waiting", "reading", "refused", "leaving");

  private final Path file;
  private final boolean stays;
  private final PrometheusMeterRegistry meters =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final ObservationRegistry observations = ObservationRegistry.create();
  private final AtomicInteger status = new AtomicInteger(UNDER_WAY);
  private final Thread writer = new Thread(this::writeOn, "metrics");
  private volatile boolean closed;
  private boolean failed;

  private PrometheusFile(Path file, String process, boolean stays) {
    this.file = file;
    this.stays = stays;
    meters.config().commonTags("process", process).meterFilter(new WithoutPartitions());
    observations.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
  }

  static PrometheusFile ofRun(Path folder, String job) {
    PrometheusFile run = new PrometheusFile(folder.resolve(NAME + job + ENDING), job, true);
    Gauge.builder("base.declaration.run.status", run.status, AtomicInteger::get)
        .description("Exit status of the run, -1 while it is under way")
        .register(run.meters);
    run.start();
    return run;
  }

  static PrometheusFile ofWorker(Path folder, String name) {
    removeThoseOfTheDead(folder);
    PrometheusFile worker =
        new PrometheusFile(folder.resolve(WORKER + plain(name) + ENDING), name, false);
    worker.start();
    return worker;
  }

  private static String plain(String name) {
    return name.replace('/', '-');
  }

  /** A worker that was killed could not remove its file. */
  private static void removeThoseOfTheDead(Path folder) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, WORKER + "*" + ENDING)) {
      for (Path each : files) {
        String name = String.valueOf(each.getFileName());
        String owner =
            name.substring(WORKER.length(), name.length() - ENDING.length())
                .replaceFirst("-(\\d+)-(\\d+)$", "/$1/$2");
        if (Lease.isDeadHere(owner)) {
          Files.deleteIfExists(each);
        }
      }
    } catch (IOException e) {
      LOG.warn("Metrics of workers that are no more could not be removed: {}", e.toString());
    }
  }

  private void start() {
    write();
    writer.setDaemon(true);
    writer.start();
  }

  @Override
  public void over(GenericApplicationContext context) {
    context.getBeanFactory().registerSingleton("observations", observations);
    context.registerBean(BatchObservabilityBeanPostProcessor.class);
  }

  @Override
  public void over(String name, HikariDataSource pool) {
    MetricsTrackerFactory counting = new MicrometerMetricsTrackerFactory(meters);
    // The pools of a worker have one name of their own.
    pool.setMetricsTrackerFactory((own, stats) -> counting.create(name, stats));
  }

  @Override
  public void over(Working worker) {
    FunctionCounter.builder("base.declaration.worker.files", worker, Working::files)
        .description("Files read to their end")
        .register(meters);
    FunctionCounter.builder("base.declaration.worker.persons", worker, Working::persons)
        .description("People stored")
        .register(meters);
    TimeGauge.builder(
            "base.declaration.worker.heartbeat.timestamp",
            worker,
            TimeUnit.SECONDS,
            Working::heardOf)
        .description("When the ledger heard of the worker last")
        .register(meters);
    for (String state : STATES) {
      Gauge.builder("base.declaration.worker.state", worker, w -> w.state().equals(state) ? 1 : 0)
          .description("1 for what the worker does")
          .tag("state", state)
          .register(meters);
    }
    // An alarm may look for a worker that has just begun.
    write();
  }

  @Override
  public void ended(int exitStatus) {
    status.set(exitStatus);
    write();
    // What a pool counted is gone with the pool.
    closed = true;
  }

  private void writeOn() {
    try {
      while (!closed) {
        TimeUnit.SECONDS.sleep(BETWEEN_SECONDS);
        write();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void write() {
    if (closed) {
      return;
    }
    try (ReplacedFile text = ReplacedFile.readableAt(file)) {
      meters.scrape(text.stream());
      text.finish();
      failed = false;
    } catch (IOException e) {
      if (!failed) {
        LOG.warn("Metrics could not be written to {}: {}", file, e.toString());
      }
      failed = true;
    }
  }

  @Override
  public void close() {
    if (stays) {
      status.compareAndSet(UNDER_WAY, FAILED);
      write();
    }
    synchronized (this) {
      closed = true;
      writer.interrupt();
      if (!stays) {
        remove();
      }
    }
    meters.close();
  }

  private void remove() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("Metrics could not be removed from {}: {}", file, e.toString());
    }
  }

  /** Partitions come and go with every run; what is counted is their step's. */
  private static final class WithoutPartitions implements MeterFilter {

    @Override
    public Meter.Id map(Meter.Id id) {
      return id.replaceTags(
          id.getTags().stream()
              .map(tag -> Tag.of(tag.getKey(), withoutPartition(tag.getKey(), tag.getValue())))
              .toList());
    }

    private static String withoutPartition(String key, String value) {
      int colon = key.endsWith("step.name") ? value.indexOf(PARTITION) : -1;
      return colon < 0 ? value : value.substring(0, colon);
    }
  }
}
