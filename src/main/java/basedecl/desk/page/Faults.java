package basedecl.desk.page;

import basedecl.message.Message;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What is wrong with a form, field by field: {@code fragments.html} shows the sentences at the top,
 * and one at each field. A controller's method that takes it gets an empty one.
 */
public final class Faults {

  private static final long MINUTES_FROM = 120;

  private final Map<String, String> byField = new LinkedHashMap<>();
  private final Locale locale;

  Faults(Locale locale) {
    this.locale = locale;
  }

  public boolean isEmpty() {
    return byField.isEmpty();
  }

  /** The sentences by the {@code id} of their field, in the order in which they were found. */
  public Map<String, String> byField() {
    return byField;
  }

  public void at(String field, Message sentence) {
    byField.put(field, sentence.in(ProgramMessages.language(locale)));
  }

  /** Too many attempts: when the next one is looked at. */
  public void waiting(String field, long seconds, HttpServletResponse response) {
    response.setStatus(429);
    response.setHeader("Retry-After", Long.toString(seconds));
    at(
        field,
        seconds < MINUTES_FROM
            ? Message.of("desk.sign-in.wait-seconds", Long.toString(seconds))
            : Message.of("desk.sign-in.wait-minutes", Long.toString((seconds + 59) / 60)));
  }
}
