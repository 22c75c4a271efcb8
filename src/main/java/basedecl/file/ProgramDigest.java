package basedecl.file;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * By what a program is known again, on another machine or on another day: its classes and texts by
 * name, length and checksum, and its libraries by name, whatever holds them. The jar as built, the
 * one laid out beside its libraries and the classes of one build have one digest (of the last, the
 * libraries are not known). An archive has the checksums in its directory, so that nothing of it is
 * unpacked. They tell builds apart and are no guard against somebody who means to deceive.
 */
public final class ProgramDigest {

  private static final String NESTED = "nested:";
  private static final String NESTED_CLASSES = "BOOT-INF/classes/";
  private static final String NESTED_LIBRARIES = "BOOT-INF/lib/";

  /** What tools say of a build, and differs with what holds it. */
  private static final String OF_THE_ARCHIVE = "META-INF/";

  private static final Optional<String> OWN = own();

  private ProgramDigest() {}

  /** A SHA-256 in lower-case hexadecimal; empty where the program cannot be read. */
  public static Optional<String> ofThisProgram() {
    return OWN;
  }

  /**
   * Reads it now. What runs for days does so as it starts: the archive may be exchanged under it,
   * and its classes are those of the old one.
   */
  public static void remember() {
    // Read as this class was loaded.
  }

  private static Optional<String> own() {
    CodeSource source = ProgramDigest.class.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(of(place(source.getLocation().toString())));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * The jar or folder of an address, also where it lies in another one: {@code
   * jar:nested:/x.jar/!BOOT-INF/classes/!/}.
   */
  static Path place(String address) {
    int nested = address.indexOf(NESTED);
    if (nested < 0) {
      return Path.of(URI.create(address));
    }
    int end = address.indexOf("/!", nested);
    String jar = address.substring(nested + NESTED.length(), end < 0 ? address.length() : end);
    return Path.of(URI.create("file:" + jar));
  }

  /**
   * @param program a jar, or a folder of classes
   */
  static String of(Path program) throws IOException {
    List<String> parts = Files.isDirectory(program) ? folder(program) : archive(program);
    return DigestUtils.sha256Hex(String.join("\n", new TreeSet<>(parts)));
  }

  private static List<String> archive(Path file) throws IOException {
    List<String> parts = new ArrayList<>();
    try (JarFile jar = new JarFile(file.toFile())) {
      boolean isNested = jar.getEntry(NESTED_CLASSES) != null;
      for (ZipEntry entry : Collections.list(jar.entries())) {
        String name = entry.getName();
        if (entry.isDirectory()) {
          continue;
        }
        if (!isNested) {
          add(name, entry.getSize(), entry.getCrc(), parts);
        } else if (name.startsWith(NESTED_CLASSES)) {
          String own = name.substring(NESTED_CLASSES.length());
          add(own, entry.getSize(), entry.getCrc(), parts);
        } else if (name.startsWith(NESTED_LIBRARIES)) {
          parts.add(library(name));
        }
      }
      parts.addAll(librariesBeside(jar));
    }
    return parts;
  }

  private static List<String> librariesBeside(JarFile jar) throws IOException {
    Manifest manifest = jar.getManifest();
    String beside =
        manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
    return beside == null
        ? List.of()
        : Stream.of(beside.strip().split("\\s+", -1)).map(ProgramDigest::library).toList();
  }

  private static String library(String path) {
    return "library " + path.substring(path.lastIndexOf('/') + 1);
  }

  private static List<String> folder(Path classes) throws IOException {
    List<String> parts = new ArrayList<>();
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path each : files.filter(Files::isRegularFile).toList()) {
        byte[] bytes = Files.readAllBytes(each);
        CRC32 crc = new CRC32();
        crc.update(bytes);
        String name = classes.relativize(each).toString().replace(File.separatorChar, '/');
        add(name, bytes.length, crc.getValue(), parts);
      }
    }
    return parts;
  }

  private static void add(String name, long length, long checksum, List<String> parts) {
    if (!name.startsWith(OF_THE_ARCHIVE)) {
      parts.add(name + " " + length + " " + checksum);
    }
  }
}
