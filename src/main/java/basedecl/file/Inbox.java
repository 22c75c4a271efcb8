package basedecl.file;

import basedecl.message.Message;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The folder employers' files arrive in, with its sub-folders. Links are not followed; what is no
 * ordinary file, or is still arriving, is passed over with the reason.
 */
public final class Inbox {

  private static final Set<String> TEMPORARY_SUFFIXES =
      Set.of(".part", ".partial", ".filepart", ".crdownload", ".download", ".tmp", ".temp");

  /** A workbook without its end is waited for a little longer than a whole one. */
  private static final int PATIENCE_WITH_HALF_FILES = 3;

  private final Path folder;
  private final Duration settle;

  public Inbox(Path folder, Duration settle) {
    this.folder = folder;
    this.settle = settle;
  }

  /** A file that can be taken: {@code path} within the inbox, with forward slashes. */
  public record Candidate(Path file, String path, long size, long modifiedAt) {}

  /** A file that is not taken, and why. */
  public record Skipped(String path, Message reason) {}

  /** What lay in the inbox; candidates in order of modification time, then path. */
  public record Scan(List<Candidate> candidates, List<Skipped> skipped) {}

  public Scan scan() throws IOException {
    Walk walk = new Walk(folder.toRealPath());
    Files.walkFileTree(walk.root, walk);
    List<Candidate> still = settled(walk.found, walk.skipped, settle);
    List<Candidate> half = new ArrayList<>();
    List<Candidate> whole = new ArrayList<>();
    for (Candidate candidate : still) {
      Duration patience = settle.multipliedBy(PATIENCE_WITH_HALF_FILES);
      boolean fresh = isYoungerThan(candidate, patience);
      (fresh && ZipEnd.isMissing(candidate.file()) ? half : whole).add(candidate);
    }
    if (!half.isEmpty()) {
      whole.addAll(settled(half, walk.skipped, settle.multipliedBy(PATIENCE_WITH_HALF_FILES)));
    }
    whole.sort(Comparator.comparingLong(Candidate::modifiedAt).thenComparing(Candidate::path));
    return new Scan(whole, walk.skipped);
  }

  /** Those whose size and time stand still; waits once for all young files together. */
  private List<Candidate> settled(
      List<Candidate> candidates, List<Skipped> skipped, Duration patience) throws IOException {
    if (candidates.stream().anyMatch(c -> isYoungerThan(c, patience))) {
      pause(patience);
    }
    List<Candidate> settled = new ArrayList<>();
    for (Candidate candidate : candidates) {
      Optional<BasicFileAttributes> now = attributes(candidate.file());
      if (now.isEmpty()) {
        skipped.add(new Skipped(candidate.path(), Message.of("job.skip-vanished")));
      } else if (now.get().size() != candidate.size()
          || now.get().lastModifiedTime().toMillis() != candidate.modifiedAt()) {
        skipped.add(new Skipped(candidate.path(), Message.of("job.skip-growing")));
      } else {
        settled.add(candidate);
      }
    }
    return settled;
  }

  private static boolean isYoungerThan(Candidate candidate, Duration age) {
    // The machine's clock, not the business date: it is compared with the file system's times only.
    return FileTime.from(Instant.now().minus(age)).toMillis() < candidate.modifiedAt();
  }

  private static void pause(Duration duration) throws IOException {
    try {
      java.util.concurrent.TimeUnit.MILLISECONDS.sleep(duration.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while files settle", e);
    }
  }

  private static Optional<BasicFileAttributes> attributes(Path file) {
    try {
      return Optional.of(
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static final class Walk extends SimpleFileVisitor<Path> {
    private final Path root;
    private final List<Candidate> found = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();

    Walk(Path root) {
      this.root = root;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      Optional<String> reason = reasonToSkip(file, attributes);
      if (reason.isPresent()) {
        skipped.add(new Skipped(within(file), Message.of(reason.get())));
      } else {
        found.add(
            new Candidate(
                file, within(file), attributes.size(), attributes.lastModifiedTime().toMillis()));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
      skipped.add(new Skipped(within(file), Message.of("job.skip-unreadable")));
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
      if (failure != null) {
        skipped.add(new Skipped(within(folder), Message.of("job.skip-unreadable")));
      }
      return FileVisitResult.CONTINUE;
    }

    private String within(Path file) {
      return root.relativize(file).toString().replace('\\', '/');
    }

    private static Optional<String> reasonToSkip(Path file, BasicFileAttributes attributes) {
      String name = String.valueOf(file.getFileName());
      String lower = name.toLowerCase(Locale.ROOT);
      if (attributes.isSymbolicLink()) {
        return Optional.of("job.skip-link");
      }
      if (!attributes.isRegularFile()) {
        return Optional.of("job.skip-special");
      }
      if (name.startsWith("~$")) {
        return Optional.of("job.skip-lock");
      }
      if (name.startsWith(".")) {
        return Optional.of("job.skip-hidden");
      }
      if (TEMPORARY_SUFFIXES.stream().anyMatch(lower::endsWith)) {
        return Optional.of("job.skip-part");
      }
      return Files.isReadable(file) ? Optional.empty() : Optional.of("job.skip-unreadable");
    }
  }
}
