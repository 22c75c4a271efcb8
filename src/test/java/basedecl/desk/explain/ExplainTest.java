package basedecl.desk.explain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import basedecl.account.Role;
import basedecl.desk.BrowserView;
import basedecl.desk.DeskBrowser;
import basedecl.desk.DeskUnderTest;
import basedecl.desk.Visitor;
import basedecl.desk.declare.Clerk;
import basedecl.message.Language;
import basedecl.person.IdNumber;
import basedecl.policy.Policy;
import basedecl.policyfile.PolicyFiles;
import basedecl.report.explain.EmployerExplanation;
import basedecl.report.explain.Explained;
import basedecl.report.explain.Explanation;
import basedecl.report.explain.PersonExplanation;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.By;
import org.springframework.web.util.HtmlUtils;

/** Every figure leads to what the command {@code explain} says of it. */
@Tag("browser")
@Tag("run")
@SuppressWarnings("NullAway.Init")
class ExplainTest {

  private static final String EMPLOYER = "0370700003";

  /** What the pages show in another way, or say without options of a command. */
  private static final Set<String> OTHERWISE =
      Set.of("period", "spans", "span-employer", "span-person", "no-late-fees", "retirees");

  @TempDir static Path folder = Path.of("");

  private static DeskUnderTest desk;
  private static Clerk clerk;

  @BeforeAll
  static void begin() throws Exception {
    desk = DeskUnderTest.start(folder);
    clerk = Clerk.of(desk, "sun", EMPLOYER);
    String number =
        clerk.submitted(
            clerk.uploaded(
                "申报表.csv",
                """
                单位编号,姓名,证件号码,月均工资
                0370700003,王芳,370702199001010012,5000
                0370700003,李强,11010519491231002X,3000
                0370700003,张伟,440524188001010014,30000
                """
                    .getBytes(UTF_8)));
    assertThat(clerk.finalState(number)).contains("已受理");
  }

  @AfterAll
  static void end() {
    desk.close();
  }

  private static Explained explained(String... sameLedger) {
    Policy policy = PolicyFiles.load(Optional.empty()).require("weifang-employee-medical");
    return new Explained(
        policy,
        2024,
        YearMonth.of(2024, 1),
        Optional.empty(),
        LocalDate.of(2024, 1, 24),
        sameLedger.length == 0 ? Optional.empty() : Optional.of(sameLedger[0]));
  }

  private static String words(String page) {
    return HtmlUtils.htmlUnescape(page.replaceAll("<[^>]*>", " ")).replaceAll("\\s+", "");
  }

  /** Each sentence of the command stands on the page, its label apart from its words. */
  private static void assertSaid(Explanation explanation, String page) {
    String words = words(page);
    assertThat(explanation.said()).isNotEmpty();
    explanation.said().stream()
        .filter(said -> !OTHERWISE.contains(said.key()))
        .forEach(
            said ->
                assertThat(words)
                    .as(said.key())
                    .contains(said.text().replaceFirst("：", "").replaceAll("\\s+", "")));
    explanation.items("months_assessed").stream()
        .flatMap(span -> span.entrySet().stream())
        .filter(fact -> !fact.getKey().endsWith("_rate") && !fact.getKey().matches("from|to"))
        .forEach(fact -> assertThat(words).contains(fact.getValue().replaceAll("\\s+", "")));
  }

  @Test
  void thePageOfAnEmployerSaysWhatTheCommandSays() throws Exception {
    Explanation explanation = new Explanation(Language.ZH);
    new EmployerExplanation(desk.template(), explained("")).write(EMPLOYER, explanation);
    String page = clerk.get("/explain/employer/" + EMPLOYER + "?month=2024-01").body();
    assertSaid(explanation, page);
    assertThat(page).doesNotContain("--set", "late-fee）");
    assertThat(clerk.get("/explain/employer/" + EMPLOYER + "?month=2031-01").statusCode())
        .isEqualTo(200);
  }

  @Test
  void thePageOfAPersonSaysWhatTheCommandSaysButTheWholeNumber() throws Exception {
    Explanation explanation = new Explanation(Language.ZH);
    new PersonExplanation(desk.template(), explained())
        .write(EMPLOYER, new IdNumber("11010519491231002X"), explanation);
    String people = clerk.get("/explain/employer/" + EMPLOYER + "/people?month=2024-01").body();
    assertThat(people).contains("4,242.00", "110*************2X").doesNotContain("11010519491231");
    String path = "/explain/employer/" + EMPLOYER + "/versions/1/lines/2";
    assertThat(people).contains(path);
    String page = clerk.get(path + "?month=2024-01").body();
    assertSaid(explanation, page);
    assertThat(page).contains("李强", "保底").doesNotContain("11010519491231002X");
    assertThat(clerk.get("/explain/employer/" + EMPLOYER + "/versions/1/lines/9").statusCode())
        .isEqualTo(404);
    assertThat(clerk.get("/explain/employer/" + EMPLOYER + "/versions/7/lines/1").statusCode())
        .isEqualTo(404);
    assertThat(
            desk.template()
                .queryForObject(
                    "SELECT COUNT(*) FROM account_event WHERE kind = 'LOOKED_AT' AND subject ="
                        + " '110*************2X'",
                    Long.class))
        .isPositive();
  }

  @Test
  void onlyWhoSeesTheEmployerSeesItsExplanation() throws Exception {
    Clerk other = Clerk.of(desk, "li", "0370700002");
    for (String path : Set.of("", "/people", "/versions/1/lines/2")) {
      assertThat(other.get("/explain/employer/" + EMPLOYER + path).statusCode()).isEqualTo(404);
    }
    assertThat(other.get("/explain/employer/0370700002").statusCode()).isEqualTo(200);
    for (Role role : Set.of(Role.OPERATOR, Role.REVIEWER, Role.AUDITOR)) {
      Visitor visitor = new Visitor(desk);
      visitor.signIn(desk.ready("x-" + role.word(), role));
      assertThat(visitor.get("/explain/employer/" + EMPLOYER).statusCode()).isEqualTo(200);
      assertThat(visitor.get("/explain/employer/none").statusCode()).isEqualTo(404);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("basedecl.desk.BrowserView#oneOfEach")
  void fromTheDeclarationToTheLastRounding(BrowserView view) throws Exception {
    boolean chinese = view.language() == Language.ZH;
    String name = "w-" + view.hashCode();
    Clerk.of(desk, name, EMPLOYER);
    DeskBrowser browser = DeskBrowser.at(desk, view);
    browser.open("/sign-in");
    browser.fill("name", name);
    browser.fill("password", DeskUnderTest.PASSWORD);
    browser.press(By.cssSelector("main button[type=submit]"));
    browser.open("/declare");
    browser.press(chinese ? "数字的由来" : "Where these figures come from");
    browser.assertSound("explain-employer");
    assertThat(browser.text()).contains("4242.00");
    browser.press(chinese ? "逐人查看基数" : "Bases person by person");
    browser.assertSound("explain-people");
    browser.press(By.cssSelector("tbody tr:nth-child(2) a"));
    browser.assertSound("explain-person");
    assertThat(browser.text()).contains("李强", "4242.00");
  }
}
