package basedecl.job.material;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;

/** What a scan is by its first bytes, whatever its name says. The names stand in the ledger. */
public enum ScanFormat {
  PDF("pdf", "%PDF-"),
  JPEG("jpg", "\u00ff\u00d8\u00ff"),
  PNG("png", "\u0089PNG\r\n\u001a\n");

  private static final int LONGEST = 8;

  private final String ending;

  /** The first bytes, each as the character of its number. */
  private final String begin;

  ScanFormat(String ending, String begin) {
    this.ending = ending;
    this.begin = begin;
  }

  /** Of the file itself: a link is not followed. */
  public static Optional<ScanFormat> of(Path file) throws IOException {
    try (InputStream in =
        Channels.newInputStream(
            Files.newByteChannel(
                file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)))) {
      byte[] first = in.readNBytes(LONGEST);
      return of(first, first.length);
    }
  }

  static Optional<ScanFormat> of(byte[] bytes, int length) {
    for (ScanFormat format : values()) {
      if (format.begins(bytes, length)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  private boolean begins(byte[] bytes, int length) {
    if (length < begin.length()) {
      return false;
    }
    for (int i = 0; i < begin.length(); i++) {
      if ((bytes[i] & 0xff) != begin.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Of names, without the dot. */
  public String ending() {
    return ending;
  }
}
