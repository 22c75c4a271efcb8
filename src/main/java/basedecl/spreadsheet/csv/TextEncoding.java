package basedecl.spreadsheet.csv;

import basedecl.spreadsheet.gate.FileReason;
import basedecl.spreadsheet.gate.RefusedFileException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The encoding of a text file, told by its bytes: a byte order mark, the zero bytes of UTF-16,
 * strict UTF-8, else GB18030. A text that none of them decodes without error is refused: no
 * character is ever replaced.
 */
public record TextEncoding(Charset charset, int markLength) {

  private static final Charset GB18030 = Charset.forName("GB18030");

  /** So many characters of several bytes in a row are UTF-8 by design, not by chance. */
  private static final int SURELY_UTF8 = 12;

  public static TextEncoding of(byte[] bytes) throws RefusedFileException {
    TextEncoding encoding = guess(bytes);
    refuseBinary(bytes, encoding);
    if (encoding.charset.equals(StandardCharsets.UTF_8)) {
      return encoding;
    }
    if (!decodes(bytes, encoding)) {
      throw encoding.charset.equals(GB18030) && looksBinary(bytes)
          ? FileReason.BINARY.refusal()
          : FileReason.ENCODING.refusal();
    }
    return encoding;
  }

  private static TextEncoding guess(byte[] b) throws RefusedFileException {
    if (startsWith(b, 0xEF, 0xBB, 0xBF)) {
      if (firstInvalidUtf8(b, 3).isPresent()) {
        throw FileReason.ENCODING.refusal();
      }
      return new TextEncoding(StandardCharsets.UTF_8, 3);
    }
    if (startsWith(b, 0xFF, 0xFE, 0, 0) || startsWith(b, 0, 0, 0xFE, 0xFF)) {
      throw FileReason.ENCODING.refusal();
    }
    if (startsWith(b, 0xFF, 0xFE)) {
      return new TextEncoding(StandardCharsets.UTF_16LE, 2);
    }
    if (startsWith(b, 0xFE, 0xFF)) {
      return new TextEncoding(StandardCharsets.UTF_16BE, 2);
    }
    Optional<TextEncoding> wide = evidentUtf16(b);
    if (wide.isPresent()) {
      return wide.get();
    }
    Optional<Broken> broken = firstInvalidUtf8(b, 0);
    if (broken.isEmpty()) {
      return new TextEncoding(StandardCharsets.UTF_8, 0);
    }
    if (broken.get().charactersBefore >= SURELY_UTF8) {
      throw FileReason.ENCODING.refusal();
    }
    return new TextEncoding(GB18030, 0);
  }

  private static boolean startsWith(byte[] b, int... mark) {
    if (b.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((b[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /** Separators and digits have a zero byte in UTF-16, always on the same side. */
  private static Optional<TextEncoding> evidentUtf16(byte[] b) {
    int looked = Math.min(b.length, 8192) & ~1;
    int evenZeros = 0;
    int oddZeros = 0;
    for (int i = 0; i < looked; i += 2) {
      evenZeros += b[i] == 0 ? 1 : 0;
      oddZeros += b[i + 1] == 0 ? 1 : 0;
    }
    if (oddZeros * 10 >= looked / 2 && evenZeros * 20 <= oddZeros && looked > 0) {
      return Optional.of(new TextEncoding(StandardCharsets.UTF_16LE, 0));
    }
    if (evenZeros * 10 >= looked / 2 && oddZeros * 20 <= evenZeros && looked > 0) {
      return Optional.of(new TextEncoding(StandardCharsets.UTF_16BE, 0));
    }
    return Optional.empty();
  }

  private record Broken(int charactersBefore) {}

  private static Optional<Broken> firstInvalidUtf8(byte[] b, int from) {
    int characters = 0;
    int i = from;
    while (i < b.length) {
      int lead = b[i];
      if (lead >= 0) {
        i++;
        continue;
      }
      int length = utf8Length(b, i);
      if (length == 0) {
        return Optional.of(new Broken(characters));
      }
      characters++;
      i += length;
    }
    return Optional.empty();
  }

  /** The length of the character of several bytes at {@code i}, 0 if there is none. */
  private static int utf8Length(byte[] b, int i) {
    int lead = b[i] & 0xFF;
    int length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || i + length > b.length) {
      return 0;
    }
    int second = b[i + 1] & 0xFF;
    boolean secondFits =
        switch (lead) {
          case 0xE0 -> second >= 0xA0;
          case 0xED -> second <= 0x9F;
          case 0xF0 -> second >= 0x90;
          case 0xF4 -> second <= 0x8F;
          default -> true;
        };
    for (int k = 1; k < length; k++) {
      if ((b[i + k] & 0xC0) != 0x80) {
        return 0;
      }
    }
    return secondFits ? length : 0;
  }

  private static boolean decodes(byte[] bytes, TextEncoding encoding) {
    CharsetDecoder decoder =
        encoding
            .charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes, encoding.markLength, bytes.length - encoding.markLength);
    CharBuffer out = CharBuffer.allocate(16_384);
    while (true) {
      CoderResult result = decoder.decode(in, out, true);
      if (result.isError()) {
        return false;
      }
      if (result.isUnderflow()) {
        return true;
      }
      out.clear();
    }
  }

  private static void refuseBinary(byte[] bytes, TextEncoding encoding)
      throws RefusedFileException {
    boolean wide = encoding.charset.name().startsWith("UTF-16");
    if (!wide && looksBinary(bytes)) {
      throw FileReason.BINARY.refusal();
    }
  }

  /** A zero byte, or more than a stray control character now and then. */
  private static boolean looksBinary(byte[] bytes) {
    int controls = 0;
    for (byte b : bytes) {
      if (b == 0) {
        return true;
      }
      if (b > 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1A) {
        controls++;
      }
    }
    return controls > 2 + bytes.length / 500;
  }
}
