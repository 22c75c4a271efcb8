package basedecl.job.run;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.LongAdder;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * How far the run is: a bar on a terminal, a value for whoever asks, silence under cron. One part
 * at a time.
 */
public final class Progress implements AutoCloseable {

  private final boolean shown;
  private volatile @Nullable Part part;

  public Progress(boolean shown) {
    this.shown = shown;
  }

  /**
   * How far a part of the run is.
   *
   * @param part {@code files} or {@code people}
   * @param total empty where it is unknown
   */
  public record Reached(String part, long done, OptionalLong total) {}

  private record Part(String name, long units, LongAdder done, @Nullable ProgressBar bar) {}

  /** Begins a part of the run with so many units; negative where their number is unknown. */
  public synchronized void begin(String name, long units) {
    end();
    part = new Part(name, units, new LongAdder(), shown ? bar(name, units) : null);
  }

  private static ProgressBar bar(String name, long units) {
    return new ProgressBarBuilder()
        .setTaskName(name)
        .setInitialMax(units)
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(200)
        .build();
  }

  public void step(long units) {
    Part now = part;
    if (now != null) {
      now.done().add(units);
      if (now.bar() != null) {
        now.bar().stepBy(units);
      }
    }
  }

  /** The part under way; empty between parts. */
  public Optional<Reached> reached() {
    return Optional.ofNullable(part)
        .map(
            now ->
                new Reached(
                    now.name(),
                    now.done().sum(),
                    now.units() < 0 ? OptionalLong.empty() : OptionalLong.of(now.units())));
  }

  @Override
  public void close() {
    end();
  }

  /** Ends the part under way, if there is one. */
  public synchronized void end() {
    Part ending = part;
    part = null;
    if (ending != null && ending.bar() != null) {
      ending.bar().close();
    }
  }
}
