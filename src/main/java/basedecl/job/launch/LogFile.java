package basedecl.job.launch;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import java.nio.file.Path;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The log of the runs, in the work folder, as {@code logback-run.xml} sets it up. */
public final class LogFile {

  private LogFile() {}

  /** Sends everything of level INFO and above to the file; DEBUG where {@code debug}. */
  public static void open(Path file, boolean debug) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    context.putProperty("log.file", file.toString());
    context.putProperty("log.level", debug ? "DEBUG" : "INFO");
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    try {
      configurator.doConfigure(
          Objects.requireNonNull(LogFile.class.getResource("/logback-run.xml")));
    } catch (JoranException e) {
      throw new IllegalStateException("The log cannot be set up", e);
    }
  }

  /** Lets go of the file. */
  public static void close() {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.getLogger(Logger.ROOT_LOGGER_NAME).detachAndStopAllAppenders();
  }
}
