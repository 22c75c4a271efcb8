package basedecl.desk.account;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.account.Account;
import basedecl.account.Event;
import basedecl.account.EventKind;
import basedecl.account.EventSubject;
import basedecl.account.OneTimeCode;
import basedecl.account.OneTimePassword;
import basedecl.account.Role;
import basedecl.account.SignInName;
import basedecl.declaration.Employer;
import basedecl.desk.BrowserView;
import basedecl.desk.DeskBrowser;
import basedecl.desk.DeskUnderTest;
import basedecl.desk.DeskUnderTest.Ready;
import basedecl.desk.Visitor;
import basedecl.ledger.account.EventLedger;
import basedecl.ledger.account.NewAccount;
import basedecl.ledger.account.PasswordHashes;
import basedecl.ledger.year.RosterLedger;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.By;

/** An administrator at the pages of accounts and of the record. */
@Tag("browser")
@Tag("run")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountPagesTest {

  private static final Pattern ONE_TIME = Pattern.compile("[2-9a-km-z]{4}(-[2-9a-km-z]{4}){3}");
  private static final String NUMBER = "370702199001010012";

  private DeskUnderTest desk;
  private Ready admin = new Ready("", Optional.empty());
  private Visitor visitor;

  @BeforeAll
  void serve(@TempDir Path folder) throws Exception {
    desk = DeskUnderTest.start(folder);
    new RosterLedger(desk.template())
        .replace(
            List.of(
                employer("0370700001", "奎文区"),
                employer("0370700002", "潍城区"),
                employer("0370700003", "潍城区"),
                employer("0370 07", "潍城区")));
    admin = desk.ready("admin", Role.ADMINISTRATOR);
    visitor = new Visitor(desk);
    visitor.signIn(admin);
  }

  @AfterAll
  void end() {
    desk.close();
  }

  private static Employer employer(String code, String agency) {
    return new Employer(
        code,
        "某单位",
        Optional.empty(),
        agency,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private Account account(String name) {
    return desk.accounts().find(name).orElseThrow();
  }

  private long id(String name) {
    return account(name).id();
  }

  private boolean opens(String name, String password) {
    return PasswordHashes.encoder().matches(password, desk.accounts().passwordHash(id(name)));
  }

  private List<Event> events() {
    return new EventLedger(desk.template())
        .newest(EventLedger.Search.ALL, 20).stream().map(EventLedger.Recorded::event).toList();
  }

  private static String oneTime(String page) {
    Matcher password = ONE_TIME.matcher(page);
    assertThat(password.find()).as(page).isTrue();
    return password.group();
  }

  @ParameterizedTest
  @MethodSource("basedecl.desk.BrowserView#oneOfEach")
  void anAccountIsMadeLockedUnlockedResetAndFoundInTheRecord(BrowserView view) throws Exception {
    String name = view.script() ? "Wang" : "Zhao";
    DeskBrowser browser = DeskBrowser.at(desk, view);
    signIn(browser);
    browser.assertSound("accounts-home");
    browser.open("/accounts/new");
    browser.assertSound("accounts-role");
    browser.press(By.cssSelector("main form button"));
    browser.fill("name", name);
    browser.fill("employers", "0370700009");
    browser.press(By.cssSelector("main form button"));
    assertThat(browser.find(By.id("employers-fault")).getText()).contains("0370700009");
    assertThat(browser.find(By.name("name")).getDomAttribute("value")).isEqualTo(name);
    browser.assertSound("accounts-new-faulty");
    browser.fill("employers", "0370700001，0370700002");
    browser.press(By.cssSelector("main form button"));
    browser.assertSound("accounts-handed");
    assertThat(opens(name, oneTime(browser.text()))).isTrue();
    assertThat(account(name).employers()).containsExactly("0370700001", "0370700002");
    browser.press(By.cssSelector("main .actions a.button"));
    browser.assertSound("accounts-one");
    browser.press(By.id("lock"));
    assertThat(account(name)).matches(Account::isLocked);
    browser.assertSound("accounts-locked");
    browser.press(By.id("unlock"));
    assertThat(account(name)).matches(each -> !each.isLocked());
    browser.press(By.id("reset"));
    assertThat(opens(name, oneTime(browser.text()))).isTrue();
    browser.open("/accounts?q=" + name + "&role=clerk&state=unchanged&agency=");
    browser.assertSound("accounts-list");
    assertThat(browser.text()).contains("0370700001 0370700002");
    browser.open("/record?on=" + name);
    browser.assertSound("record");
    assertThat(browser.driver().findElements(By.cssSelector("tbody tr"))).hasSize(4);
    browser.open("/accounts/import");
    browser.assertSound("accounts-import");
    browser.open("/sessions");
    browser.assertSound("sessions");
  }

  private void signIn(DeskBrowser browser) {
    browser.open("/sign-in");
    browser.fill("name", admin.name());
    browser.fill("password", DeskUnderTest.PASSWORD);
    browser.press(By.cssSelector("main form button"));
    desk.pass(Duration.ofSeconds(30));
    browser.fill("code", OneTimeCode.at(admin.secret().orElseThrow(), desk.now()));
    browser.press(By.cssSelector("main form button"));
  }

  @Test
  void whatTheCommandRefusesThePageRefusesAtItsField() throws Exception {
    assertThat(made("role", "clerk", "name", "ADMIN", "employers", "").body())
        .contains("id=\"name-fault\"", "用户名 ADMIN 已经有人使用", "角色 单位经办 需要写明 单位编号");
    assertThat(made("role", "auditor", "name", "li", "agency", "高密市").body())
        .contains("id=\"agency-fault\"", "现有：奎文区, 潍城区");
    assertThat(made("role", "person", "name", NUMBER, "person", "370702199001010013").body())
        .contains("用户名不能是证件号码", "id=\"person-fault\"", "证件号码无效");
    assertThat(made("role", "operator", "name", "w", "person", NUMBER).body())
        .contains("2 至 64", "证件号码 不适用于角色 运行");
    assertThat(made("role", "boss", "name", "li").statusCode()).isEqualTo(400);
    assertThat(desk.accounts().find("li")).isEmpty();
  }

  private HttpResponse<String> made(String... fields) throws Exception {
    Map<String, String> all = new HashMap<>();
    all.put("_csrf", visitor.token("/accounts/new?role=clerk"));
    for (int i = 0; i < fields.length; i += 2) {
      all.put(fields[i], fields[i + 1]);
    }
    return visitor.postBare("/accounts/new", all);
  }

  @Test
  void aPersonsNumberIsMaskedAndTheLookRecorded() throws Exception {
    HttpResponse<String> handed = made("role", "person", "name", "qian", "person", NUMBER);
    assertThat(handed.body()).contains("370*************12").doesNotContain(NUMBER);
    assertThat(handed.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(visitor.get("/accounts/" + id("qian")).body())
        .contains("370*************12")
        .doesNotContain(NUMBER);
    assertThat(events().get(0))
        .matches(event -> event.kind() == EventKind.LOOKED_AT)
        .extracting(Event::subject)
        .isEqualTo(EventSubject.account(new SignInName("qian")));
    assertThat(visitor.get("/accounts?q=qian").body()).contains("qian").doesNotContain("370*");
  }

  @Test
  void nobodyLocksThemselvesOutAndTheLastAdministratorStays() throws Exception {
    String own = "/accounts/" + id("admin");
    assertThat(visitor.get(own).body()).doesNotContain("id=\"lock\"");
    for (String what : List.of("lock", "reset", "second-factor")) {
      HttpResponse<String> answer =
          visitor.postBare(own + "/" + what, Map.of("_csrf", visitor.token(own)));
      assertThat(answer.body()).as(what).contains("自己的", "href=\"#" + what + "\"");
    }
    assertThat(account("admin")).matches(each -> !each.isLocked() && each.secondFactor());
    desk.ready("second", Role.ADMINISTRATOR);
    String second = "/accounts/" + id("second");
    assertThat(
            Visitor.location(
                visitor.postBare(second + "/lock", Map.of("_csrf", visitor.token(second)))))
        .endsWith("?done=lock");
    assertThat(account("second")).matches(Account::isLocked);
  }

  @Test
  void eachEmployerWithoutAClerkGetsOneAndTheSheetIsFetchedOnce() throws Exception {
    assertThat(visitor.fill("/accounts/import", Map.of("address", "declare.example.org")).body())
        .contains("id=\"address-fault\"", "http:// 或 https://");
    visitor.fill("/accounts/import", Map.of("address", "https://declare.example.org"));
    long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    String page = visitor.get("/accounts/import").body();
    while (page.contains("正在新建账户")) {
      assertThat(System.nanoTime() - end).isNegative();
      Thread.sleep(50);
      page = visitor.get("/accounts/import").body();
    }
    assertThat(page).contains("只能下载一次", "单位 0370 07 没有新建账户");
    Path sheets = desk.work().resolve("desk").resolve("sheets");
    HttpResponse<byte[]> sheet = fetched();
    assertThat(sheet.statusCode()).isEqualTo(200);
    // Deleted when the last byte is sent, which the browser may see first.
    while (isAnythingIn(sheets)) {
      assertThat(System.nanoTime() - end).isNegative();
      Thread.sleep(20);
    }
    assertThat(fetched().statusCode()).isEqualTo(404);
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(sheet.body()))) {
      DataFormatter text = new DataFormatter();
      List<String> cells =
          Stream.iterate(0, i -> i <= workbook.getSheetAt(0).getLastRowNum(), i -> i + 1)
              .map(workbook.getSheetAt(0)::getRow)
              .filter(row -> text.formatCellValue(row.getCell(3)).matches("0\\d+"))
              .map(
                  row ->
                      text.formatCellValue(row.getCell(3))
                          + " "
                          + text.formatCellValue(row.getCell(4)))
              .toList();
      assertThat(cells).isNotEmpty();
      for (String cell : cells) {
        assertThat(opens(cell.split(" ", -1)[0], cell.split(" ", -1)[1])).isTrue();
      }
    }
    assertThat(visitor.get("/accounts/import").body()).contains("没有还需要开户的单位");
  }

  private static boolean isAnythingIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isPresent();
    }
  }

  private HttpResponse<byte[]> fetched() throws Exception {
    String token = visitor.token("/accounts/import");
    return visitor.downloadByPost("/accounts/import/sheet", Map.of("_csrf", token));
  }

  @Test
  void theListAndTheRecordArePagedAndAnIdentityNumberStandsInNoAddress() throws Exception {
    for (int i = 0; i < 60; i++) {
      desk.accounts()
          .add(
              NewAccount.ofCentre(
                  new SignInName("many-" + (100 + i)), Role.OPERATOR, Optional.empty()),
              OneTimePassword.draw(new SplittableRandom(i)),
              desk.now());
    }
    String first = visitor.get("/accounts?q=many&state=over").body();
    assertThat(first).contains("共 60 个账户", "many-149").doesNotContain("many-150");
    Matcher next = Pattern.compile("href=\"(/accounts\\?[^\"]*after=\\d+)\"").matcher(first);
    assertThat(next.find()).isTrue();
    assertThat(visitor.get(next.group(1).replace("&amp;", "&")).body())
        .contains("many-150", "many-159")
        .doesNotContain("many-149");
    assertThat(Visitor.location(visitor.get("/accounts?q=" + NUMBER))).doesNotContain(NUMBER);
    assertThat(Visitor.location(visitor.get("/record?on=" + NUMBER))).doesNotContain(NUMBER);
    assertThat(visitor.get("/record?who=nobody-there&from=1.7.2026").body())
        .contains("id=\"who-fault\"", "id=\"from-fault\"");
  }

  @Test
  void theRecordIsExportedAndTheExportStandsInIt() throws Exception {
    String day = "2026-07-01";
    visitor.get("/record?who=admin&from=" + day + "&to=" + day);
    HttpResponse<byte[]> workbook =
        visitor.download("/record/workbook?who=admin&from=" + day + "&to=" + day);
    assertThat(workbook.headers().firstValue("Content-Disposition").orElse(""))
        .contains("record.xlsx");
    assertThat(events().get(0))
        .matches(event -> event.kind() == EventKind.DOWNLOADED)
        .extracting(Event::subject)
        .isEqualTo(EventSubject.object("record"));
    try (XSSFWorkbook read = new XSSFWorkbook(new ByteArrayInputStream(workbook.body()))) {
      assertThat(read.getSheet("操作记录").getRow(2).getCell(2).getStringCellValue()).isEqualTo("操作");
      assertThat(read.getSheet("操作记录").getRow(4).getCell(1).getStringCellValue())
          .isEqualTo("admin");
    }
  }
}
