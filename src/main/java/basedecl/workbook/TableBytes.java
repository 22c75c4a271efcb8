package basedecl.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** XML as UTF-8 in one reused buffer: text, digits and fen without objects in between. */
public final class TableBytes {

  static final int SIZE = 1 << 16;
  private static final int LONGEST_CHAR = 8;
  private static final int LONGEST_LONG = 20;
  private static final int NO_HOLE = -1;
  private static final int ROOM_BEHIND_A_HOLE = 1 << 14;
  private static final int REPLACEMENT = 0xFFFD;

  /** Excel takes no more characters in a cell. */
  static final int LONGEST_TEXT = 32_767;

  private final OutputStream out;
  private final byte[] buffer = new byte[SIZE];
  private int length;
  private int hole = NO_HOLE;

  public TableBytes(OutputStream out) {
    this.out = out;
  }

  /** Hands on what is in the buffer: to be called last. */
  public void flush() throws IOException {
    out.write(buffer, 0, length);
    length = 0;
    hole = NO_HOLE;
  }

  /** {@code bytes} that {@link #fill(byte[])} may replace while they are in the buffer. */
  TableBytes hole(byte[] bytes) throws IOException {
    room(ROOM_BEHIND_A_HOLE);
    hole = length;
    return raw(bytes);
  }

  /**
   * Replaces the last hole by as many bytes; what has left the buffer stays as it is, which takes a
   * row of more than {@value #ROOM_BEHIND_A_HOLE} bytes.
   */
  void fill(byte[] bytes) {
    if (hole != NO_HOLE) {
      System.arraycopy(bytes, 0, buffer, hole, bytes.length);
    }
  }

  /** Where the next bytes begin, of which at most {@code bytes} will be asked {@link #since}. */
  int stretch(int bytes) throws IOException {
    room(bytes);
    return length;
  }

  /** What was written since then. */
  byte[] since(int stretch) {
    return Arrays.copyOfRange(buffer, stretch, length);
  }

  /** At most {@value #SIZE} bytes as they are. */
  public TableBytes raw(byte[] bytes) throws IOException {
    return raw(bytes, bytes.length);
  }

  TableBytes raw(byte[] bytes, int count) throws IOException {
    room(count);
    System.arraycopy(bytes, 0, buffer, length, count);
    length += count;
    return this;
  }

  /** Markup of any length. */
  public TableBytes raw(String xml) throws IOException {
    byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > SIZE) {
      flush();
      out.write(bytes);
      return this;
    }
    return raw(bytes);
  }

  /** The digits of {@code value}. */
  public TableBytes digits(long value) throws IOException {
    room(LONGEST_LONG);
    if (value < 0) {
      return raw(Long.toString(value));
    }
    length += write(value, buffer, length);
    return this;
  }

  /** {@code fen} as yuan with two decimals. */
  TableBytes fen(long fen) throws IOException {
    room(LONGEST_LONG + 1);
    long rest = fen;
    if (rest < 0) {
      buffer[length++] = '-';
      rest = -rest;
    }
    boolean small = rest <= Integer.MAX_VALUE;
    length += write(small ? (int) rest / 100 : rest / 100, buffer, length);
    int cents = small ? (int) rest % 100 : (int) (rest % 100);
    buffer[length++] = '.';
    buffer[length++] = (byte) ('0' + cents / 10);
    buffer[length++] = (byte) ('0' + cents % 10);
    return this;
  }

  /** Writes the digits of {@code value}, which is not negative, and returns how many they are. */
  static int write(long value, byte[] into, int at) {
    return value <= Integer.MAX_VALUE ? write((int) value, into, at) : writeLong(value, into, at);
  }

  /** Most numbers are such ones, and are divided several times as fast. */
  private static int write(int value, byte[] into, int at) {
    int count = 1;
    for (int rest = value; rest >= 10; rest /= 10) {
      count++;
    }
    int rest = value;
    for (int i = at + count - 1; i >= at; i--) {
      into[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    return count;
  }

  private static int writeLong(long value, byte[] into, int at) {
    int count = 1;
    for (long rest = value; rest >= 10; rest /= 10) {
      count++;
    }
    long rest = value;
    for (int i = at + count - 1; i >= at; i--) {
      into[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    return count;
  }

  /**
   * {@code text} as the content of an element: markup escaped, characters that XML does not know
   * replaced by U+FFFD, text past Excel's limit cut with an ellipsis. A tab, line feed or carriage
   * return stays what it is, as does text that looks like Excel's own escape {@code _x0041_}.
   */
  public TableBytes text(String text) throws IOException {
    int end = text.length();
    if (end > LONGEST_TEXT) {
      return text(text.substring(0, LONGEST_TEXT - 2) + "…");
    }
    for (int i = 0; i < end; i++) {
      room(LONGEST_CHAR);
      char c = text.charAt(i);
      if (c >= 'a' || (c >= '0' && c <= '9')) {
        if (c < 0x80) {
          buffer[length++] = (byte) c;
        } else if (Character.isHighSurrogate(c)
            && i + 1 < end
            && Character.isLowSurrogate(text.charAt(i + 1))) {
          i++;
          supplementary(Character.toCodePoint(c, text.charAt(i)));
        } else {
          basic(Character.isSurrogate(c) || c >= 0xFFFE ? REPLACEMENT : c);
        }
      } else {
        seldom(c, text, i);
      }
    }
    return this;
  }

  private void seldom(char c, String text, int at) throws IOException {
    switch (c) {
      case '<' -> raw("&lt;");
      case '>' -> raw("&gt;");
      case '&' -> raw("&amp;");
      case '"' -> raw("&quot;");
      case '\r' -> raw("&#13;");
      case '\t', '\n' -> buffer[length++] = (byte) c;
      case '_' -> raw(looksLikeAnEscape(text, at) ? "_x005F_" : "_");
      default -> {
        if (c < ' ') {
          basic(REPLACEMENT);
        } else {
          buffer[length++] = (byte) c;
        }
      }
    }
  }

  private static boolean looksLikeAnEscape(String text, int at) {
    if (at + 6 >= text.length() || text.charAt(at + 1) != 'x' || text.charAt(at + 6) != '_') {
      return false;
    }
    for (int i = at + 2; i < at + 6; i++) {
      if (Character.digit(text.charAt(i), 16) < 0) {
        return false;
      }
    }
    return true;
  }

  private void basic(int c) {
    if (c < 0x800) {
      buffer[length++] = (byte) (0xC0 | c >> 6);
    } else {
      buffer[length++] = (byte) (0xE0 | c >> 12);
      buffer[length++] = (byte) (0x80 | (c >> 6 & 0x3F));
    }
    buffer[length++] = (byte) (0x80 | (c & 0x3F));
  }

  private void supplementary(int c) {
    buffer[length++] = (byte) (0xF0 | c >> 18);
    buffer[length++] = (byte) (0x80 | (c >> 12 & 0x3F));
    buffer[length++] = (byte) (0x80 | (c >> 6 & 0x3F));
    buffer[length++] = (byte) (0x80 | (c & 0x3F));
  }

  private void room(int bytes) throws IOException {
    if (length + bytes > SIZE) {
      flush();
    }
  }
}
