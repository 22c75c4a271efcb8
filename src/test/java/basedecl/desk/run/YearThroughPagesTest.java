package basedecl.desk.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import basedecl.account.Role;
import basedecl.cli.InProcess;
import basedecl.desk.DeskUnderTest;
import basedecl.desk.Visitor;
import basedecl.desk.declare.Clerk;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A year of the sample centre, worked twice: by commands, and by the centre's people and a clerk
 * through the pages alone. After every step both folders of outputs say the same, cell by cell.
 *
 * <p>Of one thing only the two may differ: the folder in which the manifests say that a file lay
 * which was handed over; its name and digest are the same. An assessment in the pages has one
 * period a person and one employer, so the command is given the same portions.
 */
@Tag("run")
@SuppressWarnings("NullAway.Init")
class YearThroughPagesTest {

  private static final Path SAMPLES = Path.of("samples");

  /** The day on which the desk stands, and the auditor's assessments with it. */
  private static final String ASSESSED_ON = "2024-03-20";

  @TempDir private Path folder;

  private DeskUnderTest desk;
  private Visitor operator;
  private Visitor reviewer;
  private Visitor auditor;

  @Test
  void aYearThroughThePagesIsTheYearByCommands() throws Exception {
    layOut(commands());
    layOut(pages());
    // The shipped file names the samples' decisions and confirmations, which come later here.
    Files.writeString(
        commands().resolve("review.yaml"),
        "job: review\npolicy: weifang-employee-medical\nyear: 2024\n");
    try (DeskUnderTest opened =
        DeskUnderTest.start(
            pages(), "inputs=" + pages().resolve("inputs"), "business-date=" + ASSESSED_ON)) {
      desk = opened;
      operator = signedIn("operator-1", Role.OPERATOR);
      reviewer = signedIn("reviewer-1", Role.REVIEWER);
      auditor = signedIn("auditor-1", Role.AUDITOR);
      declare();
      review();
      audit();
      declareAgain();
      assess();
      collect();
      changeLimits();
      flexible();
    }
    assertThat(OutputFolders.files(pages().resolve("output")).keySet())
        .contains(
            "summary-2024.xlsx",
            "detail-2024.xlsx",
            "flagged-2024.xlsx",
            "progress-2024.xlsx",
            "audit-outcome-2024.xlsx",
            "late-fees-2024.xlsx",
            "staff-changes-2024.xlsx",
            "limit-change-2024.xlsx",
            "declaration-changes-2024.xlsx",
            "not-declared-2024.xlsx",
            "retirees/retirees-summary-2024.xlsx",
            "flexible-2022.xlsx",
            "top-up-2022.xlsx",
            "special-payments-2022.xlsx",
            "manifest.json",
            "audit-manifest.json",
            "retirees/manifest.json");
  }

  private Path commands() {
    return folder.resolve("commands");
  }

  private Path pages() {
    return folder.resolve("pages");
  }

  private Visitor signedIn(String name, Role role) throws Exception {
    Visitor visitor = new Visitor(desk);
    visitor.signIn(desk.ready(name, role));
    return visitor;
  }

  private void declare() throws Exception {
    both("retirees", "2024-01-24", Map.of("inbox", "retirees/first"));
    both("declaration", "2024-01-26", Map.of("inbox", "inbox"));
    both("papers", "2024-01-26", Map.of());
  }

  private void review() throws Exception {
    both("review", "2024-01-30", Map.of("materials", "materials"));
    decide("0370700001", "approve", "材料齐全，准予申报");
    decide("0370700002", "return", "明细表第2页缺少职工签字");
    WebForm.of(reviewer, "/review/0370700005", "/review/0370700005")
        .tick("decision", "return")
        .tick("ground", "seal")
        .press();
    Path decisions =
        Files.write(
            commands().resolve("decisions.csv"),
            List.of(
                "单位编号,决定,意见",
                "0370700001,通过,材料齐全，准予申报",
                "0370700002,退回,明细表第2页缺少职工签字",
                "0370700005,退回,缺少单位盖章"));
    upload("review/confirmations.csv");
    command(
        "review",
        "2024-01-30",
        Map.of(
            "decisions",
            decisions.toString(),
            "confirmations",
            SAMPLES.resolve("review/confirmations.csv").toString()));
    byForm("review", "2024-01-30", Map.of("confirmations", "confirmations.csv"));
    same("review with decisions");
  }

  private void decide(String employer, String decision, String opinion) throws Exception {
    String page = "/review/" + employer;
    HttpResponse<String> answer =
        WebForm.of(reviewer, page, page)
            .tick("decision", decision)
            .type("opinion", opinion)
            .press();
    assertThat(answer.statusCode()).as(employer).isEqualTo(302);
  }

  private void audit() throws Exception {
    both(
        "audit",
        "2024-01-31",
        Map.of("tax-wages", "audit/tax-wages.csv", "last-year", "audit/last-year.csv"));
  }

  /** An employer whose declaration was returned corrects it in its own pages. */
  private void declareAgain() throws Exception {
    String declaration =
        "单位编号,单位名称,姓名,证件号码,月均工资\n0370700002,潍坊云门岫物流有限公司,王芳,370702199001010012,5100\n";
    Clerk clerk = Clerk.of(desk, "clerk-1", "0370700002");
    String number = clerk.submitted(clerk.uploaded("corrected.csv", declaration.getBytes(UTF_8)));
    assertThat(clerk.finalState(number)).contains("已受理");
    // The desk hands a file in by its receipt's number, in a folder of the employer's.
    Path handedIn = commands().resolve("inputs/again/0370700002").resolve(number + ".csv");
    Files.createDirectories(handedIn.getParent());
    Files.writeString(handedIn, declaration);
    command(
        "declaration",
        ASSESSED_ON,
        Map.of(
            "inbox",
            commands().resolve("inputs/again").toString(),
            "settle-seconds",
            "1",
            "workbooks",
            "none"));
    fetch("declaration");
    same("a declaration corrected by its employer");
  }

  private void assess() throws Exception {
    assessed(
        "0370700039",
        new Found("郑梓燕", "370700198311230005", "4242.01", "2024-01", "2024-12", "工资台账第3页"),
        new Found("唐刚", "370700197906100002", "25000.00", "2024-02", "2024-02", "工资台账第5页"));
    assessed(
        "0370700037",
        new Found("吴海明", "370700197402210005", "5302.50", "2024-01", "2024-12", "个税申报记录"),
        new Found("高洋", "370700199509090006", "6000", "2024-03", "2024-06", "代发工资流水"));
    assessed(
        "0370700037",
        new Found("高洋", "370700199509090006", "6500", "2024-07", "2024-08", "代发工资流水"));
    both("declaration", "2024-03-21", Map.of("inbox", "nothing"));
  }

  /** What was found of a person's wage. */
  private record Found(
      String name, String idNumber, String wage, String from, String to, String basis) {

    String line(String employer) {
      return String.join(",", employer, idNumber, wage, from, to, basis);
    }
  }

  private void assessed(String employer, Found... all) throws Exception {
    List<String> table = new ArrayList<>(List.of("单位编号,证件号码,核定月均工资,所属期起,所属期止,依据"));
    Stream.of(all).map(each -> each.line(employer)).forEach(table::add);
    Path file = Files.write(commands().resolve("outcomes.csv"), table);
    command("audit-outcome", ASSESSED_ON, Map.of("outcomes", file.toString()));

    String page = "/audit/" + employer;
    Document people = Jsoup.parse(auditor.get(page + "/people?all=true").body());
    WebForm chosen = WebForm.of(auditor, page + "/people?all=true", page + "/assess");
    for (Found each : all) {
      chosen.tick("line", line(people, each.name()));
    }
    WebForm form = WebForm.of(auditor, chosen.press(), page + "/assessed");
    for (Found each : all) {
      String line = line(people, each.name());
      form.type("wage-" + line, each.wage())
          .select("from-" + line, each.from())
          .select("to-" + line, each.to())
          .type("basis-" + line, each.basis());
    }
    assertThat(form.press().statusCode()).isEqualTo(302);
    Document after = waited(auditor, page, "p.notice.warn[role=status]");
    assertThat(after.select("div.notice.wrong").text()).as(employer).isEmpty();
    fetch("audit-outcome");
    same("audit-outcome " + employer);
  }

  private static String line(Document people, String name) {
    return people.select("tbody tr").stream()
        .filter(row -> row.select("th").text().equals(name))
        .map(row -> row.select("input[name=line]").attr("value"))
        .findFirst()
        .orElseThrow();
  }

  private void collect() throws Exception {
    both("staff-changes", "2024-04-08", Map.of("changes", "staff-changes/2024-04.csv"));
    both("late-fee", "2024-04-10", Map.of("payments", "payments"));
  }

  private void changeLimits() throws Exception {
    both("limit-change", "2024-07-01", Map.of("from", "2024-07"));
    both("retirees", "2024-07-10", Map.of("inbox", "retirees/adjusted"));
    both("declaration", "2024-07-31", Map.of("inbox", "nothing"));
    both(
        "audit",
        "2024-07-31",
        Map.of("tax-wages", "audit/tax-wages.csv", "last-year", "audit/last-year.csv"));
    both("late-fee", "2024-08-30", Map.of("payments", "payments"));
  }

  private void flexible() throws Exception {
    both(
        "flexible-election",
        "2022-01-10",
        Map.of("year", "2022", "elections", "flexible/weifang-2022.csv"));
    both("top-up", "2022-12-01", Map.of("year", "2022", "retired", "retired/weifang-2022.csv"));
    both(
        "special-payment",
        "2022-12-20",
        Map.of(
            "year",
            "2022",
            "approved",
            "special/approved-2022.csv",
            "payments",
            "special/payments-2022.csv"));
  }

  /** A job by a command and by its form; then what both wrote is compared. */
  private void both(String job, String day, Map<String, String> keys) throws Exception {
    Map<String, String> settings = new TreeMap<>();
    Map<String, String> fields = new TreeMap<>();
    for (Map.Entry<String, String> key : keys.entrySet()) {
      String value = key.getValue();
      if (value.endsWith(".csv")) {
        settings.put(key.getKey(), SAMPLES.resolve(value).toString());
        fields.put(key.getKey(), upload(value));
      } else if (Files.isDirectory(commands().resolve("inputs").resolve(value))) {
        settings.put(key.getKey(), commands().resolve("inputs").resolve(value).toString());
        fields.put(key.getKey(), value + "/");
      } else {
        settings.put(key.getKey(), value);
        fields.put(key.getKey(), value);
      }
    }
    command(job, day, settings);
    byForm(job, day, fields);
    same(job + " of " + day);
  }

  private void command(String job, String day, Map<String, String> settings) {
    Path own = commands().resolve(job + ".yaml");
    String file = Files.exists(own) ? own.toString() : "jobs/" + job + ".yaml";
    List<String> words = new ArrayList<>(List.of("run", file));
    set(words, "business-date", day);
    set(words, "work", commands().resolve("work").toString());
    set(words, "output", commands().resolve(output(job)).toString());
    set(words, "database", "jdbc:h2:file:" + commands().resolve("ledger"));
    settings.forEach((key, value) -> set(words, key, value));
    InProcess.Ended ended = InProcess.run(words.toArray(String[]::new));
    assertThat(ended.status()).as(job + ": " + ended.said()).isZero();
  }

  /** As the job's own file has it. */
  private static String output(String job) {
    return job.equals("retirees") ? "output/retirees" : "output";
  }

  private static void set(List<String> words, String key, String value) {
    words.addAll(List.of("--set", key + "=" + value));
  }

  private void byForm(String job, String day, Map<String, String> fields) throws Exception {
    String page = "/runs/new/" + job;
    WebForm form = WebForm.of(operator, page, page).type("business-date", day);
    fields.forEach(
        (name, value) -> {
          if (form.isSelect(name)) {
            form.select(name, value);
          } else {
            form.type(name, value);
          }
        });
    HttpResponse<String> answer = form.press("do", "real");
    assertThat(answer.statusCode())
        .as(() -> job + ": " + Jsoup.parse(answer.body()).select(".field-error, .notice").text())
        .isEqualTo(302);
    Document run = waited(operator, path(Visitor.location(answer)), "#state[hx-get]");
    assertThat(run.select("#state .wrong, #state .wrong-text").text()).as(job).isEmpty();
    fetch(job);
  }

  /** The operator fetches what the last run of a job wrote, as far as the first page of it goes. */
  private void fetch(String job) throws Exception {
    Document runs = Jsoup.parse(operator.get("/runs?job=" + job).body());
    String run = runs.select("tbody a[href^=/runs/]").attr("href");
    Elements outputs =
        Jsoup.parse(operator.get(run + "/outputs").body()).select("a[href^=" + run + "/outputs/]");
    assertThat(outputs).as("%s: %s", job, run).isNotEmpty();
    for (Element output : outputs) {
      HttpResponse<byte[]> answer = operator.download(output.attr("href"));
      assertThat(answer.statusCode()).as("%s: %s", job, output.text()).isEqualTo(200);
      assertThat(pages().resolve(output(job)).resolve(output.text()))
          .hasBinaryContent(answer.body());
    }
  }

  /** The page once it has nothing of that kind, wherever it led to. */
  private static Document waited(Visitor visitor, String page, String still) throws Exception {
    long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    String at = page;
    while (true) {
      HttpResponse<String> answer = visitor.get(at);
      if (answer.statusCode() == 302) {
        at = path(Visitor.location(answer));
      } else {
        assertThat(answer.statusCode()).as(at).isEqualTo(200);
        Document read = Jsoup.parse(answer.body());
        if (read.select(still).isEmpty()) {
          return read;
        }
        Thread.sleep(50);
      }
      assertThat(System.nanoTime() - end).as(at).isNegative();
    }
  }

  private static String path(String location) {
    return location.replaceFirst("^http://[^/]*", "");
  }

  /** Uploads a sample and returns its name, by which the form offers it. */
  private String upload(String sample) throws Exception {
    Path file = SAMPLES.resolve(sample);
    String name = String.valueOf(file.getFileName());
    assertThat(new Upload(operator).send(name, Files.readString(file)).statusCode()).isEqualTo(302);
    return name;
  }

  private void same(String step) throws IOException {
    List<OutputFolders.Difference> all =
        OutputFolders.between(commands().resolve("output"), pages().resolve("output"));
    assertThat(all).as(step).isEmpty();
  }

  private static void layOut(Path place) throws IOException {
    Path inputs = place.resolve("inputs");
    for (String part : List.of("corrections", "limits", "plain", "refused-rows")) {
      copy(SAMPLES.resolve("inbox").resolve(part), inputs.resolve("inbox").resolve(part));
    }
    for (String part : List.of("materials", "payments", "retirees/first", "retirees/adjusted")) {
      copy(SAMPLES.resolve(part), inputs.resolve(part));
    }
    Files.createDirectories(inputs.resolve("nothing"));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : all.toList()) {
        Path target = to.resolve(from.relativize(each).toString());
        if (Files.isDirectory(each)) {
          Files.createDirectories(target);
        } else {
          Files.copy(each, target);
          Files.setLastModifiedTime(target, FileTime.from(Instant.parse("2024-01-25T09:00:00Z")));
        }
      }
    }
  }
}
