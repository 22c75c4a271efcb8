package basedecl.desk.run;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.account.Role;
import basedecl.desk.BrowserView;
import basedecl.desk.DeskBrowser;
import basedecl.desk.DeskUnderTest;
import basedecl.message.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;

/** An operator's way: a form, a dry run, its real run, the summary, an output. */
@Tag("browser")
class OperatorWayTest {

  /** A path that the guide's picture may show. */
  private static final String OUTPUT = "output=target/operator/output";

  @ParameterizedTest
  @MethodSource("basedecl.desk.BrowserView#oneOfEach")
  void aJobIsStartedTriedRunAndItsOutputsLookedAt(BrowserView view, @TempDir Path folder)
      throws Exception {
    try (DeskUnderTest desk = OperatorAtWork.desk(folder, OUTPUT)) {
      DeskUnderTest.Ready account = desk.ready("operator-1", Role.OPERATOR);
      DeskBrowser browser = OperatorAtWork.signedIn(desk, account, view);
      browser.assertSound("operator-home");
      browser.open("/runs");
      browser.assertSound("runs-none");
      browser.open("/runs/new");
      browser.assertSound("runs-new");

      browser.open("/runs/new/declaration");
      browser.assertSound("run-form");
      choose(browser, "inbox", "inputs:inbox/plain");
      browser.press(By.cssSelector("button[value='real']"));
      waitForRun(browser, "1");
      browser.assertSound("run-completed");
      assertThat(browser.text()).contains("2024").contains("summary-2024.xlsx");
      byte[] summary =
          browser.download(
              String.valueOf(
                  browser
                      .find(By.xpath("//a[normalize-space()='summary-2024.xlsx']"))
                      .getDomAttribute("href")));
      assertThat(new String(summary, 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");
      browser.open("/runs/1/receipts?verdict=ACCEPTED");
      browser.assertSound("run-receipts");

      browser.open("/runs/new/limit-change");
      browser.fill("business-date", "July");
      browser.fill("from", "2024-07");
      browser.press(By.cssSelector("button[value='dry']"));
      browser.assertSound("run-form-refused");
      assertThat(browser.find(By.id("business-date-fault")).getText())
          .contains("business-date")
          .contains("July");
      assertThat(browser.find(By.id("from")).getDomProperty("value")).isEqualTo("2024-07");
      browser.fill("business-date", "2024-07-01");
      browser.press(By.cssSelector("button[value='dry']"));
      waitForRun(browser, "2");
      browser.assertSound("run-dry");
      browser.press(By.cssSelector("form[action^='/runs/after/'] button"));
      waitForRun(browser, "3");
      browser.assertSound("run-after-dry");
      assertThat(browser.find(By.id("beside-part")).getText())
          .contains(
              view.language() == Language.EN
                  ? List.of("Dry run (run 2)", "The two summaries are the same.")
                  : List.of("试算（运行 2）", "两次的小结完全一致。"));
      browser.open("/runs?job=limit-change");
      browser.assertSound("runs");
      assertThat(browser.driver().findElements(By.cssSelector("tbody tr"))).hasSize(2);

      lookUp(browser);
      policies(browser);
    }
  }

  private static void lookUp(DeskBrowser browser) throws IOException {
    browser.open("/runs/waiting");
    browser.assertSound("waiting");
    browser.open("/runs/reminders?state=not-declared");
    browser.assertSound("reminders");
    browser.open("/runs/files?job=late-fee");
    browser.fill("file", Path.of("samples/payments/2024-01.csv").toAbsolutePath().toString());
    browser.press(By.cssSelector("main form button"));
    browser.assertSound("run-files");
    browser.open("/runs/search");
    browser.press(By.cssSelector("main form button"));
    browser.assertSound("search-empty");
    browser.click(By.id("what-employer"));
    browser.fill("text", "0370700001");
    browser.press(By.cssSelector("main form button"));
    browser.assertSound("search-employer");
    assertThat(browser.path()).isEqualTo("/runs/search");
    assertThat(browser.text()).contains("0370700001");
  }

  private static void policies(DeskBrowser browser) throws IOException {
    browser.open("/policies");
    browser.assertSound("policies");
    browser.open("/policies/weifang-employee-medical?known-on=2024-01-26");
    browser.assertSound("policy");
    browser.open("/policies/try");
    browser.fill("limits.lower", "4500");
    browser.press(By.cssSelector("main form button"));
    browser.assertSound("policy-try");
    assertThat(browser.driver().findElements(By.cssSelector("svg rect"))).isNotEmpty();
  }

  private static void choose(DeskBrowser browser, String field, String value) {
    new Select(browser.find(By.name(field))).selectByValue(value);
  }

  private static void waitForRun(DeskBrowser browser, String run) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    while (!browser.path().equals("/runs/" + run)
        || !browser.driver().findElements(By.cssSelector("#state[hx-get]")).isEmpty()) {
      assertThat(System.nanoTime() - end).as(browser.path()).isNegative();
      Thread.sleep(300);
      browser.open(browser.path());
    }
  }
}
