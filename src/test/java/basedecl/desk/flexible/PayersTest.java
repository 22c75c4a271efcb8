package basedecl.desk.flexible;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import basedecl.account.Actor;
import basedecl.account.Role;
import basedecl.desk.BrowserView;
import basedecl.desk.DeskBrowser;
import basedecl.desk.DeskUnderTest;
import basedecl.desk.Visitor;
import basedecl.job.account.AccountChanges;
import basedecl.job.account.CodeLetters;
import basedecl.job.desk.JobRequest;
import basedecl.job.desk.RunDesk;
import basedecl.message.Language;
import basedecl.spreadsheet.gate.ReadLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;

/**
 * Those who pay alone, at a desk of Weifang's flexible workers on 2022-12-20, after the sample jobs
 * of that year.
 */
@Tag("browser")
@Tag("run")
@SuppressWarnings("NullAway.Init")
class PayersTest {

  private static final String MENG = "孟晓岚";
  private static final String MENG_ID = "370700198503160021";
  private static final String WEI = "韦宏图";
  private static final String WEI_ID = "370700196207180010";
  private static final String TONG = "佟若兰";
  private static final String TONG_ID = "370700199312120064";

  @TempDir static Path folder = Path.of("");

  private static DeskUnderTest desk;
  private static final Map<String, Deque<String>> CODES = new HashMap<>();

  @BeforeAll
  static void begin() throws Exception {
    desk =
        DeskUnderTest.start(
            folder, "policy=weifang-flexible-pension", "year=2022", "business-date=2022-12-20");
    run(
        "flexible-election",
        Map.of("elections", "samples/flexible/weifang-2022.csv", "business-date", "2022-01-10"));
    run(
        "flexible-payment",
        Map.of("payments", "samples/flexible/payments-2022.csv", "business-date", "2022-10-24"));
    run(
        "special-payment",
        Map.of(
            "approved",
            "samples/special/approved-2022.csv",
            "payments",
            "samples/special/payments-2022.csv"));
    run(
        "top-up",
        Map.of("retired", "samples/retired/weifang-2022.csv", "business-date", "2022-12-01"));
    letters(MENG + "," + MENG_ID, WEI + "," + WEI_ID, TONG + "," + TONG_ID);
  }

  @AfterAll
  static void end() {
    desk.close();
  }

  private static void run(String job, Map<String, String> settings) throws InterruptedException {
    Map<String, String> all = new HashMap<>(settings);
    all.put("region", "weifang");
    ended(desk.runs().start(new JobRequest(job, all)).number());
  }

  private static void ended(long asked) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
    while (desk.runs().ended(asked).isEmpty()) {
      assertThat(System.nanoTime() - end).isNegative();
      Thread.sleep(20);
    }
    RunDesk.Ended ended = desk.runs().ended(asked).orElseThrow();
    assertThat(ended.outcome().isDone()).as(ended.toString()).isTrue();
  }

  /** Codes as the agency's letters bear them. */
  private static void letters(String... persons) throws IOException {
    Path list = folder.resolve("persons.csv");
    Files.writeString(list, "姓名,证件号码\n" + String.join("\n", persons) + "\n");
    Path sheet = folder.resolve("letters.xlsx");
    new CodeLetters(new AccountChanges(desk.template(), desk.accounts()))
        .make(
            CodeLetters.read(list, ReadLimits.DEFAULT, LocalDate.of(2022, 12, 20)).persons(),
            8,
            sheet,
            LocalDate.of(2022, 12, 20),
            "http://desk",
            new basedecl.job.account.By(Actor.NOBODY, "", desk.now(), ZoneOffset.UTC));
    try (XSSFWorkbook workbook = new XSSFWorkbook(sheet.toFile())) {
      for (Row row : workbook.getSheetAt(0)) {
        Deque<String> codes = new ArrayDeque<>();
        row.forEach(
            cell -> {
              Matcher code = Pattern.compile("(\\w{4}-){3}\\w{4}").matcher(cell.toString());
              while (code.find()) {
                codes.add(code.group());
              }
            });
        if (!codes.isEmpty()) {
          CODES.put(row.getCell(1).toString(), codes);
        }
      }
    } catch (InvalidFormatException e) {
      throw new IOException(e);
    }
    Files.delete(sheet);
  }

  private static String code(String name) {
    return Objects.requireNonNull(CODES.get(name)).removeFirst();
  }

  private static HttpResponse<String> signIn(
      Visitor visitor, String name, String document, String code) throws Exception {
    return visitor.fill(
        "/sign-in/person", Map.of("name", name, "document", document, "code", code));
  }

  private static Visitor signedIn(String name, String document) throws Exception {
    Visitor visitor = new Visitor(desk);
    assertThat(Visitor.location(signIn(visitor, name, document, code(name))))
        .isEqualTo("/flexible");
    return visitor;
  }

  @Test
  void aCodeOpensThePagesOnceForItsPersonAndEveryWrongAttemptIsAnsweredAlike() throws Exception {
    letters("路远航,37070019880101003X");
    String code = code("路远航");
    String wrong = "姓名、证件号码或验证码不对";
    String number = "37070019880101003X";
    assertThat(signIn(new Visitor(desk), "路远方", number, code).body()).contains(wrong);
    assertThat(signIn(new Visitor(desk), "路远航", number, "aaaa-bbbb-cccc-dddd").body())
        .contains(wrong)
        .doesNotContain("aaaa");
    assertThat(signIn(new Visitor(desk), "路远航", "370700199005050043", code).body()).contains(wrong);
    Visitor visitor = new Visitor(desk);
    assertThat(Visitor.location(signIn(visitor, " 路 远航", number, code.toUpperCase(Locale.ROOT))))
        .isEqualTo("/flexible");
    assertThat(visitor.get("/flexible").body()).contains("路远航").doesNotContain(number);
    assertThat(signIn(new Visitor(desk), "路远航", number, code).body()).contains(wrong);
    // The failures were taken back by the good attempt; three are free, then there is a wait.
    for (int i = 0; i < 2; i++) {
      signIn(new Visitor(desk), "路远航", number, "no");
    }
    HttpResponse<String> wait = signIn(new Visitor(desk), "路远航", number, code("路远航"));
    assertThat(Visitor.location(wait)).isEqualTo("/flexible");
    for (int i = 0; i < 4; i++) {
      signIn(new Visitor(desk), "路远航", number, "no");
    }
    HttpResponse<String> delayed = signIn(new Visitor(desk), "路远航", number, code("路远航"));
    assertThat(delayed.statusCode()).isEqualTo(429);
    // New letters end the wait and the codes before.
    String old = code("路远航");
    letters("路远航," + number);
    assertThat(signIn(new Visitor(desk), "路远航", number, old).body()).contains(wrong);
    signedIn("路远航", number);
    assertThat(
            desk.template()
                .queryForList("SELECT subject || address FROM account_event", String.class))
        .noneMatch(said -> said.contains(number) || said.contains("路远航"));
  }

  @Test
  void aCodeIsOverOneDay() throws Exception {
    letters("庄静姝,370700199005050043");
    String code = code("庄静姝");
    desk.template()
        .update(
            "UPDATE person_code SET valid_until = '2020-01-01 00:00:00'"
                + " WHERE person_name = '庄静姝'");
    assertThat(signIn(new Visitor(desk), "庄静姝", "370700199005050043", code).body())
        .contains("验证码已用过、已过期");
  }

  @ParameterizedTest
  @MethodSource("basedecl.desk.BrowserView#oneOfEach")
  void somebodyQuotesSignsInVoidsChoosesAnewAndHasAProof(BrowserView view) throws Exception {
    boolean english = view.language() == Language.EN;
    letters(MENG + "," + MENG_ID);
    DeskBrowser browser = DeskBrowser.at(desk, view);
    browser.open("/flexible/quote?offer=weifang-pension&month=2022-03&base=3980");
    browser.assertSound("payer-quote");
    assertThat(browser.text()).contains("796.00", "2,388.00", "9,552.00", "7,960.00");
    assertThat(browser.driver().findElements(By.cssSelector("input[type=range]")))
        .hasSize(view.script() ? 1 : 0);
    browser.open("/flexible/quote?offer=weifang-pension&month=2022-03&base=3979.99");
    browser.assertSound("payer-quote-outside");
    assertThat(browser.find(By.id("base-fault")).getText()).contains("3980");

    browser.open("/flexible/quote?offer=shanxi-supplement&month=2024-03");
    browser.assertSound("payer-quote-tiers");
    assertThat(browser.text()).contains("5,000.00", "山西");

    browser.open("/flexible");
    assertThat(browser.path()).isEqualTo("/sign-in/person");
    browser.assertSound("payer-sign-in");
    browser.fill("name", MENG);
    browser.fill("document", MENG_ID);
    browser.fill("code", code(MENG));
    browser.press(By.cssSelector("main form button"));
    assertThat(browser.path()).isEqualTo("/flexible");
    browser.assertSound("payer-overview");
    assertThat(browser.text()).contains(MENG, "3,746.00").doesNotContain(MENG_ID);

    browser.open("/flexible/bills");
    browser.assertSound("payer-bills");
    assertThat(browser.text())
        .contains("3,746.00", "3,980.00", "46.80", "561.60", "潍坊市医保局", "2022-12-31");
    browser.open("/flexible/payments");
    browser.assertSound("payer-payments");
    assertThat(browser.text()).contains("余额不足", "8,400.00", "FP2022012000001");

    browser.open("/flexible/void?offer=weifang-medical");
    browser.assertSound("payer-void");
    browser.press(By.cssSelector("main form button"));
    assertThat(browser.path()).startsWith("/flexible/receipts/");
    await(browser, english ? "accepted" : "已受理");
    browser.assertSound("payer-void-receipt");

    browser.open("/flexible/choose");
    browser.assertSound("payer-offers");
    browser.open("/flexible/choose?offer=weifang-medical");
    browser.assertSound("payer-choose");
    browser.fill("base", "1");
    browser.click(By.id("rhythm-MONTHLY"));
    browser.press(By.cssSelector("main form button"));
    browser.assertSound("payer-choose-outside");
    assertThat(browser.find(By.id("base-fault")).getText()).contains("19899");
    browser.fill("base", "5000");
    browser.click(By.id("debit"));
    browser.press(By.cssSelector("main form button"));
    browser.assertSound("payer-confirm");
    assertThat(browser.text()).contains("450.00", "2022-12-31");
    browser.press(By.cssSelector("main form button.second"));
    assertThat(browser.find(By.id("base")).getDomProperty("value")).isEqualTo("5000");
    assertThat(browser.find(By.id("rhythm-MONTHLY")).isSelected()).isTrue();
    assertThat(browser.find(By.id("debit")).isSelected()).isTrue();
    browser.press(By.cssSelector("main form button"));
    assertThat(browser.text()).contains("450.00", "2022-12-31");
    browser.press(By.cssSelector("main form button"));
    await(browser, english ? "accepted" : "已受理");
    browser.assertSound("payer-choose-receipt");
    browser.open("/flexible");
    assertThat(browser.text()).contains("5,000.00");

    browser.open("/flexible/proof");
    browser.assertSound("payer-proof");
    assertThat(browser.driver().getTitle()).doesNotContain(MENG);
  }

  private static void await(DeskBrowser browser, String state) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    String address = Objects.requireNonNull(browser.driver().getCurrentUrl());
    while (!browser.text().contains(state)) {
      assertThat(System.nanoTime() - end).as(browser.text()).isNegative();
      Thread.sleep(100);
      browser.open(URI.create(address).getPath());
    }
  }

  @Test
  void aProofIsAPdfThatAnybodyVerifies() throws Exception {
    Visitor visitor = signedIn(TONG, TONG_ID);
    assertThat(visitor.get("/flexible/proof").body()).contains("还没有可以证明的缴费");
    Visitor meng = signedIn(MENG, MENG_ID);
    HttpResponse<byte[]> proof =
        meng.downloadByPost(
            "/flexible/proof", Map.of("year", "2022", "_csrf", meng.token("/flexible/proof")));
    assertThat(proof.statusCode()).isEqualTo(200);
    assertThat(proof.headers().firstValue("Content-Type")).contains("application/pdf");
    assertThat(proof.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    Files.createDirectories(Path.of("target/browser"));
    Files.write(Path.of("target/browser/proof.pdf"), proof.body());
    String text;
    try (PDDocument pdf = Loader.loadPDF(proof.body())) {
      text = new PDFTextStripper().getText(pdf);
    }
    assertThat(text).contains(MENG, MENG_ID, "8,400.00", "潍坊市社会保险事业管理中心", "/verify");
    Matcher code = Pattern.compile("[0-9A-F]{4}(-[0-9A-F]{4}){4}").matcher(text);
    assertThat(code.find()).isTrue();
    assertThat(new Visitor(desk).fill("/verify", Map.of("code", code.group())).body())
        .contains(MENG, "2022-12-20", "notice good");
  }

  @Test
  void nobodySeesAnothersAndAFormPostedTwiceIsOneLine() throws Exception {
    Visitor wei = signedIn(WEI, WEI_ID);
    assertThat(wei.get("/").body()).contains("医疗 2022-01 – 2022-06 未缴");
    assertThat(wei.get("/flexible/bills").body())
        .contains("280.80", "按政策不补该险种差额")
        .doesNotContain(MENG);
    String page =
        wei.fill(
                "/flexible/confirm",
                Map.of(
                    "offer",
                    "weifang-pension",
                    "base",
                    "5000",
                    "month",
                    "2022-12",
                    "rhythm",
                    "MONTHLY",
                    "debit",
                    ""))
            .body();
    assertThat(page).contains("已有一份有效的基数选择");
    String form = form(wei.get("/flexible/void?offer=weifang-pension").body());
    Map<String, String> fields =
        Map.of("offer", "weifang-pension", "form", form, "_csrf", wei.token("/flexible/proof"));
    String receipt = Visitor.location(wei.postBare("/flexible/void", fields));
    assertThat(Visitor.location(wei.postBare("/flexible/void", fields))).isEqualTo(receipt);
    assertThat(wei.get(receipt).statusCode()).isEqualTo(200);
    Visitor meng = signedIn(MENG, MENG_ID);
    assertThat(meng.get(receipt).statusCode()).isEqualTo(404);
    assertThat(meng.get(receipt + "/state").statusCode()).isEqualTo(404);
    String number = receipt.substring(receipt.lastIndexOf('/') + 1);
    assertThat(
            meng.postBare(
                    "/flexible/undo",
                    Map.of("line", number, "_csrf", meng.token("/flexible/proof")))
                .statusCode())
        .isEqualTo(404);
    assertThat(
            meng.postBare(
                    "/flexible/void",
                    Map.of(
                        "offer",
                        "weifang-pension",
                        "form",
                        "x",
                        "_csrf",
                        meng.token("/flexible/proof")))
                .statusCode())
        .isEqualTo(400);
    Visitor clerk = new Visitor(desk);
    clerk.signIn(desk.ready("a-clerk", Role.CLERK));
    assertThat(clerk.get("/flexible").statusCode()).isEqualTo(403);
  }

  private static String form(String page) {
    Matcher form = Pattern.compile("name=\"form\" value=\"([0-9a-f]{32})\"").matcher(page);
    return Optional.of(form).filter(Matcher::find).map(found -> found.group(1)).orElseThrow();
  }

  @Test
  void whoIsNotOldEnoughIsToldAsTheJobSays() throws Exception {
    letters("臧小满,370700200705210058");
    Visitor young = signedIn("臧小满", "370700200705210058");
    String said =
        young
            .fill(
                "/flexible/confirm",
                Map.of(
                    "offer",
                    "weifang-pension",
                    "base",
                    "4000",
                    "month",
                    "2022-12",
                    "rhythm",
                    "MONTHLY",
                    "debit",
                    "true"))
            .body();
    assertThat(said).contains("16");
    assertThat(List.of(said.split("notice wrong", -1))).hasSize(2);
  }

  private static Visitor operator(String name) throws Exception {
    Visitor operator = new Visitor(desk);
    operator.signIn(desk.ready(name, Role.OPERATOR));
    return operator;
  }

  @Test
  void theAgencyEntersAPaperAndSeesTheHistoryAndWhomToRemind() throws Exception {
    Visitor operator = operator("counter");
    String page = operator.get("/runs/flexible/paper").body();
    Map<String, String> paper = new HashMap<>();
    paper.put("form", form(page));
    paper.put("voids", "true");
    paper.put("offer", "weifang-pension");
    paper.put("name", "齐长河");
    paper.put("document", "370700197809220010");
    paper.put("month", "2022-12");
    assertThat(operator.fill("/runs/flexible/paper", paper).statusCode()).isEqualTo(302);
    assertThat(operator.get("/runs/flexible/paper").body())
        .contains("齐长河", "经办机构 counter")
        .doesNotContain("370700197809220010");
    paper.put("form", form(operator.get("/runs/flexible/paper").body()));
    HttpResponse<String> again = operator.fill("/runs/flexible/paper", paper);
    assertThat(again.statusCode()).isEqualTo(400);
    assertThat(again.body()).contains("没有", "齐长河");
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    String history = "";
    while (!history.contains("2022-12 起作废（经办机构 counter 代为录入")) {
      assertThat(System.nanoTime() - end).as(history).isNegative();
      history =
          operator.fill("/runs/flexible/history", Map.of("document", "370700197809220010")).body();
    }
    assertThat(history).contains("5,000.00", "文件办理").doesNotContain("name=\"document\" value=\"\"");

    assertThat(operator.get("/runs/flexible/reminders?region=weifang&days=20").body())
        .contains("中断", "补差账单", "2022-12-31")
        .doesNotContain(MENG_ID);
    HttpResponse<byte[]> workbook =
        operator.download("/runs/flexible/reminders/workbook?region=weifang&days=20");
    try (XSSFWorkbook sheets = new XSSFWorkbook(new ByteArrayInputStream(workbook.body()))) {
      assertThat(sheets.getSheet("中断提醒").getLastRowNum()).isPositive();
      assertThat(sheets.getSheet("补差提醒").getLastRowNum()).isPositive();
    }
    assertThat(
            desk.template()
                .queryForList(
                    "SELECT DISTINCT subject FROM account_event WHERE kind = 'ELECTED' AND"
                        + " account_name = 'counter'",
                    String.class))
        .containsExactly("370*************10");
  }

  @Test
  void theAgencyGivesCodesFromAList() throws Exception {
    Visitor operator = operator("postman");
    HttpResponse<byte[]> sheet = letters(operator, "姓名,证件号码\n庄静姝,370700199005050043\n");
    assertThat(sheet.statusCode()).isEqualTo(200);
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(sheet.body()))) {
      assertThat(workbook.getSheetAt(0).getRow(4).getCell(1)).hasToString("庄静姝");
      Matcher code =
          Pattern.compile("(\\w{4}-){3}\\w{4}")
              .matcher(workbook.getSheetAt(0).getRow(4).getCell(3).toString());
      assertThat(code.find()).isTrue();
      assertThat(
              Visitor.location(
                  signIn(new Visitor(desk), "庄静姝", "370700199005050043", code.group())))
          .isEqualTo("/flexible");
    }
    HttpResponse<byte[]> faulty = letters(operator, "姓名,证件号码\n庄静姝,3707001990050500\n");
    assertThat(faulty.statusCode()).isEqualTo(400);
    assertThat(new String(faulty.body(), UTF_8)).contains("名单第 2 行没有发放");
    try (Stream<Path> left = Files.walk(desk.work())) {
      assertThat(left.filter(Files::isRegularFile).map(Path::toString))
          .noneMatch(name -> name.endsWith(".xlsx"));
    }
  }

  private static HttpResponse<byte[]> letters(Visitor operator, String list) throws Exception {
    String boundary = "----------------letters-boundary";
    StringBuilder body = new StringBuilder();
    Map.of(
            "_csrf",
            operator.token("/runs/flexible/letters"),
            "address",
            "https://desk.example",
            "codes",
            "2")
        .forEach(
            (name, value) ->
                body.append(
                    "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                        .formatted(boundary, name, value)));
    body.append(
        "--%1$s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"p.csv\"\r\n\r\n%2$s\r\n--%1$s--\r\n"
            .formatted(boundary, list));
    return operator.post(
        "/runs/flexible/letters",
        "multipart/form-data; boundary=" + boundary,
        body.toString().getBytes(UTF_8));
  }

  @Test
  void theAgencysPagesAreSound() throws Exception {
    BrowserView view = new BrowserView(BrowserView.Screen.PHONE, Language.ZH, false);
    Visitor operator = operator("looks");
    DeskBrowser browser = DeskBrowser.at(desk, view);
    browser
        .driver()
        .manage()
        .addCookie(new Cookie("desk", operator.cookie("desk").orElseThrow().getValue(), "/"));
    browser.open("/runs/flexible/paper");
    browser.assertSound("payer-paper");
    browser.press(By.cssSelector("main form.card button"));
    browser.assertSound("payer-paper-faulty");
    browser.open("/runs/flexible/history");
    browser.fill("document", MENG_ID);
    browser.press(By.cssSelector("main form button"));
    browser.assertSound("payer-history");
    assertThat(browser.text()).contains(MENG, "3,746.00");
    browser.open("/runs/flexible/reminders?days=30");
    browser.assertSound("payer-reminders");
    browser.open("/runs/flexible/letters");
    browser.assertSound("payer-letters");
  }
}
