package basedecl.desk.review;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.account.Event;
import basedecl.account.EventKind;
import basedecl.account.EventSubject;
import basedecl.account.OneTimePassword;
import basedecl.account.OneTimeSecret;
import basedecl.account.Role;
import basedecl.account.SignInName;
import basedecl.desk.DeskUnderTest;
import basedecl.desk.Visitor;
import basedecl.ledger.account.EventLedger;
import basedecl.ledger.account.NewAccount;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reviewers at the desk's pages: what they see, what they may do, and what they are told. */
@Tag("run")
class ReviewPagesTest {

  /** The first two of the agencies 市直 and 奎文区, the others of further ones. */
  private static final String[] EMPLOYERS = {
    "0370700001", "0370700002", "0370700003", "0370700004", "0370700005", "0370700006", "0370700007"
  };

  private static final String NOT_DECLARED = "0370700009";
  private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"");
  private static final Pattern UNDO = Pattern.compile("name=\"undo\" value=\"([0-9]+)\"");

  @TempDir static Path folder = Path.of("");

  private static DeskUnderTest desk;
  private static Handed handed;
  private static Visitor shen;
  private static Visitor lin;
  private static Visitor ofKuiwen;

  @BeforeAll
  static void serve() throws Exception {
    desk = DeskUnderTest.start(folder);
    handed = new Handed(desk, folder);
    handed.declare(EMPLOYERS);
    handed.scans(EMPLOYERS);
    shen = reviewer("shen", Optional.empty());
    lin = reviewer("lin", Optional.empty());
    ofKuiwen = reviewer("kui", Optional.of("奎文区"));
  }

  @AfterAll
  static void end() {
    desk.close();
  }

  private static Visitor reviewer(String name, Optional<String> agency) throws Exception {
    SplittableRandom random = new SplittableRandom(name.hashCode());
    desk.accounts()
        .add(
            NewAccount.ofCentre(new SignInName(name), Role.REVIEWER, agency),
            OneTimePassword.draw(random),
            desk.now().plus(OneTimePassword.VALID));
    long id = desk.accounts().find(name).orElseThrow().id();
    desk.accounts().changePassword(id, DeskUnderTest.PASSWORD);
    OneTimeSecret secret = OneTimeSecret.draw(random);
    desk.accounts().enrol(id, secret, 0);
    Visitor visitor = new Visitor(desk);
    assertThat(visitor.signIn(new DeskUnderTest.Ready(name, Optional.of(secret)))).isEqualTo("/");
    return visitor;
  }

  private static String page(String employer) {
    return "/review/" + employer;
  }

  private static String seen(Visitor visitor, String employer) throws Exception {
    Matcher seen = SEEN.matcher(visitor.get(page(employer)).body());
    assertThat(seen.find()).isTrue();
    return seen.group(1);
  }

  private static HttpResponse<String> decide(
      Visitor visitor, String employer, String seen, String... fields) throws Exception {
    return post(visitor, page(employer), "seen=" + seen, fields);
  }

  private static HttpResponse<String> post(
      Visitor visitor, String path, String first, String... fields) throws Exception {
    String body =
        Stream.concat(
                Stream.of(first, "population=employees", "_csrf=" + visitor.token("/review")),
                Arrays.stream(fields))
            .map(field -> field.split("=", 2))
            .map(pair -> pair[0] + "=" + URLEncoder.encode(pair[1], StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return visitor.send(
        HttpRequest.newBuilder(visitor.at(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  private static List<Map<String, Object>> decisionsOn(String employer) {
    return desk.template()
        .queryForList(
            "SELECT x.* FROM desk_decision x JOIN declaration d ON d.declaration_id ="
                + " x.declaration_id WHERE d.employer_code = ? ORDER BY x.decision_id",
            employer);
  }

  private static void undo(Visitor visitor, String employer) throws Exception {
    Matcher id = UNDO.matcher(visitor.get(page(employer)).body());
    assertThat(id.find()).isTrue();
    assertThat(post(visitor, page(employer), "undo=" + id.group(1)).statusCode()).isEqualTo(302);
  }

  @Test
  void theQueueIsFilteredByItsAddressAndTellsWhatWaits() throws Exception {
    String all = shen.get("/review").body();
    assertThat(all).contains("潍坊云门岫物流有限公司 0370700002", "待审核", "2024-01-24", "已决定，待办理");
    assertThat(all).doesNotContain(NOT_DECLARED, "370702199001010012", "王芳");
    assertThat(shen.get("/review?agency=" + encoded("奎文区")).body())
        .contains("0370700002")
        .doesNotContain("href=\"/review/0370700001");
    assertThat(shen.get("/review?employer=0370700003").body())
        .contains("href=\"/review/0370700003")
        .doesNotContain("href=\"/review/0370700002");
    assertThat(shen.get("/review?days=7").body()).contains("没有符合条件的申报");
    assertThat(shen.get("/review?state=confirmed").body()).contains("没有符合条件的申报");
    assertThat(shen.get("/review?population=retirees").body()).contains("没有符合条件的申报");
    assertThat(shen.get("/review?population=x&state=x&days=x&page=x&agency=" + encoded("<b>")))
        .extracting(HttpResponse::statusCode)
        .isEqualTo(200);
    assertThat(shen.get("/").body()).contains("待审核 ", "其中久等的 0 件");
  }

  @Test
  void aReviewerSeesTheAgencysOwnEmployersAndNobodyElses() throws Exception {
    assertThat(ofKuiwen.get("/review?agency=" + encoded("市直")).body())
        .contains("您审核的经办机构：奎文区", "0370700002")
        .doesNotContain("0370700001");
    assertThat(ofKuiwen.get(page("0370700002")).statusCode()).isEqualTo(200);
    String other = page("0370700001");
    String seen = seen(shen, "0370700001");
    String scan = other + "/scans/" + seen.split("-", -1)[0] + "/summary-01.png";
    assertThat(shen.get(scan).statusCode()).isEqualTo(200);
    for (String path : List.of(other, scan, page(NOT_DECLARED), page("nobody"))) {
      assertThat(ofKuiwen.get(path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(decide(ofKuiwen, "0370700001", seen, "decision=approve").statusCode())
        .isEqualTo(404);
    assertThat(post(ofKuiwen, "/review", "pick=" + seen, "decision=approve").statusCode())
        .isEqualTo(404);
    assertThat(post(ofKuiwen, "/review", "undo=1").statusCode()).isEqualTo(404);
    assertThat(decisionsOn("0370700001")).isEmpty();
  }

  @Test
  void theScansStandBesideTheFiguresTheyMustShow() throws Exception {
    String employer = "0370700001";
    String page = shen.get(page(employer)).body();
    assertThat(page)
        .contains(
            "2024-" + employer + "-V1-",
            "缴费基数合计",
            "5,101.00",
            "暂用数",
            "<iframe",
            "汇总表 summary-01.png")
        .contains("请核对扫描件与下面的数据")
        .doesNotContain("370702199001010012");
    String id = Long.toString(handed.declaration(employer));
    HttpResponse<String> scan = shen.get(page(employer) + "/scans/" + id + "/detail-01.jpg");
    assertThat(scan.headers().firstValue("Content-Type").orElse("")).isEqualTo("image/jpeg");
    assertThat(scan.headers().firstValue("Content-Security-Policy").orElse("")).contains("sandbox");
    for (String path : List.of("/scans/" + id + "/none.pdf", "/scans/1" + id + "/summary-01.png")) {
      assertThat(shen.get(page(employer) + path).statusCode()).isEqualTo(404);
    }
    assertThat(events(employer)).contains(EventKind.LOOKED_AT, EventKind.DOWNLOADED);
  }

  private static List<EventKind> events(String employer) {
    return new EventLedger(desk.template())
        .newest(EventLedger.Search.ALL, 500).stream()
            .map(EventLedger.Recorded::event)
            .filter(event -> event.subject().equals(EventSubject.employer(employer)))
            .map(Event::kind)
            .toList();
  }

  @Test
  void ofTwoReviewersOnOneDeclarationTheSecondIsToldAndOverwritesNothing() throws Exception {
    String employer = "0370700003";
    String seenByShen = seen(shen, employer);
    String seenByLin = seen(lin, employer);
    assertThat(decide(shen, employer, seenByShen, "decision=return", "ground=seal").statusCode())
        .isEqualTo(302);
    HttpResponse<String> second = decide(lin, employer, seenByLin, "decision=approve");
    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(second.body()).contains("shen 已于", "“退回”", "您的决定没有记录");
    assertThat(decisionsOn(employer))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.get("decision")).isEqualTo("RETURN");
              assertThat(row.get("opinion")).isEqualTo("缺少单位盖章");
              assertThat(row.get("account_name")).isEqualTo("shen");
            });
    assertThat(events(employer)).contains(EventKind.DECIDED);
    assertThat(lin.get("/review?state=decided").body()).contains(employer, "退回（shen，", "现在办理");
    undo(lin, employer);
    assertThat(lin.get(page(employer)).body()).contains("已由 lin 于", "记录决定");
    assertThat(handed.state(employer)).isEqualTo("UNDER_REVIEW");
  }

  @Test
  void aDecisionOnAReplacedVersionIsRefusedWithASentence() throws Exception {
    String employer = "0370700004";
    String before = seen(shen, employer);
    handed.declare(employer);
    HttpResponse<String> refused =
        decide(shen, employer, before, "decision=return", "opinion=  第 2 页\n看不清  ");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("单位又申报了第 2 版，您的决定没有记录");
    String pick = "pick=" + before;
    HttpResponse<String> several = post(shen, "/review", pick, "decision=approve");
    assertThat(several.statusCode()).isEqualTo(302);
    assertThat(shen.get(Visitor.location(several)).body()).contains("有 1 件没有记录", "单位又申报了第 2 版");
    assertThat(decisionsOn(employer)).isEmpty();
  }

  @Test
  void whatIsWrongWithAFormStandsAtItsFieldAndWhatWasTypedIsKept() throws Exception {
    String employer = "0370700005";
    String seen = seen(shen, employer);
    assertThat(decide(shen, employer, seen, "opinion=看不清").body())
        .contains("请选择一个决定", "看不清</textarea>", "href=\"#decision\"");
    assertThat(decide(shen, employer, seen, "decision=return").body()).contains("退回必须有原因");
    assertThat(decide(shen, employer, seen, "decision=approve", "ground=seal").body())
        .contains("决定却不是“退回”", "value=\"seal\" checked");
    HttpResponse<String> reopened = decide(shen, employer, seen, "decision=reopen", "opinion=漏报");
    assertThat(reopened.statusCode()).isEqualTo(409);
    assertThat(decide(shen, employer, "nonsense", "decision=approve").statusCode()).isEqualTo(400);
    assertThat(post(shen, "/review", "days=0", "decision=approve").body()).contains("请先选择至少一件");
    assertThat(decisionsOn(employer)).isEmpty();
    assertThat(shen.postBare(page(employer), Map.of("seen", seen, "decision", "approve")))
        .extracting(HttpResponse::statusCode)
        .isEqualTo(403);
  }

  @Test
  void severalAreDecidedAtOnceEachByItselfAndARunIsStartedForThem() throws Exception {
    String decided = seen(shen, "0370700006");
    String open = seen(shen, "0370700007");
    assertThat(decide(lin, "0370700006", decided, "decision=approve").statusCode()).isEqualTo(302);
    HttpResponse<String> several =
        post(
            shen,
            "/review",
            "pick=" + decided,
            "pick=" + open,
            "decision=return",
            "ground=seal",
            "ground=signatures",
            "opinion=第 2 页");
    assertThat(shen.get(Visitor.location(several)).body())
        .contains("已记录 1 件决定", "有 1 件没有记录", "0370700006", "lin 已于", "“通过”");
    assertThat(decisionsOn("0370700007"))
        .singleElement()
        .satisfies(row -> assertThat(row.get("opinion")).isEqualTo("缺少单位盖章；明细表缺少职工签字；第 2 页"));
    assertThat(post(shen, "/review", "run=now").statusCode()).isEqualTo(302);
    long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    // Its end too: while it is under way the queue offers no other one, to no other test either.
    while (!handed.state("0370700007").equals("RETURNED") || desk.runs().progress().isPresent()) {
      assertThat(System.nanoTime() - end).as("the run takes them in time").isNegative();
      Thread.sleep(50);
    }
    assertThat(handed.state("0370700006")).isEqualTo("APPROVED");
    assertThat(shen.get(page("0370700007")).body()).contains("已办理（第 ", "已退回，等单位更正");
    assertThat(shen.get(page("0370700006")).body()).contains("确需更正的，可以重开", "decision-reopen");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
