package basedecl.job.material;

import basedecl.finding.Finding;
import basedecl.finding.FindingCode;
import basedecl.finding.Reason;
import basedecl.finding.SourceCell;
import basedecl.ledger.review.MaterialLedger.Material;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The scans that employers handed in: {@code DIR/单位编号/} with a summary and a detail each, told by
 * how the file's name begins, and whether it is a scan by its first bytes. Links are not followed;
 * a folder is found by walking the folder, never by a path made of an employer's code.
 */
public final class MaterialsFolder {

  private static final int LONGEST_SHOWN = 60;
  private static final int BUFFER = 1 << 16;

  private final Path root;
  private final long maxBytes;

  public MaterialsFolder(Path root, long maxBytes) {
    this.root = root;
    this.maxBytes = maxBytes;
  }

  /** What lies in an employer's folder: the scans, and files named like scans that are none. */
  public record Handed(List<Material> scans, List<Finding> problems) {

    public boolean has(ScanKind kind) {
      return scans.stream().anyMatch(scan -> scan.kind().equals(kind.name()));
    }

    /** What is missing; empty when nothing is. */
    public Optional<Reason> missing() {
      return MaterialsFolder.missing(has(ScanKind.SUMMARY), has(ScanKind.DETAIL));
    }
  }

  /** What is missing where there is a summary, or a detail; empty when nothing is. */
  public static Optional<Reason> missing(boolean summary, boolean detail) {
    if (summary) {
      return detail ? Optional.empty() : Optional.of(Reason.MISSING_DETAIL);
    }
    return Optional.of(detail ? Reason.MISSING_SUMMARY : Reason.MISSING_BOTH);
  }

  /** An employer's folder, or something else that lies among them. */
  public record Entry(String name, Path path, boolean isFolder) {}

  /** What lies in the folder, in order of names; hidden things left out. */
  public List<Entry> entries() throws IOException {
    List<Entry> entries = new ArrayList<>();
    for (Path path : list(root)) {
      boolean link = Files.isSymbolicLink(path);
      if (link || Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
        entries.add(new Entry(name(path), path, !link));
      }
    }
    return entries;
  }

  /** Looks at each file of an employer's folder, its sub-folders left out. */
  public Handed look(Entry employer) throws IOException {
    Map<String, Material> scans = new LinkedHashMap<>();
    List<Finding> problems = new ArrayList<>();
    List<Path> files;
    try {
      files = list(employer.path());
    } catch (FileSystemException | DirectoryIteratorException e) {
      return new Handed(
          List.of(),
          List.of(problem(employer.name(), Reason.MATERIAL_UNREADABLE, employer.path())));
    }
    for (Path file : files) {
      Optional<ScanKind> kind = ScanKind.of(name(file));
      if (kind.isPresent()) {
        Optional<Reason> reason = take(file, kind.get(), scans);
        reason.ifPresent(why -> problems.add(problem(employer.name(), why, file)));
      }
    }
    return new Handed(List.copyOf(scans.values()), problems);
  }

  /** Keeps a scan, or gives the reason why the file is none. */
  private Optional<Reason> take(Path file, ScanKind kind, Map<String, Material> scans)
      throws IOException {
    try {
      Optional<Reason> reason = reasonAgainst(file, maxBytes);
      if (reason.isPresent()) {
        return reason;
      }
      Optional<Material> scan = scan(file, kind);
      scan.ifPresent(material -> scans.put(material.fileName(), material));
      return scan.isEmpty() ? Optional.of(Reason.MATERIAL_NOT_A_SCAN) : Optional.empty();
    } catch (FileSystemException e) {
      // Gone since it was listed, or without the right to read it.
      return Optional.of(Reason.MATERIAL_UNREADABLE);
    }
  }

  /** Why a file cannot be a scan, whatever it holds; {@link ScanFormat} looks into it. */
  public static Optional<Reason> reasonAgainst(Path file, long maxBytes) throws IOException {
    BasicFileAttributes attributes =
        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (attributes.isSymbolicLink()) {
      return Optional.of(Reason.MATERIAL_LINK);
    }
    if (!attributes.isRegularFile()) {
      return Optional.of(Reason.MATERIAL_SPECIAL);
    }
    if (attributes.size() == 0) {
      return Optional.of(Reason.MATERIAL_EMPTY);
    }
    if (attributes.size() > maxBytes) {
      return Optional.of(Reason.MATERIAL_TOO_LARGE);
    }
    return Files.isReadable(file) ? Optional.empty() : Optional.of(Reason.MATERIAL_UNREADABLE);
  }

  private static Optional<Material> scan(Path file, ScanKind kind) throws IOException {
    MessageDigest digest = DigestUtils.getSha256Digest();
    long size = 0;
    Optional<ScanFormat> format;
    try (InputStream in =
        Channels.newInputStream(
            Files.newByteChannel(
                file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)))) {
      byte[] buffer = new byte[BUFFER];
      int read = in.readNBytes(buffer, 0, BUFFER);
      format = ScanFormat.of(buffer, read);
      if (format.isEmpty()) {
        return Optional.empty();
      }
      while (read > 0) {
        digest.update(buffer, 0, read);
        size += read;
        read = in.readNBytes(buffer, 0, BUFFER);
      }
    }
    return Optional.of(
        new Material(
            name(file),
            kind.name(),
            format.get().name(),
            size,
            Hex.encodeHexString(digest.digest())));
  }

  private Finding problem(String employer, Reason reason, Path file) {
    return problem(employer, reason, name(file), maxBytes);
  }

  /** What is said of a file that is no scan. */
  public static Finding problem(String employer, Reason reason, String fileName, long maxBytes) {
    return Finding.of(
        FindingCode.MATERIAL_INVALID,
        employer,
        SourceCell.WHOLE_FILE,
        reason,
        shown(fileName),
        Long.toString(maxBytes));
  }

  /** A name as it may stand in a cell. */
  public static String shown(String name) {
    String harmless = name.replaceAll("\\p{Cntrl}", "?");
    return harmless.length() <= LONGEST_SHOWN
        ? harmless
        : harmless.substring(0, LONGEST_SHOWN) + "…";
  }

  private static List<Path> list(Path folder) throws IOException {
    List<Path> paths = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      for (Path path : stream) {
        if (!name(path).startsWith(".") && !name(path).startsWith("~$")) {
          paths.add(path);
        }
      }
    }
    paths.sort(Comparator.comparing(MaterialsFolder::name));
    return paths;
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }
}
