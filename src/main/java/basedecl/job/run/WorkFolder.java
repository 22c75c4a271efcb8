package basedecl.job.run;

import basedecl.declaration.procedure.Verdict;
import basedecl.file.DiskFault;
import basedecl.file.FileDigest;
import basedecl.file.OwnerOnly;
import basedecl.file.ReplacedFile;
import basedecl.ledger.intake.IntakeFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where claimed files lie while they are read ({@code claimed/}) and afterwards, by outcome ({@code
 * archive/OUTCOME/run-N/}). Folders are the owner's only.
 */
public final class WorkFolder {

  /** What {@link Files#mismatch} says of equal files. */
  private static final long SAME_CONTENT = -1;

  /**
   * Summaries kept, of two kilobytes each: a year of nights, and the runs of an hour in which ten
   * thousand employers submit.
   */
  private static final int SUMMARIES = 10_000;

  private static final Pattern SUMMARY = Pattern.compile("run-(\\d{1,18})\\.txt");

  private static final int NUMBER_DIGITS = 9;

  /** Of a name that had to be made shorter, the end is kept: it tells the kind of file. */
  private static final int LONGEST_NUMBERED = 60;

  private final Path root;

  public WorkFolder(Path root) {
    this.root = root;
  }

  public Path claimed(String claimedName) {
    return root.resolve("claimed").resolve(claimedName);
  }

  public Path log() {
    return root.resolve("log").resolve("base-declaration.log");
  }

  /** Keeps what the operator was told, as {@code log/run-N.txt}. */
  public void keepSummary(long runId, List<String> lines) throws IOException {
    try (ReplacedFile file = ReplacedFile.at(summaryOf(runId))) {
      file.stream().write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
      file.finish();
    }
  }

  /** What the operator of a run was told; empty where nothing was kept. */
  public List<String> keptSummary(long runId) {
    try {
      return Files.readAllLines(summaryOf(runId), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return List.of();
    }
  }

  private Path summaryOf(long runId) {
    return log().resolveSibling("run-" + runId + ".txt");
  }

  /** Deletes all but the {@value #SUMMARIES} newest of what operators were told. */
  public void forgetOldSummaries() throws IOException {
    keepSummaries(SUMMARIES);
  }

  void keepSummaries(int newest) throws IOException {
    Path folder = root.resolve("log");
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<Long> oldest =
          files
              .map(file -> SUMMARY.matcher(file.getFileName().toString()))
              .filter(Matcher::matches)
              .map(number -> Long.valueOf(number.group(1)))
              .sorted(Comparator.reverseOrder())
              .skip(newest)
              .toList();
      for (long runId : oldest) {
        Files.deleteIfExists(summaryOf(runId));
      }
    }
  }

  /** Leaves a word by which another machine knows that it sees this very folder. */
  public void leaveMark(String word) throws IOException {
    try (ReplacedFile file = ReplacedFile.at(mark())) {
      file.stream().write(word.getBytes(StandardCharsets.UTF_8));
      file.finish();
    }
  }

  /** The word that was left; empty where there is none. */
  public String markLeft() {
    try {
      return Files.readString(mark(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  private Path mark() {
    return root.resolve("log").resolve("workers-mark.txt");
  }

  /** The log of a worker of this name. */
  public Path logOf(String worker) {
    return log().resolveSibling("worker-" + worker.replaceAll("[^A-Za-z0-9._-]", "-") + ".log");
  }

  public void create() throws IOException {
    OwnerOnly.createFolders(root.resolve("claimed"));
    OwnerOnly.createFolders(root.resolve("log"));
    OwnerOnly.createFile(log());
  }

  /**
   * A name for a file to be claimed under: its number, and more where the folder holds that already
   * because the ledger is younger than the folder, restored from a backup for example.
   *
   * @param taken {@link #claimedNames()}
   */
  public static String freeName(long fileId, Set<String> taken) {
    String digits = Long.toString(fileId);
    String number = "0".repeat(Math.max(0, NUMBER_DIGITS - digits.length())) + digits;
    String name = number;
    for (int i = 2; taken.contains(name); i++) {
      name = number + "-" + i;
    }
    return name;
  }

  /** The names that claimed files have now. */
  public Set<String> claimedNames() throws IOException {
    try (Stream<Path> files = Files.list(root.resolve("claimed"))) {
      return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    }
  }

  /** What became of a file that was to be claimed. */
  public enum Claim {
    /** It lies among the claimed files. */
    TAKEN,
    /** It is in neither place. */
    GONE,
    /** It is another than the one that was found; it stays for the next run. */
    CHANGED,
    /** It cannot be moved, by the rights of its folder for example; it stays. */
    IMMOVABLE
  }

  /**
   * Moves a file from the inbox; safe to repeat. Where the claimed file is there already, what now
   * lies in the inbox under its path is another file and stays, unless it is the source of a copy
   * that was cut off before its source was removed.
   *
   * @throws IOException if the disk fails
   */
  public Claim claim(Path source, IntakeFile file) throws IOException {
    Path target = claimed(file.claimedName());
    try {
      if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
        return isSame(source, file) ? moved(source, target) : changedOrGone(source);
      }
      if (isSame(source, file) && Files.mismatch(source, target) == SAME_CONTENT) {
        Files.delete(source);
      }
      return Claim.TAKEN;
    } catch (NoSuchFileException e) {
      return Files.exists(target, LinkOption.NOFOLLOW_LINKS) ? Claim.TAKEN : Claim.GONE;
    } catch (FileSystemException e) {
      if (DiskFault.is(e)) {
        throw e;
      }
      return Files.exists(target, LinkOption.NOFOLLOW_LINKS) ? Claim.TAKEN : Claim.IMMOVABLE;
    }
  }

  private static Claim moved(Path source, Path target) throws IOException {
    move(source, target);
    return Claim.TAKEN;
  }

  private static Claim changedOrGone(Path source) {
    return Files.exists(source, LinkOption.NOFOLLOW_LINKS) ? Claim.CHANGED : Claim.GONE;
  }

  private static boolean isSame(Path source, IntakeFile file) throws IOException {
    try {
      BasicFileAttributes now =
          Files.readAttributes(source, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return now.isRegularFile()
          && now.size() == file.size()
          && now.lastModifiedTime().toMillis() == file.modifiedAt();
    } catch (IOException e) {
      if (DiskFault.is(e)) {
        throw e;
      }
      return false;
    }
  }

  /** Where an archived file lies. */
  public enum Archived {
    /** Under its own path, or there already. */
    UNDER_ITS_PATH,
    /** Under its number and what fits of its name: its path is too long, or taken. */
    UNDER_ITS_NUMBER,
    /** Nowhere: somebody took it from the claimed files. */
    GONE,
    /** Among the claimed files still. */
    NOT_MOVED
  }

  /**
   * Moves a finished file to the archive under its outcome; safe to repeat. What lies there already
   * under the same path is kept: the file gets a name of its own.
   *
   * @throws IOException if the disk fails
   */
  public Archived archive(IntakeFile file) throws IOException {
    Path source = claimed(file.claimedName());
    if (!Files.exists(source, LinkOption.NOFOLLOW_LINKS)) {
      return isArchived(file) ? Archived.UNDER_ITS_PATH : Archived.GONE;
    }
    try {
      int attempt = 1;
      while (Files.exists(archived(file, attempt), LinkOption.NOFOLLOW_LINKS)) {
        attempt++;
      }
      put(source, archived(file, attempt));
      return Archived.UNDER_ITS_PATH;
    } catch (IOException | InvalidPathException e) {
      if (DiskFault.is(e)) {
        throw e;
      }
      return archiveByNumber(file, source);
    }
  }

  private Archived archiveByNumber(IntakeFile file, Path source) throws IOException {
    try {
      put(source, numbered(file));
      return Archived.UNDER_ITS_NUMBER;
    } catch (IOException | InvalidPathException e) {
      if (DiskFault.is(e)) {
        throw e;
      }
      return Archived.NOT_MOVED;
    }
  }

  /** The folder of most files was made for the one before. */
  private void put(Path source, Path target) throws IOException {
    try {
      move(source, target);
    } catch (NoSuchFileException e) {
      OwnerOnly.createFolders(Objects.requireNonNullElse(target.getParent(), root));
      move(source, target);
    }
  }

  private boolean isArchived(IntakeFile file) {
    return Files.exists(archived(file, 1), LinkOption.NOFOLLOW_LINKS)
        || Files.exists(numbered(file), LinkOption.NOFOLLOW_LINKS);
  }

  /** Where the file lies now: claimed still, or in the archive already. */
  public Path whereIs(IntakeFile file) throws IOException {
    Path claimed = claimed(file.claimedName());
    if (Files.exists(claimed)) {
      return claimed;
    }
    for (int i = 1; Files.isRegularFile(archived(file, i)); i++) {
      if (FileDigest.sha256(archived(file, i)).equals(file.sha256().orElse(""))) {
        return archived(file, i);
      }
    }
    return Files.exists(numbered(file)) ? numbered(file) : claimed;
  }

  private Path archived(IntakeFile file, int attempt) {
    Path place = archiveOf(file).resolve(file.path());
    return attempt == 1 ? place : place.resolveSibling(attempt + "-" + place.getFileName());
  }

  /** A file's number in the ledger is its alone. */
  private Path numbered(IntakeFile file) {
    String path = file.path();
    String ascii = path.replaceAll("[^A-Za-z0-9._-]", "_");
    return archiveOf(file)
        .resolve(
            "file-"
                + file.fileId()
                + "-"
                + ascii.substring(Math.max(0, ascii.length() - LONGEST_NUMBERED)));
  }

  private Path archiveOf(IntakeFile file) {
    String outcome = file.verdict().orElse(Verdict.REJECTED).name().toLowerCase(Locale.ROOT);
    return root.resolve("archive").resolve(outcome).resolve("run-" + file.runId());
  }

  private static void move(Path source, Path target) throws IOException {
    try {
      Files.move(source, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      moveAcrossFileSystems(source, target);
    }
  }

  /** Another file system: a whole copy beside the target first, the source removed last. */
  private static void moveAcrossFileSystems(Path source, Path target) throws IOException {
    Path copy = target.resolveSibling("." + target.getFileName() + ".copy");
    Files.copy(
        source, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    try (FileChannel channel = FileChannel.open(copy, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(copy, target, StandardCopyOption.ATOMIC_MOVE);
    Files.delete(source);
  }
}
