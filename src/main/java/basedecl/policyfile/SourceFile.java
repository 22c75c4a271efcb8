package basedecl.policyfile;

import basedecl.message.Message;
import basedecl.message.RefusedException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A configuration file: the name by which a message calls it, its text, and the first twelve
 * hexadecimal digits of the SHA-256 of its bytes.
 */
record SourceFile(String name, String text, String version) {

  private static final int VERSION_DIGITS = 12;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  static SourceFile of(String name, byte[] bytes) {
    return new SourceFile(name, decoded(name, bytes), digest(bytes));
  }

  /** The file's name without folder and ending: what {@code policy:} inside it must say. */
  String stem() {
    String last = name.substring(name.replace('\\', '/').lastIndexOf('/') + 1);
    return last.substring(0, last.lastIndexOf('.'));
  }

  /** A refusal that names this file and the line. */
  RefusedException refusal(String key, int line, String... words) {
    String[] arguments = new String[words.length + 2];
    arguments[0] = name;
    arguments[1] = Integer.toString(line);
    System.arraycopy(words, 0, arguments, 2, words.length);
    return new RefusedException(Message.of(key, arguments));
  }

  private static String decoded(String name, byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new RefusedException(Message.of("policy.not-utf8", name), e);
    }
  }

  private static String digest(byte[] bytes) {
    return DigestUtils.sha256Hex(bytes).substring(0, VERSION_DIGITS);
  }
}
