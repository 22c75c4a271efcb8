package basedecl.message;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * A sentence to be said later, in the reader's language: a key and the words it needs. The part of
 * the key before the first dot names the bundle: {@code finding.ID_CHECKSUM} stands in {@code
 * messages-finding.properties} (Chinese) and {@code messages-finding_en.properties}. Arguments are
 * text; numbers are formatted by whoever makes the message.
 */
public record Message(String key, List<String> arguments) {

  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  public Message {
    arguments = List.copyOf(arguments);
  }

  public static Message of(String key, String... arguments) {
    return new Message(key, List.of(arguments));
  }

  public String in(Language language) {
    String pattern = bundleOf(key, language).getString(key);
    return new MessageFormat(pattern, Locale.ROOT).format(arguments.toArray());
  }

  /** Whether the bundle that {@code key} names has such a message. */
  public static boolean isKnown(String key) {
    return bundleOf(key, Language.ZH).containsKey(key);
  }

  private static ResourceBundle bundleOf(String key, Language language) {
    return ResourceBundle.getBundle(
        "messages-" + key.substring(0, key.indexOf('.')),
        language.locale(),
        Message.class.getClassLoader(),
        NO_FALLBACK);
  }
}
