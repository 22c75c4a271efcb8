package basedecl.file;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/** Whether a zip container still lacks its end, as one does that is being copied. */
final class ZipEnd {

  /** The end record is 22 bytes and a comment of at most 65,535. */
  private static final int LONGEST_END = 22 + 65_535;

  private ZipEnd() {}

  /** True for a file that begins as a zip and holds no end-of-directory record. */
  static boolean isMissing(Path file) {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
      long length = bytes.length();
      if (length < 4 || bytes.readInt() != 0x504B0304) {
        return false;
      }
      byte[] tail = new byte[(int) Math.min(length, LONGEST_END)];
      bytes.seek(length - tail.length);
      bytes.readFully(tail);
      for (int i = tail.length - 22; i >= 0; i--) {
        if (tail[i] == 'P' && tail[i + 1] == 'K' && tail[i + 2] == 5 && tail[i + 3] == 6) {
          return false;
        }
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
