package basedecl.job.declaration;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * By what it is known again that rows would be made as they were made before: by the same classes
 * and texts, on the same Java, packed by a library that packs alike. It is read from the directory
 * of the program's archive, which has a checksum of each file in it.
 */
final class ProgramMark {

  private static final String NESTED = "nested:";
  private static final int SAMPLE = 1 << 14;

  private ProgramMark() {}

  /** Empty where it cannot be told. */
  static Optional<String> ofThisProgram() {
    return Optional.ofNullable(ProgramMark.class.getProtectionDomain().getCodeSource())
        .map(CodeSource::getLocation)
        .flatMap(ProgramMark::of);
  }

  private static Optional<String> of(URL location) {
    try {
      Path program = place(location);
      List<String> parts = Files.isDirectory(program) ? folder(program) : archive(program);
      Collections.sort(parts);
      parts.add(System.getProperty("java.vm.version") + " " + System.getProperty("os.arch"));
      parts.add(Long.toHexString(packed()));
      return Optional.of(DigestUtils.sha256Hex(String.join("\n", parts)));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The jar, also where it lies in another one: {@code jar:nested:/x.jar/!BOOT-INF/classes/!/}. */
  private static Path place(URL location) {
    String text = location.toString();
    int nested = text.indexOf(NESTED);
    if (nested < 0) {
      return Path.of(URI.create(text));
    }
    int end = text.indexOf("/!");
    return Path.of(text.substring(nested + NESTED.length(), end < 0 ? text.length() : end));
  }

  private static List<String> archive(Path jar) throws IOException {
    List<String> parts = new ArrayList<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        parts.add(entry.getName() + " " + entry.getSize() + " " + entry.getCrc());
      }
    }
    return parts;
  }

  private static List<String> folder(Path classes) throws IOException {
    List<String> parts = new ArrayList<>();
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path each : files.toList()) {
        File file = each.toFile();
        if (file.isFile()) {
          parts.add(classes.relativize(each) + " " + file.length() + " " + file.lastModified());
        }
      }
    }
    return parts;
  }

  /** What the packing library makes of a text: another version of it may pack otherwise. */
  private static long packed() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; text.length() < SAMPLE; i++) {
      text.append("<c r=\"A").append(i * 7919L % 10_007).append("\" s=\"3\"><v>").append(i * i);
    }
    Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    try {
      deflater.setInput(text.toString().getBytes(StandardCharsets.US_ASCII));
      deflater.finish();
      byte[] packed = new byte[2 * SAMPLE];
      CRC32 crc = new CRC32();
      crc.update(packed, 0, deflater.deflate(packed));
      return crc.getValue();
    } finally {
      deflater.end();
    }
  }
}
