package basedecl.desk.declare;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import basedecl.account.OneTimePassword;
import basedecl.declaration.procedure.DeclarationState;
import basedecl.desk.BrowserView;
import basedecl.desk.DeskBrowser;
import basedecl.desk.DeskUnderTest;
import basedecl.job.desk.JobRequest;
import basedecl.job.desk.RunDesk;
import basedecl.ledger.submission.SubmissionState;
import basedecl.message.Message;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openqa.selenium.By;
import org.openqa.selenium.StaleElementReferenceException;

/** The parts of a declaration's way in a browser. */
final class Way {

  private static final Duration LONGEST = Duration.ofSeconds(90);
  private static final Path SCANS = Path.of("samples", "materials", "0370700001");

  private final DeskUnderTest desk;
  private final DeskBrowser browser;
  private final BrowserView view;
  private final String employer;
  private final Path folder;
  private int round;

  Way(DeskUnderTest desk, DeskBrowser browser, BrowserView view, String employer, Path folder) {
    this.desk = desk;
    this.browser = browser;
    this.view = view;
    this.employer = employer;
    this.folder = folder;
  }

  private String say(String key, String... arguments) {
    return Message.of(key, arguments).in(view.language());
  }

  private void follow(String address) {
    browser.press(By.cssSelector("main a[href='" + address + "']"));
  }

  private void menu(String words) {
    browser.press(
        By.xpath("//header//*[self::button or self::a][normalize-space()='%s']".formatted(words)));
  }

  /** Presses a button or follows a link of the page itself, not of its head, by its words. */
  private void press(String words) {
    browser.press(
        By.xpath("//main//*[self::button or self::a][normalize-space()='%s']".formatted(words)));
  }

  void signIn(OneTimePassword password) throws IOException {
    browser.assertSound("way-01-home");
    follow("/sign-in");
    browser.assertSound("way-02-sign-in");
    browser.fill("name", employer);
    browser.fill("password", "not what stands on the sheet");
    press(say("desk.sign-in"));
    assertThat(browser.text()).contains(say("desk.sign-in.wrong"));
    browser.assertSound("way-03-sign-in-wrong");
    browser.fill("password", password.text());
    press(say("desk.sign-in"));
    assertThat(browser.path()).isEqualTo("/password");
    browser.assertSound("way-04-password");
    browser.fill("old", password.text());
    browser.fill("chosen", "12345678");
    browser.fill("again", "12345678");
    press(say("desk.password.change"));
    browser.assertSound("way-05-password-refused");
    browser.fill("old", password.text());
    browser.fill("chosen", DeskUnderTest.PASSWORD);
    browser.fill("again", DeskUnderTest.PASSWORD);
    press(say("desk.password.change"));
    assertThat(browser.path()).as("signed in").isEqualTo("/");
    browser.assertSound("way-06-signed-in");
  }

  /** Downloads the template and types six people into it, four of them wrongly. */
  Path fillInTheTemplate() throws Exception {
    follow("/template");
    browser.assertSound("way-07-template");
    byte[] blank = browser.download("/template/employees");
    return changed(
        new ByteArrayInputStream(blank),
        "declaration.xlsx",
        sheet -> {
          Table table = new Table(sheet);
          table.person(0, employer, "王芳", "370702199001010012", "5000");
          table.person(1, employer, "", "11010519491231002X", "3000");
          table.person(2, employer, "李强", "440524188001010015", "30000");
          table.person(3, employer, "张伟", "370799198807070019", "约五千");
          table.person(4, employer, "王芳", "370702199001010012", "5000");
          table.person(5, employer, "赵敏", "370799198807070035", "4300.5");
        });
  }

  Path uploadFaulty(Path file) throws Exception {
    menu(say("desk.declare.menu"));
    assertThat(browser.text()).contains(employer);
    browser.assertSound("way-08-declare-nothing-yet");
    follow("/declare/upload");
    browser.assertSound("way-09-upload");
    browser.fill("file", file.toAbsolutePath().toString());
    press(say("desk.upload.check"));
    assertThat(browser.text())
        .contains("NAME_MISSING", "ID_CHECKSUM", "WAGE_NOT_A_NUMBER", "PERSON_DUPLICATE");
    browser.assertSound("way-10-check-faulty");
    byte[] marked =
        browser.download(
            Objects.requireNonNull(
                browser.find(By.cssSelector("main a[download]")).getDomAttribute("href")));
    Path answer = folder.resolve(employer + "-marked.xlsx");
    Files.write(answer, marked);
    return answer;
  }

  /** Corrects the marked cells in the marked workbook itself, as the page says one may. */
  Path correct(Path marked) throws Exception {
    try (InputStream file = Files.newInputStream(marked)) {
      return changed(
          file,
          "corrected.xlsx",
          sheet -> {
            assertThat(sheet.getCellComments()).as("marked cells").hasSizeGreaterThanOrEqualTo(4);
            Table table = new Table(sheet);
            table.set(1, "姓名", "陈静");
            table.set(2, "证件号码", "440524188001010014");
            table.set(3, "月均工资", "5200");
            table.set(4, "姓名", "孙丽");
            table.set(4, "证件号码", "110105194912310054");
          });
    }
  }

  Path raiseAWage(Path before) throws Exception {
    try (InputStream file = Files.newInputStream(before)) {
      return changed(file, "second.xlsx", sheet -> new Table(sheet).set(0, "月均工资", "5100"));
    }
  }

  /** From the upload to the receipt that says accepted. */
  void declare(Path file, int version) throws Exception {
    round = version;
    follow("/declare/upload");
    browser.fill("file", file.toAbsolutePath().toString());
    press(say("desk.upload.check"));
    assertThat(browser.text()).contains(say("desk.check.good"));
    browser.assertSound("way-11-check-good-" + round);
    press(say("desk.check.go-on"));
    assertThat(browser.text()).contains("370*************12").doesNotContain("370702199001010012");
    browser.assertSound("way-12-confirm-" + round);
    browser.click(By.id("pledge"));
    press(say("desk.confirm.submit"));
    assertThat(browser.path()).startsWith("/declare/receipt/");
    browser.assertSound("way-13-receipt-" + round);
    await(
        SubmissionState.ACCEPTED.title().in(view.language()),
        () -> browser.find(By.id("state-title")).getText(),
        view.script() ? "" : say("desk.receipt.reload"));
    browser.assertSound("way-14-receipt-accepted-" + round);
  }

  /** Waits for words on the page; without script the page is asked for again by its own link. */
  private void await(String words, Supplier<String> where, String link) throws Exception {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (!says(where, words)) {
      assertThat(System.nanoTime() - end).as(words + " comes in time").isNegative();
      Thread.sleep(300);
      if (!link.isEmpty() && !says(where, words)) {
        press(link);
      }
    }
  }

  /** What is swapped while it is read is read again. */
  private static boolean says(Supplier<String> where, String words) {
    try {
      return where.get().contains(words);
    } catch (StaleElementReferenceException e) {
      return false;
    }
  }

  void printPapers() throws Exception {
    follow("/declare/papers");
    browser.assertSound("way-15-papers");
    for (String kind : List.of("summary", "detail")) {
      assertThat(browser.download("/declare/papers/" + kind + "/workbook")).startsWith('P', 'K');
      follow("/declare/papers/" + kind);
      browser.assertSound("way-16-paper-" + kind);
      follow("/declare/papers");
    }
  }

  void handInScans() throws Exception {
    browser.open("/declare/materials");
    browser.assertSound("way-17-materials-nothing-yet-" + round);
    hand("summary", "summary.pdf");
    hand("detail", "detail.jpg");
    browser.assertSound("way-18-materials-" + round);
    browser.press(By.partialLinkText("detail-01.jpg"));
    browser.assertSound("way-19-scan-" + round);
    follow("/declare/materials");
    press(say("desk.materials.submit"));
    browser.assertSound("way-20-materials-submitted-" + round);
    String underReview = say("explain.state." + DeclarationState.UNDER_REVIEW);
    await(underReview, browser::text, say("desk.receipt.reload"));
    browser.assertSound("way-21-under-review-" + round);
  }

  private void hand(String kind, String scan) {
    browser.click(By.cssSelector("option[value='" + kind + "']"));
    browser.fill("file", SCANS.resolve(scan).toAbsolutePath().toString());
    press(say("desk.materials.upload"));
  }

  /** A line of the review's decisions, taken by a run as the centre's own. */
  void decide(String decision, String opinion) throws Exception {
    Path file = folder.resolve(employer + "-decision-" + round + ".csv");
    Files.writeString(
        file, "单位编号,决定,意见\n" + employer + "," + decision + "," + opinion + "\n", UTF_8);
    RunDesk.Asked asked =
        desk.runs().start(new JobRequest("review", Map.of("decisions", file.toString())));
    long end = System.nanoTime() + LONGEST.toNanos();
    while (desk.runs().ended(asked.number()).isEmpty()) {
      assertThat(System.nanoTime() - end).as("the review's run ends in time").isNegative();
      Thread.sleep(50);
    }
  }

  void seeTheReturn() throws Exception {
    menu(say("desk.declare.menu"));
    assertThat(browser.text()).contains("明细表第 2 页缺少职工签字");
    browser.assertSound("way-22-declare-returned");
    follow("/declare/result");
    assertThat(browser.text()).contains("明细表第 2 页缺少职工签字");
    browser.assertSound("way-23-result-returned");
  }

  void finish() throws Exception {
    menu(say("desk.declare.menu"));
    browser.assertSound("way-24-declare-approved");
    follow("/declare/result");
    browser.assertSound("way-25-result-approved");
    press(say("desk.result.confirm"));
    String confirmed = say("explain.state." + DeclarationState.CONFIRMED);
    await(
        confirmed,
        () -> browser.find(By.cssSelector(".state")).getText(),
        say("desk.receipt.reload"));
    browser.assertSound("way-26-result-done");
    menu(say("desk.declare.menu"));
    assertThat(browser.text()).contains(confirmed);
    browser.assertSound("way-27-declare-done");
    menu(say("desk.home.title"));
    browser.assertSound("way-28-home-done");
    menu(say("desk.sign-out"));
    browser.assertSound("way-29-signed-out");
  }

  private interface Change {
    void on(Sheet sheet);
  }

  private Path changed(InputStream before, String name, Change change) throws IOException {
    Path after = folder.resolve(employer + "-" + name);
    try (XSSFWorkbook workbook = new XSSFWorkbook(before);
        OutputStream target = Files.newOutputStream(after)) {
      change.on(Objects.requireNonNull(workbook.getSheet("职工申报表"), "the sheet of the template"));
      workbook.write(target);
    }
    return after;
  }

  /** The rows under the template's header, by its words. */
  private static final class Table {

    private static final int HEADER = 1;

    private final Sheet sheet;
    private final Map<String, Integer> columns = new HashMap<>();

    Table(Sheet sheet) {
      this.sheet = sheet;
      for (Cell cell : sheet.getRow(HEADER)) {
        columns.put(cell.getStringCellValue(), cell.getColumnIndex());
      }
    }

    void person(int line, String employer, String name, String number, String wage) {
      set(line, "单位编号", employer);
      set(line, "姓名", name);
      set(line, "证件号码", number);
      set(line, "月均工资", wage);
    }

    void set(int line, String column, String value) {
      Row row = sheet.getRow(HEADER + 1 + line);
      if (row == null) {
        row = sheet.createRow(HEADER + 1 + line);
      }
      int index =
          columns.entrySet().stream()
              .filter(each -> each.getKey().startsWith(column))
              .findFirst()
              .orElseThrow(() -> new AssertionError(column + " among " + columns))
              .getValue();
      Cell cell = row.getCell(index, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
      if (column.equals("月均工资") && value.matches("[0-9.]+")) {
        cell.setCellValue(Double.parseDouble(value));
      } else {
        cell.setCellValue(value);
      }
    }
  }
}
