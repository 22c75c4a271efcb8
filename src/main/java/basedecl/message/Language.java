package basedecl.message;

import java.util.Locale;

/** The two languages of every message; Chinese is the default. */
public enum Language {
  ZH(Locale.ROOT),
  EN(Locale.ENGLISH);

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  /** The locale of the message bundles: the root bundle is the Chinese one. */
  Locale locale() {
    return locale;
  }
}
