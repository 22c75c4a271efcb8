package basedecl.desk;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.message.Language;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The first page, in every view. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HomePageTest {

  private DeskUnderTest desk;

  @BeforeAll
  void serve(@TempDir Path folder) throws IOException {
    desk = DeskUnderTest.start(folder);
  }

  @AfterAll
  void end() {
    desk.close();
  }

  @ParameterizedTest
  @MethodSource("basedecl.desk.BrowserView#all")
  void theFirstPageIsSoundInEveryView(BrowserView view) throws IOException {
    DeskBrowser browser = DeskBrowser.at(desk, view);
    browser.assertSound("home");
    assertThat(browser.driver().getTitle())
        .contains(view.language() == Language.EN ? "Home" : "首页");
  }

  @ParameterizedTest
  @MethodSource("basedecl.desk.BrowserView#oneOfEach")
  void theLanguageIsChosenOnThePageAndChosenBack(BrowserView view) throws IOException {
    DeskBrowser browser = DeskBrowser.at(desk, view);
    browser.press(view.language() == Language.EN ? "中文" : "English");
    browser.press(view.language() == Language.EN ? "English" : "中文");
    browser.assertSound("language-chosen");
  }
}
