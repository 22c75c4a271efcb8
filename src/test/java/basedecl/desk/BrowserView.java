package basedecl.desk;

import basedecl.message.Language;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * One way of looking at the pages. A test that takes all of them is parameterised by {@link #all};
 * one that walks a long way takes {@link #oneOfEach}.
 */
public record BrowserView(Screen screen, Language language, boolean script) {

  /** A window's inner size in pixels. */
  public enum Screen {
    DESKTOP(1280, 900),
    /** The narrowest a page must be usable at (WCAG 1.4.10 names 320 at 400 %, the desk 375). */
    PHONE(375, 812);

    final int width;
    final int height;

    Screen(int width, int height) {
      this.width = width;
      this.height = height;
    }
  }

  public static final BrowserView USUAL = new BrowserView(Screen.DESKTOP, Language.ZH, true);

  /** Both screens, both languages, with and without JavaScript. */
  public static Stream<BrowserView> all() {
    return Arrays.stream(Screen.values())
        .flatMap(
            screen ->
                Arrays.stream(Language.values())
                    .flatMap(
                        language ->
                            Stream.of(true, false)
                                .map(script -> new BrowserView(screen, language, script))));
  }

  /** Each screen, each language, script and none, once at least. */
  public static Stream<BrowserView> oneOfEach() {
    return Stream.of(USUAL, new BrowserView(Screen.PHONE, Language.EN, false));
  }

  @Override
  public String toString() {
    return (screen + "-" + language + (script ? "" : "-noscript")).toLowerCase(Locale.ROOT);
  }
}
