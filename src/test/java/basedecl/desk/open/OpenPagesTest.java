package basedecl.desk.open;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.cli.InProcess;
import basedecl.desk.BrowserView;
import basedecl.desk.DeskBrowser;
import basedecl.desk.DeskUnderTest;
import basedecl.message.Language;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** The pages that need no account, in every view. */
@Tag("browser")
@Tag("run")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenPagesTest {

  private static final Path GOOD = Path.of("samples", "inbox", "plain", "2024年度缴费基数申报表.xlsx");
  private static final Path FAULTY = Path.of("samples", "inbox", "refused-rows", "id-missing.xlsx");
  private static final String PERSON = "370700198503160021";

  private DeskUnderTest desk;
  private String code = "";

  @BeforeAll
  void serveALedgerWithAProof(@TempDir Path folder) throws IOException {
    String database = "database=jdbc:h2:file:" + folder.resolve("ledger").toAbsolutePath();
    assertThat(
            InProcess.run(
                    "run",
                    "jobs/special-payment.yaml",
                    "--set",
                    database,
                    "--set",
                    "work=" + folder.resolve("work"),
                    "--set",
                    "output=" + folder.resolve("output"))
                .status())
        .isZero();
    InProcess.Ended issued =
        InProcess.run(
            "certificate",
            "--person",
            PERSON,
            "--year",
            "2022",
            "--output",
            folder.resolve("proof.xlsx").toString(),
            "--set",
            database,
            "--set",
            "business-date=2022-12-13");
    Matcher printed = Pattern.compile("[0-9A-F]{4}(-[0-9A-F]{4}){4}").matcher(issued.said());
    assertThat(printed.find()).as(issued.said()).isTrue();
    code = printed.group();
    desk = DeskUnderTest.start(folder);
  }

  @AfterAll
  void end() {
    desk.close();
  }

  @ParameterizedTest
  @MethodSource("basedecl.desk.BrowserView#all")
  void theBlankDeclarationIsDownloadedInTheReadersLanguage(BrowserView view)
      throws IOException, InterruptedException {
    DeskBrowser browser = DeskBrowser.at(desk, view);
    browser.press(By.cssSelector("main .tiles a"));
    assertThat(browser.path()).isEqualTo("/template");
    browser.click(By.tagName("summary"));
    browser.assertSound("template");
    for (WebElement link : browser.driver().findElements(By.cssSelector("main a[download]"))) {
      byte[] file = browser.download(Objects.requireNonNull(link.getDomAttribute("href")));
      try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
        assertThat(workbook.getSheet("填表说明").getRow(0).getCell(0).getStringCellValue())
            .isEqualTo(view.language() == Language.EN ? "Instructions" : "填表说明");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("basedecl.desk.BrowserView#all")
  void aProofIsVerifiedByTheCodeOnIt(BrowserView view) throws IOException {
    boolean english = view.language() == Language.EN;
    DeskBrowser browser = DeskBrowser.at(desk, view);
    browser.open("/verify");
    browser.assertSound("verify");
    browser.fill("code", code.replace("-", " ").toLowerCase(Locale.ROOT));
    browser.press(By.cssSelector("main form button"));
    browser.assertSound("verify-found");
    assertThat(browser.text())
        .contains("孟晓岚", "2022-12-13", english ? "Valid" : "有效")
        .doesNotContain(PERSON);
    assertThat(browser.driver().getCurrentUrl()).endsWith("/verify");
    browser.fill("code", "0000-0000-0000-0000-0000");
    browser.press(By.cssSelector("main form button"));
    browser.assertSound("verify-unknown");
    assertThat(browser.find(By.cssSelector("[role=alert]")).getText())
        .contains(english ? "No proof with this code" : "没有开具过");
    assertThat(
            desk.template()
                .queryForList(
                    "SELECT subject FROM account_event WHERE kind = 'PROOF_VERIFIED' ORDER BY event_id"
                        + " DESC LIMIT 2",
                    String.class))
        .containsExactly("", code.substring(0, 4) + "…" + code.substring(20));
  }

  @ParameterizedTest
  @MethodSource("basedecl.desk.BrowserView#oneOfEach")
  void whatIsNoCodeIsToldAtItsFieldAndKept(BrowserView view) throws IOException {
    DeskBrowser browser = DeskBrowser.at(desk, view);
    browser.open("/verify");
    browser.fill("code", "12-34");
    browser.press(By.cssSelector("main form button"));
    WebElement field = browser.find(By.name("code"));
    assertThat(field.getDomAttribute("value")).isEqualTo("12-34");
    assertThat(field.getDomAttribute("aria-invalid")).isEqualTo("true");
    assertThat(field.getDomAttribute("aria-describedby")).contains("code-error");
    assertThat(browser.find(By.id("code-error")).getText())
        .contains(view.language() == Language.EN ? "20 digits" : "20 位");
  }

  @ParameterizedTest
  @MethodSource("basedecl.desk.BrowserView#all")
  void aFileIsCheckedAndNotKept(BrowserView view) throws IOException {
    boolean english = view.language() == Language.EN;
    DeskBrowser browser = DeskBrowser.at(desk, view);
    browser.open("/check");
    browser.assertSound("check-file");
    browser.fill("file", FAULTY.toAbsolutePath().toString());
    browser.press(By.cssSelector("main button[value=page]"));
    browser.assertSound("check-file-faulty");
    assertThat(browser.path()).isEqualTo("/check");
    assertThat(browser.text())
        .contains(FAULTY.getFileName().toString(), english ? "Errors:" : "处错误");
    browser.fill("file", GOOD.toAbsolutePath().toString());
    browser.press(By.cssSelector("main button[value=page]"));
    browser.assertSound("check-file-good");
    assertThat(browser.text()).contains(english ? "No errors." : "没有错误");
    try (Stream<Path> left = Files.walk(desk.work())) {
      assertThat(left.filter(Files::isRegularFile).map(Path::toString))
          .noneMatch(name -> name.contains("upload"));
    }
  }
}
