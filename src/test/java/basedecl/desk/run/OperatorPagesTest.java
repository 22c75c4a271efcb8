package basedecl.desk.run;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.account.Account;
import basedecl.account.OneTimePassword;
import basedecl.account.OneTimeSecret;
import basedecl.account.Role;
import basedecl.account.SignInName;
import basedecl.desk.DeskUnderTest;
import basedecl.desk.Visitor;
import basedecl.job.desk.JobCatalog;
import basedecl.job.desk.JobRequest;
import basedecl.job.desk.RunDesk;
import basedecl.job.run.JobDefinition;
import basedecl.ledger.account.NewAccount;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.settings.JobKey;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The operator's pages one by one, over a ledger with declarations. */
@Tag("run")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OperatorPagesTest {

  private DeskUnderTest desk;
  private Visitor operator;
  private Visitor auditor;
  private Path inputs;

  @BeforeAll
  void declare(@TempDir Path folder) throws Exception {
    inputs = folder.resolve("inputs");
    desk = OperatorAtWork.desk(folder);
    operator = signedIn("an-operator", Role.OPERATOR);
    auditor = signedIn("an-auditor", Role.AUDITOR);
    run(
        new JobRequest(
            "declaration",
            Map.of("inbox", inputs.resolve("inbox").toString(), "settle-seconds", "1")));
  }

  @AfterAll
  void end() {
    desk.close();
  }

  private Visitor signedIn(String name, Role role) throws Exception {
    Visitor visitor = new Visitor(desk);
    visitor.signIn(desk.ready(name, role));
    return visitor;
  }

  private RunDesk.Ended run(JobRequest request) throws InterruptedException {
    RunDesk.Asked asked = desk.runs().start(request);
    long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (desk.runs().ended(asked.number()).isEmpty()) {
      assertThat(System.nanoTime() - end).isNegative();
      Thread.sleep(20);
    }
    return desk.runs().ended(asked.number()).orElseThrow();
  }

  private String page(String path) throws Exception {
    HttpResponse<String> answer = operator.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.body();
  }

  private long events(String kind) {
    Long count =
        desk.template()
            .queryForObject("SELECT COUNT(*) FROM account_event WHERE kind = ?", Long.class, kind);
    return count == null ? 0 : count;
  }

  @Test
  void everyJobAndEachKeyOfItsFormHasItsWords() {
    for (String name : JobCatalog.names()) {
      JobDefinition job = JobCatalog.named(name);
      assertThat(List.of("desk.run.job." + name, "desk.run.purpose." + name))
          .allMatch(Message::isKnown);
      for (JobKey key : JobForms.keys(job)) {
        assertThat(List.of("desk.run.key." + key.name(), "desk.run.hint." + key.name()))
            .as(name)
            .allMatch(Message::isKnown);
      }
    }
  }

  @Test
  void everyJobHasAForm() throws Exception {
    for (String name : JobCatalog.names()) {
      assertThat(page("/runs/new/" + name)).as(name).contains("name=\"business-date\"");
    }
    assertThat(operator.get("/runs/new/nothing").statusCode()).isEqualTo(404);
  }

  @Test
  void aFileThatWasNotOfferedIsRefusedAtItsFieldAndNothingIsRun() throws Exception {
    int before = desk.runs().lastEnded(RunDesk.REMEMBERED).size();
    for (String outside :
        List.of(
            "/etc/passwd",
            "inputs:../work/log/base-declaration.log",
            "inputs:/etc/passwd",
            "uploaded:00000000000000000000000000000000",
            "uploaded:../../../etc/passwd")) {
      HttpResponse<String> answer =
          operator.fill(
              "/runs/new/late-fee", Map.of("payments", outside, "year", "2024", "do", "real"));
      assertThat(answer.body())
          .contains("id=\"payments-fault\"")
          .contains("只能选择列出的文件或文件夹")
          .doesNotContain("root:");
    }
    assertThat(desk.runs().lastEnded(RunDesk.REMEMBERED)).hasSize(before);
    assertThat(desk.runs().waiting()).isEmpty();
  }

  @Test
  void linksAndHiddenFilesOfTheFolderAreNotOffered() throws Exception {
    Files.createSymbolicLink(inputs.resolve("link.csv"), Path.of("/etc/passwd"));
    Files.writeString(inputs.resolve(".hidden.csv"), "x");
    assertThat(page("/runs/new/late-fee"))
        .contains("inputs:payments/2024-01.csv")
        .doesNotContain("link.csv")
        .doesNotContain(".hidden.csv");
  }

  @Test
  void severalValuesRefusedStandEachAtItsField() throws Exception {
    HttpResponse<String> answer =
        operator.fill(
            "/runs/new/late-fee",
            Map.of("year", "24", "business-date", "tomorrow", "max-columns", "many"));
    assertThat(answer.body())
        .contains("id=\"year-fault\"", "id=\"business-date-fault\"", "id=\"payments-fault\"")
        .contains("id=\"max-columns-fault\"", "value=\"tomorrow\"")
        .contains("表单：键 business-date 的值“tomorrow”不是日期，请按 2024-01-26 的形式填写。");
  }

  @Test
  void whatTheJobItselfRefusesStandsAtTheFieldItIsAbout() throws Exception {
    HttpResponse<String> answer =
        operator.fill(
            "/runs/new/declaration",
            Map.of("year", "2024", "inbox", "inbox:employees", "period", "2025-01"));
    assertThat(answer.body()).contains("id=\"period-fault\"");
  }

  @Test
  void anUploadedFileIsTheOwnersAloneAndCanBeChosenAndDeleted() throws Exception {
    long before = events("FILE_UPLOADED");
    Upload upload = new Upload(operator);
    assertThat(upload.send("../缴费 一月.csv", "单位编号\n").statusCode()).isEqualTo(302);
    String page = page("/runs/files");
    assertThat(page).contains("缴费 一月.csv").doesNotContain("../缴费");
    assertThat(events("FILE_UPLOADED")).isEqualTo(before + 1);
    String id = page.replaceAll("(?s).*name=\"file\" value=\"([0-9a-f]{32})\".*", "$1");
    Path kept = desk.work().resolve("desk/files").resolve(id);
    assertThat(Files.getPosixFilePermissions(kept))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    assertThat(page("/runs/new/late-fee")).contains("uploaded:" + id);
    assertThat(operator.fill("/runs/files", Map.of()).body()).contains("请先选择文件");
    assertThat(
            operator
                .postBare(
                    "/runs/files/delete",
                    Map.of("file", id, "_csrf", operator.token("/runs/files")))
                .statusCode())
        .isEqualTo(302);
    assertThat(kept).doesNotExist();
  }

  @Test
  void onlyFilesOfTheRunAreServedAndOnlyWhileTheyAreItsOwn() throws Exception {
    String list = page("/runs/1/outputs");
    String link = linkOf(list, "summary-2024.xlsx");
    long before = events("DOWNLOADED");
    HttpResponse<byte[]> answer = operator.download(link);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .contains("spreadsheetml.sheet");
    assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment");
    assertThat(events("DOWNLOADED")).isEqualTo(before + 1);
    assertThat(operator.get("/runs/1/outputs/999").statusCode()).isEqualTo(404);
    assertThat(operator.get("/runs/99/outputs/0").statusCode()).isEqualTo(404);
    String receipts = linkOf(list, "receipts.csv");
    Files.writeString(desk.work().resolveSibling("output").resolve("receipts.csv"), "other");
    assertThat(operator.get(receipts).statusCode()).isEqualTo(404);
  }

  private static String linkOf(String page, String file) {
    return page.lines()
        .filter(line -> line.contains(">" + file + "<"))
        .map(line -> line.replaceAll(".*href=\"([^\"]+)\".*", "$1"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void receiptsAreFilteredByVerdictEmployerAndCode() throws Exception {
    assertThat(page("/runs/1/receipts?verdict=REJECTED"))
        .contains("未受理")
        .doesNotContain("<span class=\"state\">已受理</span>");
    String one = page("/runs/1/receipts?employer=0370700001");
    assertThat(one).contains("符合条件的 1 条");
    assertThat(page("/runs/1/receipts?code=NO_SUCH_CODE")).contains("符合条件的 0 条");
    assertThat(operator.get("/runs/99/receipts").statusCode()).isEqualTo(404);
  }

  @Test
  void aRunThatFailedOrCouldNotBeBegunIsToldOnTheFirstPage() throws Exception {
    desk.template()
        .update(
            "INSERT INTO ledger_run (run_id, job, policy, policy_version, contribution_year,"
                + " business_date, attempt, state) VALUES (77, 'papers', 'p', '1', 2024,"
                + " DATE '2024-01-24', 1, 'FAILED')");
    try {
      assertThat(page("/")).contains("运行 77 没有完成", "/runs/77");
      assertThat(page("/runs")).contains(">77<").contains("失败");
      assertThat(page("/runs/77")).contains("再次运行同一作业");
      assertThat(page("/runs?state=FAILED")).contains(">77<").doesNotContain("/runs/1\"");
    } finally {
      desk.template().update("DELETE FROM ledger_run WHERE run_id = 77");
    }
  }

  @Test
  void aRunThatWaitsIsTakenBackAndRecorded() throws Exception {
    RunDesk.Asked first = desk.runs().start(new JobRequest("papers", Map.of()));
    RunDesk.Asked second = desk.runs().start(new JobRequest("papers", Map.of()));
    long before = events("JOB_STOPPED");
    operator.postBare(
        "/runs/stop",
        Map.of("number", Long.toString(second.number()), "_csrf", operator.token("/runs/files")));
    assertThat(events("JOB_STOPPED")).isEqualTo(before + 1);
    long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    while (desk.runs().ended(first.number()).isEmpty()) {
      assertThat(System.nanoTime() - end).isNegative();
      Thread.sleep(20);
    }
    assertThat(desk.runs().ended(second.number())).isEmpty();
    assertThat(desk.runs().waiting()).isEmpty();
  }

  @Test
  void aRunUnderWayIsFollowedAndAskedToStop() throws Exception {
    String started =
        Visitor.location(
            operator.fill("/runs/new/late-fee", Map.of("payments", "inputs:payments")));
    assertThat(started).startsWith("/runs/asked/");
    String number = started.substring("/runs/asked/".length());
    long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    while (desk.runs().progress().isEmpty() && desk.runs().lastEnded(1).isEmpty()) {
      assertThat(System.nanoTime() - end).isNegative();
    }
    HttpResponse<String> stopped =
        operator.postBare(
            "/runs/stop", Map.of("number", number, "_csrf", operator.token("/runs/files")));
    assertThat(stopped.statusCode()).isEqualTo(302);
    while (desk.runs().ended(Long.parseLong(number)).isEmpty()) {
      assertThat(System.nanoTime() - end).isNegative();
      Thread.sleep(20);
    }
    String run = Visitor.location(operator.get(started));
    assertThat(run).matches("/runs/\\d+");
    assertThat(page(run)).contains("an-operator").containsAnyOf("已停止", "完成");
    HttpResponse<String> polled = operator.get(started + "/state");
    assertThat(polled.headers().firstValue("HX-Redirect")).contains(started);
    assertThat(operator.get(run + "/state").headers().firstValue("HX-Redirect")).contains(run);
    assertThat(operator.get("/runs/asked/999999").statusCode()).isEqualTo(404);
  }

  @Test
  void nobodyElseComesIn() throws Exception {
    for (String path :
        List.of("/runs", "/runs/1", "/runs/new", "/runs/files", "/runs/search", "/runs/waiting")) {
      assertThat(auditor.get(path).statusCode()).as(path).isEqualTo(403);
    }
    assertThat(auditor.get("/policies").statusCode()).isEqualTo(200);
    assertThat(operator.get("/policies").statusCode()).isEqualTo(200);
  }

  @Test
  void theLogOfARunHoldsNoNumberOfAPerson() throws Exception {
    Path log = desk.work().resolve("log/base-declaration.log");
    Files.writeString(log, "2024-01-24T10:00:00.000 INFO  [x] y 370702199001010012 z\n");
    List<String> lines =
        new RunLog(desk.work())
            .between(LocalDateTime.parse("2024-01-24T09:00:00"), Optional.empty());
    assertThat(lines).anyMatch(line -> line.endsWith("y … z"));
    assertThat(lines.toString()).doesNotContain("370702199001010012");
  }

  @Test
  void theStatusOfTheYearStandsOnThePageOfWhatWaits() throws Exception {
    assertThat(page("/runs/waiting")).contains("未申报", "等单位上传盖章、签字的材料");
    String reminders = page("/runs/reminders?state=not-declared");
    assertThat(reminders).contains("缴费基数尚未申报", "7211656", "截止日期");
    assertThat(page("/runs/reminders?state=accepted")).doesNotContain("缴费基数尚未申报");
    HttpResponse<byte[]> workbook =
        operator.download("/runs/reminders/workbook?state=not-declared");
    assertThat(workbook.statusCode()).isEqualTo(200);
    assertThat(new String(workbook.body(), 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");
  }

  @Test
  void aPersonIsFoundMaskedAndShownOnDemandWithARecord() throws Exception {
    Map<String, Object> someone =
        desk.template()
            .queryForMap(
                "SELECT person_name, id_number, line_key FROM declared_person ORDER BY line_key"
                    + " LIMIT 1");
    String number = String.valueOf(someone.get("id_number"));
    HttpResponse<String> sent =
        operator.fill("/runs/search", Map.of("what", "person", "text", number));
    assertThat(Visitor.location(sent)).isEqualTo("/runs/search");
    String masked = number.substring(0, 3) + "*".repeat(13) + number.substring(16);
    String found = page("/runs/search");
    assertThat(found).contains(masked).contains(String.valueOf(someone.get("person_name")));
    assertThat(found.replace("value=\"" + number + "\"", "")).doesNotContain(number);
    long before = events("NUMBER_REVEALED");
    HttpResponse<String> shown =
        operator.fill(
            "/runs/search",
            Map.of("what", "person", "text", String.valueOf(someone.get("person_name"))));
    assertThat(Visitor.location(shown)).isEqualTo("/runs/search");
    assertThat(page("/runs/search")).contains(masked).doesNotContain(number);
    String revealed =
        operator
            .postBare(
                "/runs/search/number",
                Map.of(
                    "line",
                    String.valueOf(someone.get("line_key")),
                    "_csrf",
                    operator.token("/runs/search")))
            .body();
    assertThat(revealed).contains(number);
    assertThat(events("NUMBER_REVEALED")).isEqualTo(before + 1);
    assertThat(
            operator
                .postBare(
                    "/runs/search/number",
                    Map.of("line", "1", "_csrf", operator.token("/runs/search")))
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void anEmployerIsFoundByABeginningOrAPartAndSignsOfPatternsAreText() throws Exception {
    operator.fill("/runs/search", Map.of("what", "employer", "text", "03707000"));
    assertThat(page("/runs/search")).contains("0370700001");
    operator.fill("/runs/search", Map.of("what", "employer", "text", "%"));
    assertThat(page("/runs/search")).contains("没有找到");
  }

  @Test
  void aPolicyIsShownAsKnownOnADayWithItsCitations() throws Exception {
    String all = page("/policies/weifang-employee-medical");
    assertThat(all).contains("4242", "暂用数");
    assertThat(page("/policies/weifang-employee-medical?known-on=2000-01-01"))
        .doesNotContain("<td>4242.00</td>");
    assertThat(page("/policies/weifang-employee-medical?known-on=soon"))
        .contains("id=\"known-on-fault\"");
    assertThat(operator.get("/policies/nothing").statusCode()).isEqualTo(404);
  }

  @Test
  void whatIfIsToldWithATableAPictureAndAWorkbook() throws Exception {
    assertThat(page("/policies/try")).contains("4242").doesNotContain("<svg");
    String tried = page("/policies/try?limits.lower=4500");
    assertThat(tried).contains("<svg", "limits.lower：4242.00 → 4500", "有变化的单位");
    HttpResponse<byte[]> workbook =
        operator.download("/policies/try/workbook?limits.lower=4500&period=");
    assertThat(workbook.statusCode()).isEqualTo(200);
    assertThat(page("/policies/try?limits.lower=much")).contains("id=\"limits.lower-fault\"");
    assertThat(page("/policies/try?limits.lower=4500&period=2025-01"))
        .contains("id=\"period-fault\"")
        .doesNotContain("<svg");
    assertThat(auditor.get("/policies/try?limits.lower=4500").statusCode()).isEqualTo(200);
  }

  @Test
  void anAuditorOfOneAgencySeesItsEmployersAloneInATrial() throws Exception {
    desk.accounts()
        .add(
            NewAccount.ofCentre(new SignInName("of-one-agency"), Role.AUDITOR, Optional.of("奎文区")),
            OneTimePassword.draw(new SplittableRandom(17)),
            desk.now().plus(OneTimePassword.VALID));
    Account account = desk.accounts().find("of-one-agency").orElseThrow();
    desk.accounts().changePassword(account.id(), DeskUnderTest.PASSWORD);
    OneTimeSecret secret = OneTimeSecret.draw(new SplittableRandom(18));
    desk.accounts().enrol(account.id(), secret, 0);
    Visitor visitor = new Visitor(desk);
    visitor.signIn(new DeskUnderTest.Ready("of-one-agency", Optional.of(secret)));
    Set<String> agencies = agenciesOf(visitor.get("/policies/try?limits.lower=9000").body());
    assertThat(agencies).isSubsetOf("奎文区");
    assertThat(agenciesOf(page("/policies/try?limits.lower=9000"))).hasSizeGreaterThan(1);
  }

  /** The third column of the table of employers. */
  private static Set<String> agenciesOf(String page) {
    String employers =
        page.substring(page.indexOf("id=\"employers\""), page.indexOf("<form class"));
    return Pattern.compile("<th scope=\"row\">[^<]*</th><td>[^<]*</td><td>([^<]*)</td>")
        .matcher(employers)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toSet());
  }

  @Test
  void bothLanguagesHaveEveryWordOfTheList() throws Exception {
    assertThat(Message.of("desk.run.title").in(Language.EN)).isEqualTo("Runs");
    assertThat(page("/runs?lang=en")).contains("All runs");
    page("/runs?lang=zh");
  }
}
