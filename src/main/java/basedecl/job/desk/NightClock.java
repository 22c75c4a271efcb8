package basedecl.job.desk;

import basedecl.file.OwnerOnly;
import basedecl.file.ReplacedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When the night is due. The last night that was done is kept in a file, so that one missed while
 * the process was down, cut off or failed is due at the next start: the latest only, since the
 * workbooks state the year as it is then. A process that never ran a night begins with the coming
 * one.
 */
final class NightClock {

  private static final Logger LOG = LoggerFactory.getLogger(NightClock.class);

  private final LocalTime at;
  private final Clock clock;
  private final Path memory;
  private LocalDateTime lastBegun;

  NightClock(LocalTime at, Clock clock, Path memory) {
    this.at = at;
    this.clock = clock;
    this.memory = memory;
    Optional<LocalDateTime> done = done();
    this.lastBegun = done.orElseGet(this::latest);
    if (done.isEmpty()) {
      keep(lastBegun);
    }
  }

  /** The night that is to begin now; each is given once. */
  Optional<LocalDateTime> due() {
    LocalDateTime latest = latest();
    if (!latest.isAfter(lastBegun)) {
      return Optional.empty();
    }
    lastBegun = latest;
    return Optional.of(latest);
  }

  /** When the next one is to begin by itself. */
  LocalDateTime next() {
    return latest().plusDays(1);
  }

  /** Remembers that everything of the night is done. */
  void keep(LocalDateTime night) {
    try {
      OwnerOnly.createFolders(Objects.requireNonNull(memory.toAbsolutePath().getParent()));
      try (ReplacedFile file = ReplacedFile.at(memory)) {
        file.stream().write((night + "\n").getBytes(StandardCharsets.UTF_8));
        file.finish();
      }
    } catch (IOException e) {
      LOG.warn("The night done could not be written down: {}", e.getClass().getName());
    }
  }

  private Optional<LocalDateTime> done() {
    try {
      return Optional.of(LocalDateTime.parse(Files.readString(memory).strip()));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | DateTimeParseException e) {
      LOG.warn("The night done could not be read: {}", e.getClass().getName());
      return Optional.empty();
    }
  }

  private LocalDateTime latest() {
    LocalDateTime now = LocalDateTime.now(clock);
    LocalDateTime today = now.toLocalDate().atTime(at);
    return today.isAfter(now) ? today.minusDays(1) : today;
  }
}
