package basedecl.desk.review;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.account.OneTimeCode;
import basedecl.account.Role;
import basedecl.desk.BrowserView;
import basedecl.desk.BrowserView.Screen;
import basedecl.desk.DeskBrowser;
import basedecl.desk.DeskUnderTest;
import basedecl.desk.declare.Clerk;
import basedecl.message.Language;
import basedecl.message.Message;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.By;

/**
 * A reviewer's way in a browser: from the queue over the scans to a decision, undone and taken
 * again, and what its employer then reads.
 */
@Tag("browser")
@Tag("run")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReviewWayTest {

  private static final Duration LONGEST = Duration.ofSeconds(90);

  @TempDir private static Path folder = Path.of("");

  private DeskUnderTest desk;
  private Handed handed;

  @BeforeAll
  void serve() throws Exception {
    desk = DeskUnderTest.start(folder);
    handed = new Handed(desk, folder);
    String[] employers = {"0370700001", "0370700002", "0370700003"};
    handed.declare(employers);
    handed.scans(employers);
  }

  @AfterAll
  void end() {
    desk.close();
  }

  static Stream<Arguments> views() {
    return Stream.of(
        Arguments.of(BrowserView.USUAL, "0370700001"),
        Arguments.of(new BrowserView(Screen.PHONE, Language.EN, false), "0370700002"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("views")
  void fromTheQueueToWhatTheEmployerReads(BrowserView view, String employer) throws Exception {
    DeskBrowser browser = DeskBrowser.at(desk, view);
    signIn(browser, view, desk.ready("shen-" + employer, Role.REVIEWER));
    browser.assertSound("review-01-home");
    press(browser, "//header//a[normalize-space()='%s']", say(view, "desk.review.menu"));
    browser.assertSound("review-02-queue");
    browser.press(By.partialLinkText(employer));
    assertThat(browser.text()).contains("2024-" + employer + "-V1-");
    assertThat(browser.driver().findElements(By.cssSelector("iframe.scan"))).hasSize(1);
    browser.press(By.partialLinkText("detail-01.jpg"));
    assertThat(browser.find(By.cssSelector("iframe.scan")).getDomAttribute("src"))
        .contains("/detail-01.jpg");
    browser.press(By.partialLinkText("summary-01.png"));
    browser.assertSound("review-03-employer");

    browser.click(By.id("decision-return"));
    press(browser, "//main//button[.='%s']", say(view, "desk.review.decide"));
    assertThat(browser.text()).contains(say(view, "desk.review.why-returned"));
    browser.assertSound("review-04-why");
    giveBack(browser, view);
    assertThat(browser.text())
        .contains(say(view, "desk.review.recorded"), "明细表缺少职工签字；第 2 页", "shen-" + employer);
    browser.assertSound("review-05-recorded");
    press(browser, "//main//button[.='%s']", say(view, "desk.review.undo"));
    assertThat(browser.text()).contains(say(view, "desk.review.undone"));
    assertThat(handed.state(employer)).isEqualTo("UNDER_REVIEW");
    giveBack(browser, view);

    browser.press(By.partialLinkText(say(view, "desk.review.to-run")));
    browser.assertSound("review-06-decided");
    press(browser, "//main//button[.='%s']", say(view, "desk.review.run-now"));
    until(browser, "/review/" + employer, say(view, "explain.state.RETURNED"));
    browser.assertSound("review-07-returned");
    Clerk clerk = Clerk.of(desk, "clerk-" + employer, employer);
    assertThat(clerk.get("/declare/result").body()).contains("明细表缺少职工签字；第 2 页", "已退回");
  }

  private static void giveBack(DeskBrowser browser, BrowserView view) {
    browser.click(By.id("decision-return"));
    browser.click(By.id("ground-signatures"));
    browser.fill("opinion", "第 2 页");
    press(browser, "//main//button[.='%s']", say(view, "desk.review.decide"));
  }

  private void signIn(DeskBrowser browser, BrowserView view, DeskUnderTest.Ready account) {
    browser.open("/sign-in");
    browser.fill("name", account.name());
    browser.fill("password", DeskUnderTest.PASSWORD);
    press(browser, "//main//button[normalize-space()='%s']", say(view, "desk.sign-in"));
    desk.pass(Duration.ofSeconds(30));
    browser.fill("code", OneTimeCode.at(account.secret().orElseThrow(), desk.now()));
    browser.press(By.cssSelector("main form button[type=submit]"));
    assertThat(browser.path()).isEqualTo("/");
  }

  private static void press(DeskBrowser browser, String path, String words) {
    browser.press(By.xpath(path.formatted(words)));
  }

  private static void until(DeskBrowser browser, String page, String words) throws Exception {
    long end = System.nanoTime() + LONGEST.toNanos();
    browser.open(page);
    while (!browser.text().contains(words)) {
      assertThat(System.nanoTime() - end).as(words).isNegative();
      Thread.sleep(300);
      browser.open(page);
    }
  }

  private static String say(BrowserView view, String key) {
    return Message.of(key).in(view.language());
  }
}
