package basedecl.file;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Locale;

/** Whether a failure is owed to the disk, so that the next file would meet it as well. */
public final class DiskFault {

  private DiskFault() {}

  /**
   * Full, over its quota, read-only or broken; false for what one name or one file brings about.
   */
  public static boolean is(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException io && isOfTheDisk(io)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOfTheDisk(IOException failure) {
    String words =
        failure instanceof FileSystemException named ? named.getReason() : failure.getMessage();
    String said = words == null ? "" : words.toLowerCase(Locale.ROOT);
    return said.contains("no space left")
        || said.contains("quota exceeded")
        || said.contains("read-only file system")
        || said.contains("input/output error")
        || said.contains("too many open files");
  }
}
