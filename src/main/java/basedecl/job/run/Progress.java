package basedecl.job.run;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** How far the night is: a bar on a terminal, silence under cron. One bar at a time. */
public final class Progress implements AutoCloseable {

  private final boolean shown;
  private @Nullable ProgressBar bar;

  public Progress(boolean shown) {
    this.shown = shown;
  }

  /** Begins a part of the night with so many units; negative where their number is unknown. */
  public synchronized void begin(String part, long units) {
    end();
    if (shown) {
      bar =
          new ProgressBarBuilder()
              .setTaskName(part)
              .setInitialMax(units)
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(200)
              .build();
    }
  }

  public void step(long units) {
    ProgressBar shownNow = bar;
    if (shownNow != null) {
      shownNow.stepBy(units);
    }
  }

  @Override
  public void close() {
    end();
  }

  /** Ends the part under way, if there is one. */
  public synchronized void end() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
