package basedecl.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;

/** The SHA-256 of a file's bytes, by which files are told apart. */
public final class FileDigest {

  private static final int BUFFER = 65_536;

  private FileDigest() {}

  /** Lower-case hexadecimal. */
  public static String sha256(Path file) throws IOException {
    MessageDigest digest = DigestUtils.getSha256Digest();
    byte[] buffer = new byte[BUFFER];
    try (InputStream bytes = Files.newInputStream(file)) {
      for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The same of bytes that were read already. */
  public static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(DigestUtils.sha256(bytes));
  }
}
