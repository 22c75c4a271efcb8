package basedecl.desk.page;

import basedecl.message.Language;
import basedecl.message.Message;
import java.util.Arrays;
import java.util.Locale;
import java.util.MissingResourceException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.AbstractMessageSource;

/** The program's own sentences for the pages, so that each stands once in each language. */
public final class ProgramMessages extends AbstractMessageSource {

  /** The language of a request; Chinese unless English was asked for. */
  public static Language language(Locale locale) {
    return locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? Language.EN : Language.ZH;
  }

  @Override
  protected java.text.@Nullable MessageFormat resolveCode(String code, Locale locale) {
    return null;
  }

  @Override
  protected @Nullable String resolveCodeWithoutArguments(String code, Locale locale) {
    return text(code, new Object[0], locale);
  }

  @Override
  protected @Nullable String getMessageInternal(
      @Nullable String code, Object @Nullable [] arguments, @Nullable Locale locale) {
    if (code == null || locale == null) {
      return null;
    }
    return text(code, arguments == null ? new Object[0] : arguments, locale);
  }

  private static @Nullable String text(String code, Object[] arguments, Locale locale) {
    if (code.indexOf('.') < 1) {
      return null;
    }
    String[] words = Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new);
    try {
      return Message.of(code, words).in(language(locale));
    } catch (MissingResourceException unknown) {
      return null;
    }
  }
}
