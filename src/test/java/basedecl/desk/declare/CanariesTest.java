package basedecl.desk.declare;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import basedecl.account.OneTimePassword;
import basedecl.account.SignInName;
import basedecl.desk.DeskProcess;
import basedecl.desk.DeskUnderTest;
import basedecl.desk.Visitor;
import basedecl.desk.declare.Canaries.Person;
import basedecl.ledger.account.AccountLedger;
import basedecl.ledger.account.NewAccount;
import basedecl.ledger.account.SecretSeal;
import basedecl.ledger.database.LedgerDatabase;
import com.zaxxer.hikari.HikariDataSource;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A thousand people go through a desk at DEBUG: in files good and bad, in names of files, typed as
 * names and passwords at the sign-in, as codes, as addresses. Afterwards they are in the ledger and
 * in the files that hold them, and nowhere else; on pages numbers are masked.
 */
@Tag("run")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CanariesTest {

  private static final String EMPLOYER = "0370700003";
  private static final int PEOPLE = 1_000;

  /** The tables of people; in all others nobody is named. */
  private static final Set<String> TABLES_OF_PEOPLE =
      Set.of("declared_person", "desk_upload", "finding", "line_finding", "desk_draft_row");

  /** Where a page shows whole numbers because they are worked with: typed, or to be signed. */
  private static final Pattern WHOLE_NUMBERS =
      Pattern.compile("/declare/(?:papers/(?:summary|detail)|edit)");

  /** Folders under {@code work} that hold people's files, the owner's only. */
  private static final Pattern FILES_OF_PEOPLE =
      Pattern.compile("(?:desk/uploads|desk/receipts|archive|claimed|materials)/.*");

  private static final Pattern ADDRESS =
      Pattern.compile("(?:href|src|action|formaction|hx-get|hx-post)=\"([^\"]*)\"");
  private static final Pattern TITLE = Pattern.compile("<title>([^<]*)</title>");

  @TempDir private static Path folder = Path.of("");

  private final ConcurrentLinkedQueue<HttpResponse<String>> answers = new ConcurrentLinkedQueue<>();
  private final Iterator<Person> people = Canaries.people(PEOPLE).iterator();
  private String said = "";

  @BeforeAll
  void aThousandGoThroughTheDesk() throws Exception {
    addClerk();
    Files.createDirectories(folder.resolve("tmp"));
    DeskProcess desk =
        DeskProcess.begin(
            folder,
            "desk",
            List.of("-Djava.io.tmpdir=" + folder.resolve("tmp")),
            Map.of("BASEDECL_DEBUG", "1"));
    Clerk clerk = Clerk.signedIn(Visitor.at(desk.port()).watchedBy(answers::add), "wang");
    declare(clerk);
    declareFaultily(clerk);
    typePeople(clerk);
    nameFilesAfterPeople(clerk);
    askForPeopleByAddress(clerk);
    sendMalformed(desk.port());
    signInAsPeople(Visitor.at(desk.port()).watchedBy(answers::add));
    assertThat(people.hasNext()).as("all were sent").isFalse();
    desk.stop();
    said = desk.said();
  }

  private static void addClerk() {
    try (HikariDataSource ledger =
        LedgerDatabase.openMigrated(DeskProcess.database(folder), 2, Map.of())) {
      AccountLedger accounts =
          new AccountLedger(LedgerDatabase.template(ledger), SecretSeal.of(Map.of()));
      accounts.add(
          NewAccount.clerk(new SignInName("wang"), List.of(EMPLOYER)),
          OneTimePassword.draw(new SplittableRandom(16)),
          Instant.now().plus(OneTimePassword.VALID));
      accounts.changePassword(accounts.find("wang").orElseThrow().id(), DeskUnderTest.PASSWORD);
    }
  }

  /** 450 people, without a fault, to the end; one gives the file its name. */
  private void declare(Clerk clerk) throws Exception {
    StringBuilder rows = new StringBuilder("单位编号,姓名,证件号码,月均工资,备注\n");
    for (int i = 0; i < 449; i++) {
      Person each = people.next();
      rows.append(
          EMPLOYER
              + ",%s,%s,%s,%s\n".formatted(each.name(), each.number(), each.wage(), each.name()));
    }
    String upload =
        clerk.uploaded(people.next().name() + "的申报表.csv", rows.toString().getBytes(UTF_8));
    clerk.get("/declare/check/" + upload);
    clerk.get("/declare/confirm/" + upload + "?page=2");
    String receipt = clerk.submitted(upload);
    assertThat(clerk.finalState(receipt)).contains("已受理");
    for (String page :
        List.of(
            "",
            "/receipt/" + receipt,
            "/papers",
            "/papers/summary",
            "/papers/detail",
            "/materials",
            "/result",
            "/dues",
            "/versions/1")) {
      clerk.get("/declare" + page);
    }
    clerk.get("/");
    clerk.get("/template");
  }

  /** 300 people, each wrong in one way. */
  private void declareFaultily(Clerk clerk) throws Exception {
    StringBuilder rows = new StringBuilder("单位编号,姓名,证件号码,月均工资,证件类型\n");
    for (int i = 0; i < 300; i++) {
      Person each = people.next();
      String row =
          switch (i % 6) {
            case 0 ->
                EMPLOYER + ",%s,%s,%s,".formatted(each.name(), each.wrongNumber(), each.wage());
            case 1 -> EMPLOYER + ",%s,%s,%s的工资,".formatted(each.name(), each.number(), each.name());
            case 2 -> EMPLOYER + ",,%s,%s,".formatted(each.number(), each.wage());
            case 3 ->
                EMPLOYER
                    + ",%s,%s,-%s,"
                        .formatted(each.name(), each.number().substring(0, 16), each.wage());
            case 4 ->
                EMPLOYER
                    + ",%s,%s,%s,%s"
                        .formatted(each.name(), each.number(), each.wage(), each.name());
            default ->
                EMPLOYER
                    + ",%1$s,%2$s,%3$s,\n%4$s,%1$s,%2$s,%3$s,"
                        .formatted(each.name(), each.number(), each.wage(), EMPLOYER);
          };
      rows.append(row).append('\n');
    }
    String upload = clerk.uploaded("faulty.csv", rows.toString().getBytes(UTF_8));
    clerk.get("/declare/check/" + upload);
    clerk.get("/declare/check/" + upload + "/marked");
    clerk.get("/declare/confirm/" + upload);
  }

  /** 50 people typed into a draft, some of them wrongly, and checked. */
  private void typePeople(Clerk clerk) throws Exception {
    Map<String, String> whose = Map.of("employer", EMPLOYER, "population", "employees");
    Map<String, String> blank = new TreeMap<>(whose);
    blank.putAll(
        Map.of("_csrf", clerk.visitor().token("/declare/edit"), "revision", "0", "from", "blank"));
    clerk.visitor().postBare("/declare/edit/begin", blank);
    String page = clerk.get("/declare/edit").body();
    StringBuilder form = new StringBuilder("do=check");
    whose.forEach((field, value) -> field(form, field, value));
    field(
        form, "_csrf", matches(Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\""), page).get(0));
    field(
        form,
        "revision",
        matches(Pattern.compile("name=\"revision\" value=\"(\\d+)\""), page).get(0));
    for (int i = 0; i < 50; i++) {
      Person each = people.next();
      field(form, "name", each.name());
      field(form, "kind", "RESIDENT_ID");
      field(form, "number", i % 2 == 0 ? each.number() : each.wrongNumber());
      field(form, "wage", i % 3 == 0 ? each.name() : each.wage());
      field(form, "remarks", each.number());
    }
    HttpResponse<String> saved =
        clerk
            .visitor()
            .send(
                HttpRequest.newBuilder(clerk.visitor().at("/declare/edit"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form.toString()))
                    .build());
    assertThat(saved.statusCode()).as("saved").isEqualTo(302);
    assertThat(clerk.get("/declare/edit").body()).contains("鸂鶒");
  }

  private static void field(StringBuilder form, String name, String value) {
    form.append('&').append(name).append('=').append(URLEncoder.encode(value, UTF_8));
  }

  /** 50 people whose names and numbers are those of files, wholesome and otherwise. */
  private void nameFilesAfterPeople(Clerk clerk) throws Exception {
    for (int i = 0; i < 50; i++) {
      Person each = people.next();
      String name = each.name() + each.number();
      byte[] bytes =
          switch (i % 4) {
            case 0 ->
                ("单位编号,姓名,证件号码,月均工资\n"
                        + EMPLOYER
                        + ","
                        + each.name()
                        + ","
                        + each.number()
                        + ","
                        + each.wage())
                    .getBytes(UTF_8);
            case 1 -> ("PK" + name).getBytes(UTF_8);
            case 2 ->
                ("单位编号,姓名,证件号码,月均工资\n"
                        + each.number()
                        + ","
                        + each.name()
                        + ","
                        + each.number()
                        + ","
                        + each.wage())
                    .getBytes(UTF_8);
            default -> ("<html>" + name + "</html>").getBytes(UTF_8);
          };
      HttpResponse<String> answer = clerk.upload(name + ".xlsx", bytes);
      if (answer.statusCode() == 302) {
        clerk.get(Visitor.location(answer));
      }
      clerk.upload("/check", Map.of("kind", "employees"), name + ".csv", bytes);
    }
  }

  /** 100 people in addresses, headers and fields where none belong. */
  private void askForPeopleByAddress(Clerk clerk) throws Exception {
    for (int i = 0; i < 100; i++) {
      Person each = people.next();
      String name = URLEncoder.encode(each.name(), UTF_8);
      switch (i % 10) {
        case 0 -> clerk.get("/declare/check/" + each.number());
        case 1 -> clerk.get("/declare/receipt/" + each.number());
        case 2 -> clerk.get("/" + name + "/" + each.number());
        case 3 -> clerk.get("/verify?code=" + each.number());
        case 4 -> clerk.get("/declare/confirm/" + each.number() + "?page=" + name);
        case 5 -> clerk.get("/declare/materials/" + each.number() + "/" + name);
        case 6 -> clerk.visitor().fill("/declare", Map.of("employer", each.number()));
        case 7 ->
            clerk
                .visitor()
                .postBare("/declare", Map.of("_csrf", each.number(), "employer", each.name()));
        case 8 ->
            clerk
                .visitor()
                .send(
                    HttpRequest.newBuilder(clerk.visitor().at("/declare?lang=" + each.number()))
                        .header("User-Agent", each.number())
                        .header("X-Forwarded-For", each.number())
                        .header("Accept", each.number())
                        .build());
        default ->
            clerk
                .visitor()
                .send(
                    HttpRequest.newBuilder(clerk.visitor().at("/declare/upload"))
                        .header("Content-Type", "multipart/form-data; boundary=" + each.number())
                        .POST(BodyPublishers.ofString(each.name()))
                        .build());
      }
    }
  }

  /** 20 people in requests that no browser sends, which servers like to quote. */
  private void sendMalformed(int port) throws Exception {
    for (int i = 0; i < 20; i++) {
      Person each = people.next();
      String person = each.name() + each.number();
      String request =
          switch (i % 4) {
            case 0 -> "GET /" + person + " HTTP/1.1\r\nHost: desk\r\n\r\n";
            case 1 ->
                "GET /?"
                    + each.number()
                    + "=%zz"
                    + each.number()
                    + " HTTP/1.1\r\nHost: desk\r\n\r\n";
            case 2 ->
                "GET / HTTP/1.1\r\nHost: desk\r\nCookie: desk="
                    + each.number()
                    + "\"; ="
                    + person
                    + "\r\n\r\n";
            default -> "GET / HTTP/1.1\r\nHost: " + person + "\r\n" + person + "\r\n\r\n";
          };
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        socket.setSoTimeout(10_000);
        socket.getOutputStream().write(request.getBytes(UTF_8));
        byte[] answer = new byte[8_192];
        int read = socket.getInputStream().read(answer);
        assertSilent("the answer to a malformed request", new String(answer, 0, read, UTF_8));
      }
    }
  }

  /** 30 people who are no account, with their numbers for names and passwords. */
  private void signInAsPeople(Visitor visitor) throws Exception {
    for (int i = 0; i < 30; i++) {
      Person each = people.next();
      Map<String, String> typed =
          i % 2 == 0
              ? Map.of("name", each.number(), "password", each.name())
              : Map.of("name", each.name(), "password", each.number(), "to", "/" + each.number());
      visitor.fill("/sign-in", typed);
    }
  }

  @AfterAll
  void forget() {
    answers.clear();
  }

  @Test
  void noAddressAndNoTitleNamesAnybody() {
    assertThat(answers).hasSizeGreaterThan(250);
    for (HttpResponse<String> answer : answers) {
      String asked = answer.request().method() + " " + answer.statusCode();
      answer
          .headers()
          .map()
          .forEach((header, values) -> assertSilent(asked + " " + header, values.toString()));
      matches(ADDRESS, answer.body())
          .forEach(address -> assertSilent(asked + " address", URLDecoder.decode(address, UTF_8)));
      matches(TITLE, answer.body()).forEach(title -> assertSilent(asked + " title", title));
    }
  }

  @Test
  void errorPagesNameNobody() {
    List<HttpResponse<String>> errors =
        answers.stream()
            .filter(answer -> answer.statusCode() >= 400)
            .filter(answer -> !answer.request().uri().getPath().equals("/sign-in"))
            .toList();
    assertThat(errors.stream().map(HttpResponse::statusCode)).contains(400, 403, 404);
    errors.forEach(
        answer ->
            assertSilent(answer.statusCode() + " " + answer.request().method(), answer.body()));
  }

  @Test
  void numbersAreMaskedOnPages() {
    Pattern number = Pattern.compile("37077719\\d{9}[\\dX]");
    List<HttpResponse<String>> pages =
        answers.stream()
            .filter(answer -> answer.statusCode() == 200 && answer.body().contains("<html"))
            .toList();
    assertThat(pages.stream().filter(page -> page.body().contains("370*************")))
        .isNotEmpty();
    for (HttpResponse<String> page : pages) {
      String path = page.request().uri().getPath();
      if (!WHOLE_NUMBERS.matcher(path).matches() && !path.equals("/sign-in")) {
        String text = withoutFileNames(page.body());
        assertThat(number.matcher(text).results().map(hit -> around(text, hit.start())).limit(3))
            .as("whole numbers on " + path.replaceAll("[0-9a-f]{32}", "ID"))
            .isEmpty();
      }
    }
  }

  /** A clerk sees the name that the file has on her own disk, whatever she put into it. */
  private static String withoutFileNames(String page) {
    return page.replaceAll("鸂鶒.\\d{17}[\\dX][.](?:xlsx|csv)", "FILE");
  }

  @Test
  void theLogNamesNobody() throws Exception {
    assertSilent("what was said", said);
    Path log = folder.resolve("work/log/base-declaration.log");
    assertThat(Files.readString(log)).contains("DEBUG");
    try (Stream<Path> logs = Files.walk(folder.resolve("work/log"))) {
      for (Path file : logs.filter(Files::isRegularFile).toList()) {
        assertSilent(file.toString(), Files.readString(file));
      }
    }
    Path trace = folder.resolve("ledger.trace.db");
    assertThat(trace).doesNotExist();
  }

  @Test
  void temporaryFoldersHoldNobody() throws Exception {
    for (Path place :
        List.of(folder.resolve("tmp"), folder.resolve("work"), folder.resolve("output"))) {
      try (Stream<Path> found = Files.walk(place)) {
        for (Path file : found.filter(Files::isRegularFile).toList()) {
          String path = place.relativize(file).toString();
          assertSilent("the name of a file", path);
          if (!FILES_OF_PEOPLE.matcher(path).matches()) {
            assertSilent(file.toString(), Files.readString(file, ISO_8859_1));
            assertSilent(file.toString(), new String(Files.readAllBytes(file), UTF_8));
          }
        }
      }
    }
    for (String empty : List.of("work/uploading", "work/desk/answers")) {
      try (Stream<Path> files = Files.list(folder.resolve(empty))) {
        assertThat(files).as(empty).isEmpty();
      }
    }
  }

  @Test
  void onlyTheTablesOfPeopleHoldPeople() {
    try (HikariDataSource ledger = LedgerDatabase.open(DeskProcess.database(folder), 2, Map.of())) {
      JdbcTemplate template = LedgerDatabase.template(ledger);
      Set<String> naming = new TreeSet<>();
      List<String> tables =
          template.queryForList(
              "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'",
              String.class);
      assertThat(tables).contains("account_event", "batch_job_execution_params", "sign_in_failure");
      for (String table : tables) {
        String rows = template.queryForList("SELECT * FROM " + table).toString();
        if (Canaries.PERSON.matcher(rows).find()) {
          naming.add(table);
        }
      }
      assertThat(naming).contains("declared_person").isSubsetOf(TABLES_OF_PEOPLE);
      for (String table :
          List.of("account_event", "batch_job_execution_params", "batch_step_execution")) {
        assertThat(template.queryForList("SELECT * FROM " + table)).as(table).isNotEmpty();
      }
    }
  }

  private static List<String> matches(Pattern pattern, String text) {
    List<String> found = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  /** Says where somebody stands, and not who. */
  private static void assertSilent(String where, String text) {
    assertThat(
            Canaries.ANYTHING
                .matcher(text)
                .results()
                .map(hit -> around(text, hit.start()))
                .limit(3))
        .as(where)
        .isEmpty();
  }

  private static String around(String text, int place) {
    return text.substring(Math.max(0, place - 80), Math.min(text.length(), place + 40));
  }
}
