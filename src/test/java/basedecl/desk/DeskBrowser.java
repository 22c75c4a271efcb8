package basedecl.desk;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.message.Language;
import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * Debian's Chromium without a window, one for all tests of a run. A test looks at a desk in one of
 * the {@link BrowserView}s, opens pages, fills in and presses, and asks at each page whether it is
 * {@link #assertSound sound}:
 *
 * <pre>{@code
 * DeskBrowser browser = DeskBrowser.at(desk, view);
 * browser.open("/template");
 * browser.assertSound("template");
 * browser.press(By.cssSelector("main button"));
 * }</pre>
 */
public final class DeskBrowser {

  private static final Path BROWSER = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

  /** Where a picture of each page looked at is left. */
  private static final Path PICTURES = Path.of("target", "browser");

  /** The conformance the desk is held to: WCAG 2.2 A and AA, and what is good practice beside. */
  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  /** Tests run one after another, so one browser serves them all; it is ended with the JVM. */
  private static @Nullable ChromeDriver shared;

  /** How long a page may take to come on a busy machine. */
  private static final Duration LONGEST = Duration.ofSeconds(60);

  /** Each look is a question to the browser, which is to make the page meanwhile. */
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

  private final ChromeDriver driver;
  private final DeskUnderTest desk;

  private static final boolean FOR_THE_GUIDE = Boolean.getBoolean("basedecl.guide.write");

  /** What {@code make guide} keeps of the pictures, and under which name. */
  private static final Map<String, String> GUIDE_PICTURES =
      Map.of(
          "way-10-check-faulty", "check-faulty",
          "way-12-confirm-1", "confirm",
          "way-14-receipt-accepted-1", "receipt",
          "review-03-employer", "review",
          "accounts-one", "account",
          "audit-employer", "audit-employer",
          "run-after-dry", "run-beside");

  private static final Path GUIDE = Path.of("src", "docs", "pictures");

  private final BrowserView view;

  private DeskBrowser(ChromeDriver driver, DeskUnderTest desk, BrowserView view) {
    this.driver = driver;
    this.desk = desk;
    this.view = view;
  }

  /** A browser that has never seen the desk, at its first page. */
  public static DeskBrowser at(DeskUnderTest desk, BrowserView view) {
    DeskBrowser browser = new DeskBrowser(started(), desk, view);
    browser.begin();
    return browser;
  }

  private static synchronized ChromeDriver started() {
    if (shared == null) {
      assertThat(BROWSER).as("make browser installs it").isExecutable();
      assertThat(DRIVER).as("make browser installs it").isExecutable();
      ChromeDriver begun =
          new ChromeDriver(
              new ChromeDriverService.Builder()
                  .usingDriverExecutable(DRIVER.toFile())
                  .usingAnyFreePort()
                  .build(),
              options());
      Runtime.getRuntime().addShutdownHook(new Thread(begun::quit, "end-browser"));
      shared = begun;
    }
    return shared;
  }

  private static ChromeOptions options() {
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(BROWSER.toFile());
    options.addArguments(
        "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu");
    options.setCapability("goog:loggingPrefs", logs);
    return options;
  }

  private void begin() {
    driver.manage().deleteAllCookies();
    driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of(
            "width",
            view.screen().width,
            "height",
            view.screen().height,
            "deviceScaleFactor",
            1,
            "mobile",
            false));
    open(view.language() == Language.EN ? "/?lang=en" : "/");
    messages();
  }

  public ChromeDriver driver() {
    return driver;
  }

  public void open(String path) {
    scripts(view.script());
    driver.get(desk.at(path).toString());
  }

  /** The path that is open, without its query. */
  public String path() {
    return java.net.URI.create(Objects.requireNonNull(driver.getCurrentUrl())).getPath();
  }

  public WebElement find(By place) {
    return driver.findElement(place);
  }

  /** What the page says below its header. */
  public String text() {
    return find(By.tagName("main")).getText();
  }

  /** Fills a field in, by its {@code name}; a file's path fills in a field for a file. */
  public void fill(String name, String value) {
    WebElement field = find(By.name(name));
    if (!"file".equals(field.getDomAttribute("type"))) {
      field.clear();
    }
    field.sendKeys(value);
  }

  /** Presses what leads to another page, a button or link with these words, and waits for it. */
  public void press(String words) {
    press(
        By.xpath(
            "//button[normalize-space()='%1$s'] | //a[normalize-space()='%1$s']".formatted(words)));
  }

  /** Presses what leads to another page, and waits for that page. */
  public void press(By place) {
    WebElement page = find(By.tagName("html"));
    click(place);
    long end = System.nanoTime() + LONGEST.toNanos();
    while (isThere(page)) {
      assertThat(System.nanoTime() - end).as(place + " leads on").isNegative();
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
  }

  private static boolean isThere(WebElement page) {
    try {
      return page.isEnabled();
    } catch (WebDriverException e) {
      // Stale, or a node that the inspector has lost already.
      return false;
    }
  }

  /** Clicks what stays on the page: a box to tick, a choice, what unfolds. */
  public void click(By place) {
    scripts(view.script());
    find(place).click();
  }

  /** The bytes behind a link or address of the desk, got as whoever is signed in. */
  public byte[] download(String address) throws IOException, InterruptedException {
    String cookies =
        driver.manage().getCookies().stream()
            .map(cookie -> cookie.getName() + "=" + cookie.getValue())
            .collect(Collectors.joining("; "));
    HttpResponse<byte[]> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(desk.at("/").resolve(address))
                    .header("Cookie", cookies)
                    .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).as(address).isEqualTo(200);
    return answer.body();
  }

  /**
   * Holds what every page must be: no violation of WCAG 2.2 A and AA or of good practice, nothing
   * said on the console, nothing to scroll sideways, its language and a title stated. Leaves a
   * picture in {@code target/browser}.
   *
   * @param name of the picture, beside the view's
   */
  public void assertSound(String name) throws IOException {
    Path picture = PICTURES.resolve(name + "-" + view + ".png");
    picture(picture);
    if (FOR_THE_GUIDE && view.toString().equals("desktop-zh")) {
      Optional<String> inGuide = Optional.ofNullable(GUIDE_PICTURES.get(name));
      if (inGuide.isPresent()) {
        Files.createDirectories(GUIDE);
        Files.copy(
            picture,
            GUIDE.resolve(inGuide.get() + ".png"),
            java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      }
    }
    assertThat(messages()).as("console at " + path()).isEmpty();
    assertThat(find(By.tagName("html")).getDomAttribute("lang"))
        .isEqualTo(view.language() == Language.EN ? "en" : "zh-CN");
    assertThat(driver.getTitle()).isNotBlank();
    assertThat(driver.findElements(By.tagName("h1"))).as("h1 at " + path()).hasSize(1);
    assertThat(find(By.tagName("body")).getText()).as("texts without words").doesNotContain("??");
    // The page was made with or without its script; the measuring needs one.
    scripts(true);
    assertThat(
            driver.executeScript(
                "return document.documentElement.scrollWidth - document.documentElement.clientWidth"))
        .as("pixels to scroll sideways at " + path())
        .isEqualTo(0L);
    assertThat(violations()).as("violations at " + path()).isEmpty();
    messages();
    scripts(view.script());
  }

  private List<String> violations() {
    // The only frames are those of scans: pictures, in which a script could not be begun.
    AxeRunOptions options = new AxeRunOptions();
    options.setResultTypes(List.of("violations"));
    return new AxeBuilder()
            .withOptions(options)
            .disableIframeTesting()
            .withTags(WCAG)
            .analyze(driver)
            .getViolations()
            .stream()
            .flatMap(DeskBrowser::each)
            .toList();
  }

  private static Stream<String> each(Rule rule) {
    return rule.getNodes().stream()
        .map(node -> rule.getId() + ": " + rule.getHelp() + ": " + node.getHtml());
  }

  /**
   * A picture of what the screen shows; for the guide one of the whole page, which Chromium now and
   * then does not come back from.
   */
  public void picture(Path file) throws IOException {
    Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
    if (FOR_THE_GUIDE) {
      Files.write(file, wholePage());
    } else {
      Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
    }
  }

  private byte[] wholePage() {
    Map<?, ?> size =
        (Map<?, ?>)
            Objects.requireNonNull(
                driver.executeCdpCommand("Page.getLayoutMetrics", Map.of()).get("cssContentSize"));
    Map<String, Object> whole =
        driver.executeCdpCommand(
            "Page.captureScreenshot",
            Map.of(
                "captureBeyondViewport",
                true,
                "clip",
                Map.of(
                    "x",
                    0,
                    "y",
                    0,
                    "width",
                    Objects.requireNonNull(size.get("width")),
                    "height",
                    Objects.requireNonNull(size.get("height")),
                    "scale",
                    1)));
    return Base64.getDecoder().decode(String.valueOf(whole.get("data")));
  }

  private List<String> messages() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::toString)
        // The browser's own note that it obeyed a header of the sign-out.
        .filter(message -> !message.contains("Clear-Site-Data header on"))
        // Likewise, that a form came back with what is wrong in it.
        .filter(message -> !message.contains("responded with a status of 400"))
        .toList();
  }

  private void scripts(boolean allowed) {
    driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !allowed));
  }
}
