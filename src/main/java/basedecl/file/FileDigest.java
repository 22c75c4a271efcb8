package basedecl.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.codec.digest.DigestUtils;

/** The SHA-256 of a file's bytes, by which files are told apart. */
public final class FileDigest {

  private FileDigest() {}

  /** Lower-case hexadecimal. */
  public static String sha256(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      return DigestUtils.sha256Hex(bytes);
    }
  }
}
