package basedecl.desk.material;

import basedecl.file.OwnerOnly;
import basedecl.file.ReplacedFile;
import basedecl.finding.Finding;
import basedecl.finding.Reason;
import basedecl.job.material.MaterialsFolder;
import basedecl.job.material.ScanFormat;
import basedecl.job.material.ScanKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the scans of each version lie: {@code materials/DECLARATION/单位编号/}, so that {@code
 * materials/DECLARATION} is a folder as the job {@code review} takes it. Scans of a version that
 * was returned stay with it and are never handed in with the next one. No name from outside becomes
 * a name here; links are not followed. Everything is the owner's only.
 */
public final class MaterialsShelf {

  /** Of each kind; a bundle of photographs is taken, a folder filled to the brim is not. */
  static final int MOST = 50;

  private static final Pattern NAME =
      Pattern.compile("(summary|detail)-([0-9]{2})\\.(pdf|jpg|png)");
  private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_-]{0,63}");
  private static final String SUBMITTED = ".submitted";

  private final Path root;
  private final long maxBytes;

  /**
   * @param root the shelf's folder
   * @param maxBytes of one scan
   */
  public MaterialsShelf(Path root, long maxBytes) throws IOException {
    this.root = root;
    this.maxBytes = maxBytes;
    OwnerOnly.createFolders(root);
  }

  /** Whether an employer's code can name a folder; others hand in their scans at the agency. */
  public static boolean takes(String employerCode) {
    return CODE.matcher(employerCode).matches();
  }

  /** The folder of a version, for {@code review}. */
  public Path folder(long declaration) {
    return root.resolve(Long.toString(declaration));
  }

  private Path folder(long declaration, String employerCode) {
    if (!takes(employerCode)) {
      throw new IllegalArgumentException("Not a code that names a folder");
    }
    return folder(declaration).resolve(employerCode);
  }

  /** A version's scans in order of their names. */
  public List<Scan> scans(long declaration, String employerCode) throws IOException {
    List<Scan> scans = new ArrayList<>();
    if (!takes(employerCode)) {
      return scans;
    }
    Path folder = folder(declaration, employerCode);
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return scans;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        scan(file).ifPresent(scans::add);
      }
    } catch (NoSuchFileException | NotDirectoryException e) {
      return List.of();
    }
    scans.sort(Comparator.comparing(Scan::name));
    return scans;
  }

  private static Optional<Scan> scan(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    Matcher parts = NAME.matcher(name);
    if (!parts.matches()) {
      return Optional.empty();
    }
    BasicFileAttributes attributes;
    try {
      attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    Optional<ScanFormat> format =
        Arrays.stream(ScanFormat.values())
            .filter(each -> each.ending().equals(parts.group(3)))
            .findFirst();
    return attributes.isRegularFile() && format.isPresent()
        ? Optional.of(
            new Scan(
                name,
                ScanKind.ofWord(parts.group(1)).orElseThrow(),
                format.get(),
                attributes.size(),
                attributes.lastModifiedTime().toInstant()))
        : Optional.empty();
  }

  /**
   * Keeps a file as another scan, or says why it is none.
   *
   * @param fileName as it is called where it came from, for the sentence alone
   */
  public synchronized Optional<Finding> keep(
      long declaration, String employerCode, ScanKind kind, Path file, String fileName)
      throws IOException {
    Optional<Reason> against = MaterialsFolder.reasonAgainst(file, maxBytes);
    Optional<ScanFormat> format = against.isPresent() ? Optional.empty() : ScanFormat.of(file);
    if (format.isEmpty()) {
      return Optional.of(
          MaterialsFolder.problem(
              employerCode, against.orElse(Reason.MATERIAL_NOT_A_SCAN), fileName, maxBytes));
    }
    Path folder = folder(declaration, employerCode);
    OwnerOnly.createFolders(folder);
    Path target = folder.resolve(freeName(declaration, employerCode, kind, format.get()));
    try (ReplacedFile kept = ReplacedFile.at(target);
        InputStream content = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      content.transferTo(kept.stream());
      kept.finish();
    }
    return Optional.empty();
  }

  /** How many scans of a kind there are. */
  long count(long declaration, String employerCode, ScanKind kind) throws IOException {
    return scans(declaration, employerCode).stream().filter(scan -> scan.kind() == kind).count();
  }

  private String freeName(long declaration, String employerCode, ScanKind kind, ScanFormat format)
      throws IOException {
    int last =
        scans(declaration, employerCode).stream()
            .filter(scan -> scan.kind() == kind)
            .map(scan -> NAME.matcher(scan.name()))
            .filter(Matcher::matches)
            .mapToInt(parts -> Integer.parseInt(parts.group(2)))
            .max()
            .orElse(0);
    return String.format(Locale.ROOT, "%s-%02d.%s", kind.word(), last + 1, format.ending());
  }

  /** Takes a scan away; false where there is none of that name. */
  public synchronized boolean remove(long declaration, String employerCode, String name)
      throws IOException {
    Optional<Scan> there = find(declaration, employerCode, name);
    return there.isPresent()
        && Files.deleteIfExists(folder(declaration, employerCode).resolve(there.get().name()));
  }

  public Optional<Scan> find(long declaration, String employerCode, String name)
      throws IOException {
    return scans(declaration, employerCode).stream()
        .filter(scan -> scan.name().equals(name))
        .findFirst();
  }

  /** A scan's bytes; empty where they are no longer what they were found to be. */
  public Optional<InputStream> open(long declaration, String employerCode, Scan scan)
      throws IOException {
    Path file = folder(declaration, employerCode).resolve(scan.name());
    if (!ScanFormat.of(file).equals(Optional.of(scan.format()))) {
      return Optional.empty();
    }
    return Optional.of(
        Channels.newInputStream(
            Files.newByteChannel(
                file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))));
  }

  /** Notes that a version's scans are submitted, so that a restart goes on with them. */
  public void markSubmitted(long declaration) throws IOException {
    OwnerOnly.createFile(folder(declaration).resolve(SUBMITTED));
  }

  public boolean isSubmitted(long declaration) {
    return Files.exists(folder(declaration).resolve(SUBMITTED), LinkOption.NOFOLLOW_LINKS);
  }
}
