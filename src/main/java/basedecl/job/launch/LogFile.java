package basedecl.job.launch;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log of the runs, in the work folder: thirty days of it, at most 20 MB a file. Set up by code,
 * since reading a configuration takes longer than all that a small run logs.
 */
public final class LogFile {

  /** The desk reads the time at a line's beginning. */
  private static final String PATTERN =
      "%d{yyyy-MM-dd'T'HH:mm:ss.SSS} %-5level [%thread] %logger{30} %msg%n";

  private static final int DAYS = 30;
  private static final String LARGEST = "20MB";

  /**
   * The database's driver logs what the server says, and the server quotes rows. What serves the
   * desk quotes what a browser sent: addresses, headers, cookies, fields; anything may stand there.
   * What made a page fail is logged by the page of errors, without the words of the failure.
   */
  private static final Map<String, Level> QUOTING =
      Map.of(
          "org.mariadb.jdbc", Level.OFF,
          "org.springframework.security", Level.INFO,
          "org.springframework.web", Level.INFO,
          "org.thymeleaf", Level.INFO,
          "org.springframework.web.servlet.mvc.support", Level.ERROR,
          "org.apache.catalina", Level.INFO,
          "org.apache.catalina.core.ContainerBase", Level.OFF,
          "org.apache.coyote", Level.WARN,
          "org.apache.tomcat", Level.WARN);

  private LogFile() {}

  /** Sends everything of level INFO and above to the file; DEBUG where {@code debug}. */
  public static void open(Path file, boolean debug) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setCharset(StandardCharsets.UTF_8);
    encoder.setPattern(PATTERN);
    encoder.start();
    FileAppender<ILoggingEvent> appender = appender(context, file.toString());
    appender.setContext(context);
    appender.setName("run");
    appender.setEncoder(encoder);
    appender.start();
    QUOTING.forEach((name, level) -> context.getLogger(name).setLevel(level));
    ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(debug ? Level.DEBUG : Level.INFO);
    root.addAppender(appender);
  }

  /**
   * A folder's name that Logback would take for a pattern, and has no way to write literally, gets
   * one file that is never put away.
   */
  private static FileAppender<ILoggingEvent> appender(LoggerContext context, String file) {
    if (file.indexOf('%') >= 0 || file.indexOf('\\') >= 0) {
      FileAppender<ILoggingEvent> plain = new FileAppender<>();
      plain.setFile(file);
      return plain;
    }
    RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
    SizeAndTimeBasedRollingPolicy<ILoggingEvent> rolling = new SizeAndTimeBasedRollingPolicy<>();
    rolling.setContext(context);
    rolling.setParent(appender);
    rolling.setFileNamePattern(file + ".%d{yyyy-MM-dd}.%i.gz");
    rolling.setMaxFileSize(FileSize.valueOf(LARGEST));
    rolling.setMaxHistory(DAYS);
    appender.setFile(file);
    rolling.start();
    appender.setRollingPolicy(rolling);
    return appender;
  }

  /** Lets go of the file. */
  public static void close() {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.getLogger(Logger.ROOT_LOGGER_NAME).detachAndStopAllAppenders();
  }
}
