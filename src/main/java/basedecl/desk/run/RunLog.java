package basedecl.desk.run;

import basedecl.job.run.WorkFolder;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the desk's log says of the time of a run: its last lines, without the traces of failures.
 * Nothing of a person is written there; should a long number stand in it all the same, it is
 * blotted out.
 */
final class RunLog {

  private static final Logger LOG = LoggerFactory.getLogger(RunLog.class);

  /** Of the end of the file, so that a page costs the same whatever the log has grown to. */
  private static final int LOOKED_AT = 2 << 20;

  private static final int LINES = 200;

  /** {@code 2024-01-26T01:30:00.123}, the length of the pattern of the log. */
  private static final int TIME = 23;

  private static final Pattern LONG_NUMBER = Pattern.compile("[0-9]{8,}[0-9Xx]?");

  private final Path file;

  RunLog(Path work) {
    this.file = new WorkFolder(work).log();
  }

  /**
   * @param to empty while the run goes on
   */
  List<String> between(LocalDateTime from, Optional<LocalDateTime> to) {
    Deque<String> lines = new ArrayDeque<>();
    for (String line : end().split("\n", -1)) {
      Optional<LocalDateTime> at = time(line);
      boolean within =
          at.isPresent()
              && !at.get().isBefore(from)
              && to.map(end -> !at.get().isAfter(end)).orElse(true);
      if (within) {
        lines.add(LONG_NUMBER.matcher(line).replaceAll("…"));
        if (lines.size() > LINES) {
          lines.removeFirst();
        }
      }
    }
    return List.copyOf(lines);
  }

  private String end() {
    try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
      long length = log.length();
      byte[] bytes = new byte[(int) Math.min(length, LOOKED_AT)];
      log.seek(length - bytes.length);
      log.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      LOG.warn("The log cannot be read: {}", e.getClass().getName());
      return "";
    }
  }

  /** Empty for a line that begins nothing: of a trace, or cut by the bound. */
  private static Optional<LocalDateTime> time(String line) {
    if (line.length() < TIME) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDateTime.parse(line.substring(0, TIME)));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
