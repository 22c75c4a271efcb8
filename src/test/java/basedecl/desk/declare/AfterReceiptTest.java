package basedecl.desk.declare;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import basedecl.account.EventKind;
import basedecl.desk.DeskUnderTest;
import basedecl.desk.RunsUnderTest;
import basedecl.desk.Visitor;
import basedecl.job.desk.DeskRuns;
import basedecl.job.desk.JobRequest;
import basedecl.job.desk.RunDesk;
import basedecl.ledger.account.EventLedger;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes after the receipt, over a real server: papers, scans, result, dues. */
@Tag("run")
@SuppressWarnings("NullAway.Init")
class AfterReceiptTest {

  private static final String WHOLE_NUMBER = "370702199001010012";
  private static final byte[] PDF = "%PDF-1.7 scan".getBytes(UTF_8);
  private static final String BOUNDARY = "----------------scan-boundary";
  private static final Pattern VIEW =
      Pattern.compile("/declare/materials/([0-9]+)/([a-z0-9.-]+)/view");

  @TempDir static Path folder = Path.of("");

  private static DeskUnderTest desk;

  @BeforeAll
  static void begin() throws Exception {
    desk = DeskUnderTest.start(folder);
  }

  @AfterAll
  static void end() {
    desk.close();
  }

  private static void declare(Clerk clerk, String employer, int wage) throws Exception {
    byte[] file =
        ("单位编号,姓名,证件号码,月均工资\n" + employer + ",王芳," + WHOLE_NUMBER + "," + wage + "\n")
            .getBytes(UTF_8);
    String number = clerk.submitted(clerk.uploaded("申报表.csv", file));
    assertThat(clerk.finalState(number)).contains("已受理");
  }

  @Test
  void fromPapersOverScansReturnedAndAgainToTheConfirmation() throws Exception {
    String employer = "0370700003";
    Clerk clerk = Clerk.of(desk, "zhou", employer);
    assertThat(clerk.get("/declare/papers").body()).contains("没有可打印的表");
    assertThat(clerk.get("/declare/papers/summary").statusCode()).isEqualTo(404);
    assertThat(clerk.get("/declare/materials").body()).contains("现在不用上传材料");
    assertThat(clerk.get("/declare/result").body()).contains("请尽快申报");
    declare(clerk, employer, 5000);

    assertThat(clerk.get("/declare/papers").body())
        .contains("2024-" + employer + "-V1-", "请打印汇总表和明细表")
        .doesNotContain(WHOLE_NUMBER);
    assertThat(clerk.get("/declare/papers/summary").body()).contains("诚信", "5,000.00");
    assertThat(clerk.get("/declare/papers/detail").body())
        .contains(WHOLE_NUMBER, "职工签字", "2024-" + employer + "-V1-");
    HttpResponse<String> workbook = clerk.get("/declare/papers/detail/workbook");
    assertThat(workbook.headers().firstValue("Content-Type").orElse("")).contains("spreadsheetml");
    assertThat(workbook.body()).startsWith("PK");

    handIn(clerk);
    assertThat(clerk.get("/declare/materials").body())
        .contains("summary-01.pdf", "detail-01.pdf", "汇总表和明细表都有了");
    seenAgainAndByNobodyElse(clerk);
    submit(clerk);
    assertThat(clerk.get("/declare/materials").body()).contains("正在审核，不能再改");
    assertThat(uploaded(clerk, "summary", "x.pdf", PDF).statusCode()).isEqualTo(400);

    decide(employer, "退回,明细表缺少签字");
    assertThat(clerk.get("/declare/result").body())
        .contains("明细表缺少签字", "已退回", "上传更正的申报表", "2024-01-25");
    assertThat(clerk.get("/declare/papers").body()).contains("不要再打印");
    declare(clerk, employer, 5100);
    assertThat(clerk.get("/declare/materials").body()).contains("还没有上传");
    handIn(clerk);
    submit(clerk);
    decide(employer, "通过,");
    assertThat(clerk.get("/declare/result").body()).contains("完成", "审核通过");
    assertThat(posted(clerk, "/declare/result", Map.of()).statusCode()).isEqualTo(302);
    until(() -> clerk.get("/declare/result").body().contains("已办结"));
    assertThat(clerk.get("/declare/result").body())
        .contains("已办结", "已确认", "不能再申报")
        .doesNotContain("点“完成”");
    assertThat(clerk.get("/declare/result?lang=en").body()).contains("Result of the review");
    assertThat(
            new EventLedger(desk.template())
                .newest(EventLedger.Search.ALL, 200).stream()
                    .map(each -> each.event().kind())
                    .toList())
        .contains(
            EventKind.DOWNLOADED,
            EventKind.LOOKED_AT,
            EventKind.MATERIAL_UPLOADED,
            EventKind.CONFIRMED);
  }

  private static void seenAgainAndByNobodyElse(Clerk clerk) throws Exception {
    Matcher view = VIEW.matcher(clerk.get("/declare/materials").body());
    assertThat(view.find()).isTrue();
    String scan = "/declare/materials/" + view.group(1) + "/" + view.group(2);
    assertThat(clerk.get(scan + "/view").body()).contains("<iframe", scan);
    HttpResponse<String> shown = clerk.get(scan);
    assertThat(shown.body()).isEqualTo(new String(PDF, UTF_8));
    assertThat(shown.headers().firstValue("Content-Type").orElse("")).isEqualTo("application/pdf");
    assertThat(shown.headers().firstValue("X-Content-Type-Options").orElse(""))
        .isEqualTo("nosniff");
    assertThat(shown.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'");
    Clerk other = Clerk.of(desk, "li", "0370700004");
    for (String path : List.of(scan, scan + "/view", "/declare/materials/999999/summary-01.pdf")) {
      assertThat(other.get(path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(clerk.get("/declare/materials/" + view.group(1) + "/none.pdf").statusCode())
        .isEqualTo(404);
  }

  @Test
  void hostileScansAreRefusedAndTheRestIsKept() throws Exception {
    String employer = "0370700006";
    Clerk clerk = Clerk.of(desk, "wu", employer);
    declare(clerk, employer, 6000);
    HttpResponse<String> html =
        uploaded(clerk, "summary", "a.pdf", "<html><script>x</script>".getBytes(UTF_8));
    assertThat(html.statusCode()).isEqualTo(400);
    assertThat(html.body()).contains("a.pdf 的内容不是 PDF、JPEG 或 PNG", "只改文件扩展名没有用");
    assertThat(uploaded(clerk, "other", "a.pdf", PDF).body()).contains("请选择内容和文件");
    assertThat(uploaded(clerk, "detail", "../../../evil.pdf", PDF).statusCode()).isEqualTo(302);
    assertThat(clerk.get("/declare/materials").body())
        .contains("detail-01.pdf", "缺少：")
        .doesNotContain("evil");
    assertThat(posted(clerk, "/declare/materials/submit", Map.of()).statusCode()).isEqualTo(409);
    assertThat(
            posted(clerk, "/declare/materials/remove", Map.of("name", "detail-01.pdf"))
                .statusCode())
        .isEqualTo(302);
    assertThat(clerk.get("/declare/materials").body()).contains("还没有上传");
    assertThat(posted(clerk, "/declare/result", Map.of()).body()).contains("当前状态为“已受理”，不能办理这一步");
    byte[] large = Arrays.copyOf(PDF, 30 << 20);
    assertThat(uploaded(clerk, "detail", "30.pdf", large).statusCode())
        .as("a scan may be larger than a table")
        .isEqualTo(302);
    assertThat(isTurnedAway(clerk, Arrays.copyOf(PDF, 60 << 20))).isTrue();
    assertThat(clerk.get("/declare/materials").body())
        .contains("detail-01.pdf")
        .doesNotContain("detail-02.pdf");
    try (var files = Files.walk(folder)) {
      assertThat(files.map(Path::toString)).noneMatch(file -> file.contains("evil"));
    }
  }

  @Test
  void duesArePlainWhereNothingIsKnown() throws Exception {
    Clerk clerk = Clerk.of(desk, "zheng", "0370700001");
    assertThat(clerk.get("/declare/dues").body()).contains("还没有计算过", "还没有本年度的缴费记录");
  }

  private static void handIn(Clerk clerk) throws Exception {
    for (String kind : List.of("summary", "detail")) {
      assertThat(uploaded(clerk, kind, "扫描.pdf", PDF).statusCode()).isEqualTo(302);
    }
  }

  private static void submit(Clerk clerk) throws Exception {
    assertThat(posted(clerk, "/declare/materials/submit", Map.of()).statusCode()).isEqualTo(302);
    until(() -> clerk.get("/declare/materials").body().contains("正在审核，不能再改"));
  }

  /** The agency decides by a file, in a run beside those of the desk. */
  private static void decide(String employer, String decision) throws Exception {
    Path file = Files.createTempFile(folder, "decisions", ".csv");
    Files.writeString(file, "单位编号,决定,意见\n" + employer + "," + decision + "\n", UTF_8);
    DataSource ledger = Optional.ofNullable(desk.template().getDataSource()).orElseThrow();
    try (DeskRuns runs =
        RunsUnderTest.begin(ledger, folder.resolve("agency"), LocalDate.of(2024, 1, 24))) {
      RunDesk.Asked asked =
          runs.start(
              new JobRequest("review", Map.of("decisions", file.toString(), "workbooks", "none")));
      until(() -> runs.ended(asked.number()).isPresent());
      assertThat(runs.ended(asked.number()).orElseThrow().outcome().isDone()).isTrue();
    }
  }

  private interface Reached {
    boolean isSo() throws Exception;
  }

  private static void until(Reached reached) throws Exception {
    long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (!reached.isSo()) {
      assertThat(System.nanoTime() - end).as("it comes to this in time").isNegative();
      Thread.sleep(100);
    }
  }

  /** Told by an answer, or by the end of the connection while the file is still on its way. */
  private static boolean isTurnedAway(Clerk clerk, byte[] content) throws Exception {
    try {
      return uploaded(clerk, "detail", "60.pdf", content).statusCode() == 413;
    } catch (IOException cutOff) {
      return true;
    }
  }

  private static HttpResponse<String> posted(Clerk clerk, String path, Map<String, String> fields)
      throws Exception {
    Map<String, String> all = new TreeMap<>(fields);
    all.put("_csrf", clerk.visitor().token("/declare/papers"));
    return clerk.visitor().postBare(path, all);
  }

  private static HttpResponse<String> uploaded(
      Clerk clerk, String kind, String name, byte[] content) throws Exception {
    Visitor visitor = clerk.visitor();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    part(body, "_csrf", "", visitor.token("/declare/papers").getBytes(UTF_8));
    part(body, "kind", "", kind.getBytes(UTF_8));
    part(body, "file", name, content);
    body.write(("--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
    return visitor.send(
        HttpRequest.newBuilder(visitor.at("/declare/materials"))
            .timeout(Duration.ofMinutes(2))
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(BodyPublishers.ofByteArray(body.toByteArray()))
            .build());
  }

  private static void part(ByteArrayOutputStream body, String field, String name, byte[] content)
      throws IOException {
    String file =
        name.isEmpty()
            ? ""
            : "; filename=\"" + name + "\"\r\nContent-Type: application/octet-stream";
    body.write(
        ("--"
                + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\""
                + field
                + "\""
                + file
                + "\r\n\r\n")
            .getBytes(UTF_8));
    body.write(content);
    body.write("\r\n".getBytes(UTF_8));
  }
}
