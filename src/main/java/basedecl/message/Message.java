package basedecl.message;

import java.math.BigDecimal;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence to be said later, in the reader's language: a key and the words it needs. The part of
 * the key before the first dot names the bundle: {@code finding.ID_CHECKSUM} stands in {@code
 * messages-finding.properties} (Chinese) and {@code messages-finding_en.properties}. Arguments are
 * text; numbers are formatted by whoever makes the message. A count that is worth no word at zero
 * stands in a choice, {@code {2,choice,0#|1#, refused {2}}}.
 */
public record Message(String key, List<String> arguments) {

  private static final Pattern CHOICE = Pattern.compile("\\{(\\d+),choice,");

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
    Object[] words = arguments.toArray();
    Matcher choice = CHOICE.matcher(pattern);
    while (choice.find()) {
      int index = Integer.parseInt(choice.group(1));
      words[index] = new BigDecimal(arguments.get(index).replace(",", ""));
    }
    return new MessageFormat(pattern, Locale.ROOT).format(words);
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
