package basedecl.desk.declare;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import basedecl.account.EventKind;
import basedecl.desk.DeskUnderTest;
import basedecl.desk.Visitor;
import basedecl.ledger.account.EventLedger;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way of a declaration over a real server: upload, check, confirm, receipt, ledger. */
@Tag("run")
@SuppressWarnings("NullAway.Init")
class DeclareTest {

  private static final String OWN = "0370700001";
  private static final String OTHERS = "0370700002";
  private static final String RETIREES = "0370700022";

  @TempDir static Path folder = Path.of("");

  private static DeskUnderTest desk;
  private static Clerk clerk;
  private static int serial;

  @BeforeAll
  static void begin() throws Exception {
    desk = DeskUnderTest.start(folder);
    clerk = Clerk.of(desk, "wang", OWN);
  }

  @AfterAll
  static void end() {
    desk.close();
  }

  /** Three people without a fault, in a file of its own. */
  private static byte[] declaration(String employer) {
    return ("单位编号,姓名,证件号码,月均工资,备注\n"
            + employer
            + ",王芳,370702199001010012,5000,"
            + ++serial
            + "\n"
            + employer
            + ",李强,11010519491231002X,3000,\n"
            + employer
            + ",张伟,440524188001010014,30000,\n")
        .getBytes(UTF_8);
  }

  @Test
  void aDeclarationGoesFromUploadToTheLedger() throws Exception {
    Clerk one = Clerk.of(desk, "sun", "0370700003");
    assertThat(one.get("/declare").body()).contains("未申报", "还没有在网上提交过", "2024-01-25");
    String upload = one.uploaded("申报表.csv", declaration("0370700003"));
    String check = one.get("/declare/check/" + upload).body();
    assertThat(check)
        .contains("检查通过", "申报表.csv", "1 人提高到下限", "1 人降低到上限", "38,000.00", "30,449.00", "暂用数");
    String confirm = one.get("/declare/confirm/" + upload).body();
    assertThat(confirm)
        .contains("王芳", "370*************12", "5,000.00", "4,242.00", "保底", "封顶", "诚信申报承诺书")
        .doesNotContain("370702199001010012");
    String number = one.submitted(upload);
    HttpResponse<String> receipt = one.get("/declare/receipt/" + number);
    assertThat(receipt.statusCode()).isEqualTo(200);
    assertThat(receipt.body()).contains(number, "0370700003", "SHA-256");
    assertThat(one.finalState(number)).contains("已受理", "<td>1</td>");
    assertThat(one.get("/declare").body()).contains("现行", number, "请打印汇总表");
    assertThat(Visitor.location(one.get("/declare/check/" + upload)))
        .endsWith("/declare/receipt/" + number);
  }

  @Test
  void theSameFileAgainIsADuplicateAndAChangedOneIsCompared() throws Exception {
    Clerk one = Clerk.of(desk, "qian", "0370700004");
    byte[] first = declaration("0370700004");
    String number = one.submitted(one.uploaded("1.csv", first));
    assertThat(one.finalState(number)).contains("已受理");
    String again = one.get("/declare/check/" + one.uploaded("1.csv", first)).body();
    assertThat(again).contains("已经受理过").doesNotContain("/declare/confirm/");
    byte[] changed =
        new String(first, UTF_8)
            .replace("王芳,370702199001010012,5000", "王芳,370702199001010012,5100")
            .replace("张伟,440524188001010014", "赵敏,110105194912310054")
            .getBytes(UTF_8);
    String check = one.get("/declare/check/" + one.uploaded("2.csv", changed)).body();
    assertThat(check).contains("与第 1 版相比", "变更", "减少");
  }

  @Test
  void whatIsWrongIsToldAllAtOnceAndMarked() throws Exception {
    String upload =
        clerk.uploaded(
            "faulty.csv",
            ("单位编号,姓名,证件号码,月均工资\n" + OWN + ",,370702199001010013,x\n" + OWN + ",王芳,,-1\n")
                .getBytes(UTF_8));
    String check = clerk.get("/declare/check/" + upload).body();
    assertThat(check)
        .contains("NAME_MISSING", "ID_CHECKSUM", "WAGE_NOT_A_NUMBER", "ID_MISSING", "不能提交");
    assertThat(Visitor.location(clerk.get("/declare/confirm/" + upload)))
        .endsWith("/declare/check/" + upload);
    HttpResponse<String> marked = clerk.get("/declare/check/" + upload + "/marked");
    assertThat(marked.statusCode()).isEqualTo(200);
    assertThat(marked.headers().firstValue("Content-Type").orElse("")).contains("spreadsheetml");
    assertThat(marked.body()).startsWith("PK");
    String english = clerk.get("/declare/check/" + upload + "?lang=en").body();
    assertThat(english).contains("Errors: ").doesNotContain("发现的问题");
    clerk.get("/declare?lang=zh");
  }

  @Test
  void anotherEmployersPeopleAreRefusedWithoutAWordOfIt() throws Exception {
    for (String code : List.of("0370700009", "9990000000")) {
      HttpResponse<String> answer = clerk.upload("x.csv", declaration(code));
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).contains("不属于您账号").doesNotContain(code);
    }
    assertThat(files(desk.work().resolve("desk/uploads")))
        .allSatisfy(
            file ->
                assertThat(new String(Files.readAllBytes(file), ISO_8859_1))
                    .doesNotContain("0370700009"));
  }

  @Test
  void whatIsAnothersIsNotThere() throws Exception {
    Clerk other = Clerk.of(desk, "li", OTHERS);
    String upload = other.uploaded("o.csv", declaration(OTHERS));
    String number = other.submitted(other.uploaded("p.csv", declaration(OTHERS)));
    String none = "0".repeat(32);
    for (String page : List.of("check/", "confirm/")) {
      assertSame("/declare/" + page + upload, "/declare/" + page + none);
    }
    assertSame("/declare/check/" + upload + "/marked", "/declare/check/" + none + "/marked");
    assertSame("/declare/receipt/" + number, "/declare/receipt/2024-999999");
    assertSame("/declare/receipt/" + number + "/state", "/declare/receipt/2024-999999/state");
  }

  private static void assertSame(String others, String none) throws Exception {
    HttpResponse<String> one = clerk.get(others);
    HttpResponse<String> two = clerk.get(none);
    assertThat(one.statusCode()).as(others).isEqualTo(404).isEqualTo(two.statusCode());
    assertThat(withoutNumbers(one)).isEqualTo(withoutNumbers(two));
  }

  /** Without the number asked for, and the token that every page has anew. */
  private static String withoutNumbers(HttpResponse<String> answer) {
    return answer
        .body()
        .replaceAll("[0-9a-f]{32}|2024-\\d{6}", "*")
        .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "*");
  }

  @Test
  void oneClickTooManySubmitsOnce() throws Exception {
    Clerk one = Clerk.of(desk, "zhou", "0370700005");
    String upload = one.uploaded("d.csv", declaration("0370700005"));
    String token = one.visitor().token("/declare/confirm/" + upload);
    ExecutorService pool = Executors.newFixedThreadPool(6);
    List<Future<String>> answers = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      answers.add(
          pool.submit(
              () ->
                  Visitor.location(
                      one.visitor()
                          .postBare(
                              "/declare/confirm/" + upload,
                              Map.of("pledge", "yes", "_csrf", token)))));
    }
    List<String> receipts = new ArrayList<>();
    for (Future<String> answer : answers) {
      receipts.add(answer.get());
    }
    pool.shutdownNow();
    assertThat(receipts).allMatch(to -> to.contains("/declare/receipt/"));
    assertThat(receipts.stream().distinct()).hasSize(1);
    String number = receipts.get(0).substring(receipts.get(0).lastIndexOf('/') + 1);
    one.finalState(number);
    assertThat(
            desk.template()
                .queryForObject(
                    "SELECT COUNT(*) FROM intake_file WHERE path LIKE '%" + number + "%'",
                    Integer.class))
        .isOne();
  }

  @Test
  void withoutThePledgeNothingIsSubmitted() throws Exception {
    String upload = clerk.uploaded("p.csv", declaration(OWN));
    HttpResponse<String> answer = clerk.visitor().fill("/declare/confirm/" + upload, Map.of());
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("请阅读承诺书并勾选");
    assertThat(clerk.get("/declare/confirm/" + upload).statusCode()).isEqualTo(200);
    assertThat(
            clerk
                .visitor()
                .postBare("/declare/confirm/" + upload, Map.of("pledge", "yes"))
                .statusCode())
        .as("a form without its token")
        .isEqualTo(403);
  }

  @Test
  void aNumberIsShownOnceAndThatIsRecorded() throws Exception {
    String upload = clerk.uploaded("r.csv", declaration(OWN));
    String page = "/declare/confirm/" + upload;
    String token = clerk.visitor().token(page);
    HttpResponse<String> shown =
        clerk.visitor().postBare(page + "/reveal", Map.of("line", "2", "_csrf", token));
    String to = Visitor.location(shown);
    assertThat(to).doesNotContain("11010519491231002X");
    String path = to.substring(to.indexOf("/declare"), to.indexOf('#'));
    assertThat(clerk.get(path).body())
        .contains("11010519491231002X")
        .doesNotContain("370702199001010012");
    assertThat(clerk.get(path).body()).doesNotContain("11010519491231002X");
    assertThat(
            new EventLedger(desk.template())
                .newest(EventLedger.Search.ALL, 50).stream()
                    .map(recorded -> recorded.event())
                    .filter(event -> event.kind() == EventKind.NUMBER_REVEALED)
                    .map(event -> event.subject().text()))
        .contains("110*************2X");
  }

  @Test
  void whoHasSeveralEmployersChoosesOne() throws Exception {
    Clerk several = Clerk.of(desk, "wu", "0370700006", "0370700007");
    assertThat(several.get("/declare").body()).contains("请选择要申报的单位", "0370700006", "0370700007");
    assertThat(Visitor.location(several.get("/declare/upload"))).endsWith("/declare");
    assertThat(several.visitor().fill("/declare", Map.of("employer", OTHERS)).statusCode())
        .isEqualTo(404);
    several.visitor().fill("/declare", Map.of("employer", "0370700007"));
    assertThat(several.get("/declare/upload").body()).contains("0370700007");
    byte[] both =
        (new String(declaration("0370700006"), UTF_8) + "0370700007,赵敏,820000198506300027,6000,\n")
            .getBytes(UTF_8);
    String upload = several.uploaded("both.csv", both);
    assertThat(several.get("/declare/confirm/" + upload).body())
        .contains("0370700006", "0370700007");
    String number = several.submitted(upload);
    assertThat(several.finalState(number)).contains("已受理");
  }

  @Test
  void retireesAreDeclaredTheSameWayWhereTheEmployerIsToDeclareThem() throws Exception {
    Clerk one = Clerk.of(desk, "feng", RETIREES);
    assertThat(clerk.get("/declare").body()).doesNotContain("办理退休人员申报");
    assertThat(one.get("/declare").body()).contains("办理退休人员申报");
    one.visitor().fill("/declare", Map.of("employer", RETIREES, "population", "retirees"));
    assertThat(one.get("/declare").body()).contains("退休人员退休金");
    String upload =
        one.uploaded(
            "退休.csv",
            ("单位编号,姓名,证件号码,月退休金\n" + RETIREES + ",王芳,440524188001010014,5000\n").getBytes(UTF_8));
    assertThat(one.get("/declare/check/" + upload).body())
        .contains("检查通过", "退休金合计")
        .doesNotContain("下限");
    assertThat(one.get("/declare/confirm/" + upload).body()).contains("个人账户划入基数");
    assertThat(one.finalState(one.submitted(upload))).contains("已受理");
  }

  @Test
  void hostileFilesEndInACheckNeverInAFault() throws Exception {
    for (Path file : files(Path.of("samples/inbox/refused-files"))) {
      HttpResponse<String> answer = clerk.upload("x.xlsx", Files.readAllBytes(file));
      if (answer.statusCode() == 400) {
        assertThat(answer.body()).as(file.toString()).contains("不属于您账号");
        continue;
      }
      String to = Visitor.location(answer);
      assertThat(to).as(file.toString()).contains("/declare/check/");
      HttpResponse<String> check = clerk.get(to.substring(to.indexOf("/declare")));
      assertThat(check.statusCode()).as(file.toString()).isEqualTo(200);
      assertThat(check.body()).as(file.toString()).doesNotContain("/declare/confirm/");
    }
    HttpResponse<String> none = clerk.visitor().fill("/declare/upload", Map.of());
    assertThat(none.statusCode()).isEqualTo(400);
    assertThat(none.body()).contains("请先选择文件");
  }

  @Test
  void tenThousandPeopleAreCheckedAndConfirmedPageByPage() throws Exception {
    Clerk one = Clerk.of(desk, "zheng", "0370700008");
    StringBuilder rows = new StringBuilder("单位编号,姓名,证件类型,证件号码,月均工资\n");
    for (int i = 0; i < 10_000; i++) {
      rows.append("0370700008,员工,护照,E").append(10_000_000 + i).append(",5000\n");
    }
    String upload = one.uploaded("large.csv", rows.toString().getBytes(UTF_8));
    assertThat(one.get("/declare/check/" + upload).body()).contains("10,000");
    String last = one.get("/declare/confirm/" + upload + "?page=50").body();
    assertThat(last).contains("第 50 页，共 50 页", "line-10000");
    assertThat(one.finalState(one.submitted(upload))).contains("已受理");
  }

  private static List<Path> files(Path folder) throws Exception {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
