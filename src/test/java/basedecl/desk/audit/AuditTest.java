package basedecl.desk.audit;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.account.Account;
import basedecl.account.OneTimeCode;
import basedecl.account.OneTimePassword;
import basedecl.account.OneTimeSecret;
import basedecl.account.Role;
import basedecl.account.SignInName;
import basedecl.desk.BrowserView;
import basedecl.desk.DeskBrowser;
import basedecl.desk.DeskUnderTest;
import basedecl.desk.Visitor;
import basedecl.job.desk.JobRequest;
import basedecl.job.desk.RunDesk;
import basedecl.ledger.account.NewAccount;
import basedecl.message.Language;
import basedecl.person.IdNumber;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.By;

/** The auditor's way from the list to an outcome, over the samples' employers at the limits. */
@Tag("browser")
@Tag("run")
@SuppressWarnings("NullAway.Init")
class AuditTest {

  /** Flagged, of 潍城区; 038 is of 坊子区, 039 of 寒亭区. */
  private static final String EMPLOYER = "0370700037";

  /** Of which nothing comes here. */
  private static final String LEFT_ALONE = "0370700038";

  @TempDir static Path folder = Path.of("");

  private static DeskUnderTest desk;
  private static int codes;

  @BeforeAll
  static void begin() throws Exception {
    desk = DeskUnderTest.start(folder);
    Path inbox = Files.createDirectories(folder.resolve("inbox"));
    try (Stream<Path> files = Files.list(Path.of("samples/inbox/limits"))) {
      for (Path file : files.toList()) {
        Files.copy(file, inbox.resolve(String.valueOf(file.getFileName())));
      }
    }
    run(
        "declaration",
        Map.of("inbox", inbox.toString(), "settle-seconds", "1", "workbooks", "none"));
    run(
        "audit",
        Map.of(
            "tax-wages",
            "samples/audit/tax-wages.csv",
            "last-year",
            "samples/audit/last-year.csv"));
  }

  @AfterAll
  static void end() {
    desk.close();
  }

  private static void run(String job, Map<String, String> settings) throws InterruptedException {
    RunDesk.Asked asked = desk.runs().start(new JobRequest(job, settings));
    ended(asked.number());
  }

  private static void ended(long asked) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
    while (desk.runs().ended(asked).isEmpty()) {
      assertThat(System.nanoTime() - end).isNegative();
      Thread.sleep(50);
    }
    assertThat(desk.runs().ended(asked).orElseThrow().outcome().isDone()).isTrue();
  }

  private static DeskUnderTest.Ready auditor(String name, Optional<String> agency) {
    desk.accounts()
        .add(
            NewAccount.ofCentre(new SignInName(name), Role.AUDITOR, agency),
            OneTimePassword.draw(new SplittableRandom(1)),
            desk.now().plus(OneTimePassword.VALID));
    Account account = desk.accounts().find(name).orElseThrow();
    desk.accounts().changePassword(account.id(), DeskUnderTest.PASSWORD);
    OneTimeSecret secret = OneTimeSecret.draw(new SplittableRandom(name.hashCode()));
    desk.accounts().enrol(account.id(), secret, 0);
    return new DeskUnderTest.Ready(name, Optional.of(secret));
  }

  private static Visitor visitor(String name, Optional<String> agency) throws Exception {
    Visitor visitor = new Visitor(desk);
    visitor.signIn(auditor(name, agency));
    return visitor;
  }

  @Test
  void theListIsRankedAndItsFilterStaysInTheAddress() throws Exception {
    Visitor all = visitor("all", Optional.empty());
    String list = all.get("/audit").body();
    assertThat(list).contains(EMPLOYER, "0370700038", "0370700039", "72.73%", "潍城区");
    assertThat(all.get("/audit?agency=%E5%9D%8A%E5%AD%90%E5%8C%BA").body())
        .contains("0370700038")
        .doesNotContain(EMPLOYER);
    assertThat(all.get("/audit?signal=lower-limit-share&share=74").body())
        .contains("0370700038", "signal=lower-limit-share&amp;share=74")
        .doesNotContain(EMPLOYER);
    assertThat(all.get("/audit?follow=cleared").body()).contains("共 0 个单位");
    assertThat(all.get("/audit?follow=fresh&outcome=none").body()).contains(LEFT_ALONE);
    assertThat(all.get("/audit?share=most").body())
        .contains("请填写 0 到 100 的数", "value=\"most\"", "0370700039");
    assertThat(all.get("/").body()).contains("其中需自查自纠 3 个");
  }

  @Test
  void anAuditorOfAnAgencySeesNobodyElse() throws Exception {
    Visitor theirs = visitor("weicheng", Optional.of("潍城区"));
    assertThat(theirs.get("/audit").body())
        .contains(EMPLOYER)
        .doesNotContain("0370700038", "0370700039");
    assertThat(theirs.get("/audit?agency=%E5%9D%8A%E5%AD%90%E5%8C%BA").body())
        .doesNotContain("0370700038");
    try (XSSFWorkbook workbook =
        new XSSFWorkbook(new ByteArrayInputStream(theirs.download("/audit/workbook").body()))) {
      assertThat(codes(workbook)).containsExactly(EMPLOYER);
    }
    for (String path : List.of("", "/people", "/notice")) {
      assertThat(theirs.get("/audit/" + EMPLOYER + path).statusCode()).isEqualTo(200);
      assertThat(theirs.get("/audit/0370700038" + path).statusCode()).isEqualTo(404);
      assertThat(theirs.get("/audit/none" + path).statusCode()).isEqualTo(404);
    }
    String token = theirs.token("/audit/" + EMPLOYER);
    for (String path : List.of("/outcome", "/reveal", "/assess", "/assessed")) {
      assertThat(
              theirs
                  .postBare(
                      "/audit/0370700038" + path,
                      Map.of(
                          "_csrf",
                          token,
                          "kind",
                          "explained",
                          "note",
                          "x",
                          "reveal",
                          "1",
                          "line",
                          "1"))
                  .statusCode())
          .as(path)
          .isEqualTo(404);
    }
    assertThat(outcomes("0370700038")).isZero();
  }

  private static List<String> codes(XSSFWorkbook workbook) {
    return Stream.iterate(0, row -> row <= workbook.getSheetAt(0).getLastRowNum(), row -> row + 1)
        .map(workbook.getSheetAt(0)::getRow)
        .filter(row -> row != null && row.getCell(1) != null)
        .map(row -> row.getCell(1).toString())
        .filter(cell -> cell.startsWith("03707"))
        .toList();
  }

  private static long outcomes(String employer) {
    return Optional.ofNullable(
            desk.template()
                .queryForObject(
                    "SELECT COUNT(*) FROM audit_outcome WHERE employer_code = ?",
                    Long.class,
                    employer))
        .orElseThrow();
  }

  @Test
  void aNumberIsMaskedUntilItIsAskedForAndThenRecorded() throws Exception {
    Visitor all = visitor("asks", Optional.empty());
    String number =
        Optional.ofNullable(
                desk.template()
                    .queryForObject(
                        "SELECT p.id_number FROM declared_person p JOIN declaration d ON"
                            + " p.line_key = d.declaration_id * 2097152 + 1 WHERE d.employer_code = ?",
                        String.class,
                        LEFT_ALONE))
            .orElseThrow();
    String people = all.get("/audit/" + LEFT_ALONE + "/people").body();
    assertThat(people).contains(new IdNumber(number).toString()).doesNotContain(number);
    String to =
        Visitor.location(
            all.postBare(
                "/audit/" + LEFT_ALONE + "/reveal",
                Map.of("_csrf", all.token("/audit/" + LEFT_ALONE + "/people"), "reveal", "1")));
    assertThat(all.get(to.replaceFirst("^http://[^/]*", "")).body()).contains(number);
    assertThat(
            desk.template()
                .queryForObject(
                    "SELECT COUNT(*) FROM account_event WHERE kind = 'NUMBER_REVEALED' AND"
                        + " account_name = 'asks'",
                    Long.class))
        .isEqualTo(1);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("basedecl.desk.BrowserView#oneOfEach")
  void fromTheListToTheOutcome(BrowserView view) throws Exception {
    boolean chinese = view.language() == Language.ZH;
    String employer = chinese ? EMPLOYER : "0370700039";
    DeskBrowser browser = signedIn(view);
    browser.press(chinese ? "看还没有结果的单位" : "Employers without an outcome");
    browser.assertSound("audit-list");
    browser.click(By.cssSelector("#signal option[value='lower-limit-share']"));
    browser.press(By.cssSelector("form.filter button"));
    assertThat(browser.driver().getCurrentUrl()).contains("outcome=none", "lower-limit-share");
    browser.press(By.cssSelector("a[href='/audit/" + employer + "']"));
    browser.assertSound("audit-employer");
    assertThat(browser.text()).contains(chinese ? "需自查自纠" : "Asked for");
    browser.press(By.cssSelector("#outcomes ~ form button"));
    browser.assertSound("audit-outcome-faults");
    browser.click(By.id("kind-explained"));
    browser.fill("note", "停产三个月，已附说明");
    browser.press(By.cssSelector("#outcomes ~ form button"));
    assertThat(browser.text()).contains("停产三个月，已附说明");
    assertThat(outcomes(employer)).isEqualTo(1);
    assess(browser, employer, chinese);
    browser.open("/audit?outcome=assessed");
    byte[] workbook =
        browser.download(
            Objects.requireNonNull(
                browser
                    .find(By.cssSelector("a[href^='/audit/workbook']"))
                    .getDomAttribute("href")));
    try (XSSFWorkbook read = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
      assertThat(codes(read)).contains(employer);
    }
  }

  private void assess(DeskBrowser browser, String employer, boolean chinese) throws Exception {
    browser.open("/audit/" + employer + "/people");
    browser.assertSound("audit-people");
    browser.click(By.cssSelector("tbody tr:first-child input[type=checkbox]"));
    browser.press(chinese ? "核定所选人员" : "Assess those chosen");
    browser.press(chinese ? "核定" : "Assess");
    browser.assertSound("audit-assess");
    browser.press(chinese ? "核定" : "Assess");
    browser.assertSound("audit-assess-faults");
    browser.fill("wage-1", "6180.50");
    browser.fill("basis-1", "工资台账");
    browser.press(chinese ? "核定" : "Assess");
    long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (outcomes(employer) < 2) {
      assertThat(System.nanoTime() - end).isNegative();
      Thread.sleep(100);
    }
    browser.open("/audit/" + employer);
    browser.assertSound("audit-assessed");
    assertThat(browser.text()).contains("6,180.50", "工资台账", chinese ? "已核定" : "Assessed");
  }

  private static DeskBrowser signedIn(BrowserView view) throws IOException {
    codes++;
    DeskUnderTest.Ready ready = auditor("w" + codes, Optional.empty());
    DeskBrowser browser = DeskBrowser.at(desk, view);
    browser.open("/sign-in");
    browser.fill("name", ready.name());
    browser.fill("password", DeskUnderTest.PASSWORD);
    browser.press(By.cssSelector("main button[type=submit]"));
    desk.pass(Duration.ofSeconds(30));
    browser.fill("code", OneTimeCode.at(ready.secret().orElseThrow(), desk.now()));
    browser.press(By.cssSelector("main button[type=submit]"));
    return browser;
  }
}
