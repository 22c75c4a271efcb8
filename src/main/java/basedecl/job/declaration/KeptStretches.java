package basedecl.job.declaration;

import basedecl.file.OwnerOnly;
import basedecl.ledger.year.DeclarationRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Stretches of the year's detail as an earlier night made them, in the work folder, one file each,
 * the owner's only. A stretch is found again by all that it is made of: the program and the machine
 * that packs, its place in the sheet, each of its declarations as it stands, with the file and the
 * run it came from. Whatever is doubtful is not used and made anew: a file cut off or changed, or
 * that does not come to its declarations' totals. Several threads may ask.
 *
 * <p>Nothing depends on it: where it cannot be written, the night goes on without.
 */
final class KeptStretches {

  /** To be raised where what is kept is written in another way. */
  private static final String FORMAT = "stretch 1";

  private static final String ENDING = ".stretch";

  /** Length, checksum and the key's digest stand before what is kept. */
  private static final int HEAD = Integer.BYTES + Integer.BYTES + 32;

  /** Of how many years, up to the newest, stretches stay. */
  private static final int YEARS = 2;

  private final Path parent;
  private final int year;
  private final Path folder;
  private final Map<Long, String> sources;
  private final Optional<String> maker;
  private final Set<String> found;
  private final Set<String> used = ConcurrentHashMap.newKeySet();
  private volatile boolean writable = true;

  /**
   * @param parent holds a folder for each year
   * @param sources by declaration, by what its people are told from any others that the ledger may
   *     have held under its number; what is missing is not kept
   * @param maker the program and the machine; empty where they cannot be told: nothing is kept
   */
  KeptStretches(Path parent, int year, Map<Long, String> sources, Optional<String> maker) {
    this.parent = parent;
    this.year = year;
    this.folder = parent.resolve(Integer.toString(year));
    this.sources = Map.copyOf(sources);
    this.maker = maker;
    this.found = found(folder);
  }

  private static Set<String> found(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Set.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).collect(Collectors.toSet());
    } catch (IOException e) {
      return Set.of();
    }
  }

  /** By what a stretch is found again; a SHA-256. */
  record Key(String name) {}

  /**
   * @param place what its rows depend on besides the declarations
   * @return empty where it is not to be kept
   */
  Optional<Key> key(String place, List<DeclarationRecord> declarations) {
    if (maker.isEmpty()) {
      return Optional.empty();
    }
    StringBuilder all = new StringBuilder(FORMAT).append('\n').append(maker.get());
    all.append('\n').append(place);
    for (DeclarationRecord declaration : declarations) {
      String source = sources.get(declaration.id());
      if (source == null) {
        return Optional.empty();
      }
      all.append('\n').append(source).append(' ').append(declaration);
    }
    return Optional.of(new Key(DigestUtils.sha256Hex(all.toString())));
  }

  /** What was kept under a key, if it is whole. */
  Optional<MadeStretch> find(Key key, List<DeclarationRecord> declarations) {
    if (!found.contains(key.name() + ENDING)) {
      return Optional.empty();
    }
    try {
      byte[] file = Files.readAllBytes(file(key));
      if (!isWhole(key, file)) {
        return Optional.empty();
      }
      MadeStretch kept = MadeStretch.read(file, HEAD, declarations);
      if (!kept.tiesTo(declarations)) {
        return Optional.empty();
      }
      used.add(key.name());
      return Optional.of(kept);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static boolean isWhole(Key key, byte[] file) {
    if (file.length < HEAD) {
      return false;
    }
    ByteBuffer head = ByteBuffer.wrap(file, 0, HEAD);
    byte[] name = new byte[32];
    boolean asLong = head.getInt() == file.length;
    int crc = head.getInt();
    head.get(name);
    return asLong && HexFormat.of().formatHex(name).equals(key.name()) && crc == crc(file);
  }

  /** Of everything behind itself. */
  private static int crc(byte[] file) {
    CRC32 crc = new CRC32();
    int from = Integer.BYTES + Integer.BYTES;
    crc.update(file, from, file.length - from);
    return (int) crc.getValue();
  }

  /** Keeps a stretch; a disk that does not take it ends all keeping of this night. */
  void keep(Key key, MadeStretch made, List<DeclarationRecord> declarations) throws IOException {
    if (!writable || !made.tiesTo(declarations)) {
      return;
    }
    byte[] file = made.bytes(HEAD, declarations);
    ByteBuffer head = ByteBuffer.wrap(file);
    head.putInt(file.length).putInt(0).put(HexFormat.of().parseHex(key.name()));
    head.putInt(Integer.BYTES, crc(file));
    try {
      OwnerOnly.createFolders(folder);
      OwnerOnly.write(file(key), file);
      used.add(key.name());
    } catch (IOException e) {
      // The disk is full, or the folder is another's: the workbook itself is written without it.
      writable = false;
      forget(key);
    }
  }

  private void forget(Key key) {
    try {
      Files.deleteIfExists(file(key));
    } catch (IOException e) {
      // Half a file is found out by its length and checksum.
      return;
    }
  }

  /**
   * Deletes whatever this night did not use, so that a year's folder holds one sheet, and what is
   * left of the year before the last.
   */
  void forgetOthers() {
    try {
      deleteAllBut(used, folder);
      deleteAllBut(Set.of(), parent.resolve(Integer.toString(year - YEARS)));
    } catch (IOException e) {
      // What could not be deleted tonight is tried again by the next night.
      return;
    }
  }

  private static void deleteAllBut(Set<String> names, Path folder) throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(ENDING)
            && !names.contains(name.substring(0, name.length() - ENDING.length()))) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private Path file(Key key) {
    return folder.resolve(key.name() + ENDING);
  }
}
