package basedecl.desk.edit;

import static basedecl.desk.Visitor.location;
import static org.assertj.core.api.Assertions.assertThat;

import basedecl.account.EventKind;
import basedecl.desk.DeskUnderTest;
import basedecl.desk.declare.Clerk;
import basedecl.desk.edit.Typist.Row;
import basedecl.ledger.account.EventLedger;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A declaration typed in the browser, over a real server. */
@Tag("run")
@SuppressWarnings("NullAway.Init")
class EditTest {

  private static final Row WANG = Row.of("王芳", "370702199001010012", "5000");
  private static final Row LI = Row.of("李强", "11010519491231002X", "6000.5");
  private static final Row BLANK = Row.of("", "", "");

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

  private static List<Row> people(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Row("员工", "PASSPORT", "E" + (10_000_000 + i), "5000", ""))
        .toList();
  }

  private static String id(HttpResponse<String> toCheck) {
    String to = location(toCheck);
    assertThat(to).contains("/declare/check/");
    return to.substring(to.lastIndexOf('/') + 1);
  }

  @Test
  void aDeclarationIsTypedCheckedConfirmedAndAccepted() throws Exception {
    Clerk clerk = Clerk.of(desk, "sun", "0370700003");
    Typist typist = Typist.of(clerk, "0370700003");
    assertThat(typist.page()).contains("开始填报", "从空白开始").doesNotContain("从 2024 年度");
    typist.begin("blank");
    assertThat(typist.page()).contains("id=\"name-1\"").doesNotContain("id=\"name-2\"");
    HttpResponse<String> added = typist.press("do", "add", typist.revision(), List.of(WANG));
    assertThat(location(added)).endsWith("/declare/edit#name-2");
    assertThat(typist.page()).contains("value=\"370702199001010012\"", "id=\"name-2\"");
    String upload = id(typist.check(WANG, LI, BLANK));
    assertThat(clerk.get("/declare/confirm/" + upload).body())
        .contains("王芳", "李强", "6,000.50", "370*************12")
        .doesNotContain("370702199001010012");
    assertThat(clerk.finalState(clerk.submitted(upload))).contains("已受理");
    assertThat(events("0370700003")).contains(EventKind.DRAFT_SAVED, EventKind.CHECKED);

    assertThat(typist.page()).contains("从 2024 年度第 1 版申报开始（2 人，保留工资）");
    typist.begin("this-year");
    assertThat(typist.page()).contains("value=\"李强\"", "value=\"6000.50\"", "重新开始");
  }

  @Test
  void whatIsWrongStandsAtItsFieldAndWhatWasTypedStaysAsItWas() throws Exception {
    Typist typist = Typist.of(Clerk.of(desk, "zhou", "0370700005"), "0370700005");
    typist.begin("blank");
    HttpResponse<String> answer =
        typist.check(
            BLANK,
            WANG,
            BLANK,
            new Row("  <b>\"李'强 ", "RESIDENT_ID", "370702199001010013", "五千 ", "备注"));
    assertThat(location(answer)).endsWith("/declare/edit");
    String page = typist.page();
    assertThat(page)
        .contains("href=\"#number-4\"", "href=\"#wage-4\"", "第 4 行证件号码：")
        .contains("id=\"number-4-fault\"", "aria-describedby=\"number-4-fault\"")
        .contains("aria-invalid=\"true\"")
        .contains("value=\"  &lt;b&gt;&quot;李&#39;强 \"", "value=\"五千 \"")
        .doesNotContain("id=\"number-2-fault\"", "<b>\"李");
    typist.save(WANG);
    assertThat(typist.page()).doesNotContain("aria-invalid=\"true\"", "id=\"name-2\"");
  }

  @Test
  void aNameLikeAFormulaIsTextInTheWorkbook() throws Exception {
    Clerk clerk = Clerk.of(desk, "wu", "0370700006");
    Typist typist = Typist.of(clerk, "0370700006");
    typist.begin("blank");
    typist.check(new Row("=1+1", "RESIDENT_ID", "370702199001010012", "=2+2", "@x"));
    assertThat(typist.page()).contains("value=\"=1+1\"", "value=\"=2+2\"", "href=\"#wage-1\"");
    Path newest;
    try (Stream<Path> files = Files.list(desk.work().resolve("desk/uploads"))) {
      newest = files.max(Comparator.comparing(file -> file.toFile().lastModified())).orElseThrow();
    }
    try (XSSFWorkbook workbook =
        new XSSFWorkbook(new ByteArrayInputStream(Files.readAllBytes(newest)))) {
      List<String> texts = new ArrayList<>();
      for (Cell cell : workbook.getSheetAt(0).getRow(2)) {
        assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
        if (cell.getCellType() == CellType.STRING) {
          texts.add(cell.getStringCellValue());
        }
      }
      assertThat(texts).contains("=1+1", "=2+2", "@x", "0370700006");
    }
  }

  @Test
  void twoWindowsDoNotOverwriteEachOtherUnseen() throws Exception {
    Clerk one = Clerk.of(desk, "zheng", "0370700007");
    Typist first = Typist.of(one, "0370700007");
    first.begin("blank");
    int seen = first.revision();
    Typist second = Typist.of(Clerk.of(desk, "zheng-two", "0370700007"), "0370700007");
    assertThat(second.revision()).as("one draft for both clerks").isEqualTo(seen);
    second.save(WANG);
    HttpResponse<String> late = first.press("do", "save", seen, List.of(LI));
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body())
        .contains("由同事保存过", "value=\"李强\"", "还没有保存")
        .doesNotContain("value=\"王芳\"");
    assertThat(first.page()).contains("value=\"王芳\"").doesNotContain("value=\"李强\"");
    HttpResponse<String> meant =
        first.press("do", "save", Typist.revisionOf(late.body()), List.of(LI));
    assertThat(meant.statusCode()).isEqualTo(302);
    assertThat(second.page()).contains("value=\"李强\"").doesNotContain("value=\"王芳\"");
  }

  @Test
  void anotherEmployersDraftIsNotThere() throws Exception {
    Typist own = Typist.of(Clerk.of(desk, "feng", "0370700008"), "0370700008");
    own.begin("blank");
    own.save(WANG);
    Clerk other = Clerk.of(desk, "chen", "0370700009");
    assertThat(other.get("/declare/edit").body()).doesNotContain("王芳", "0370700008");
    Typist intruder = Typist.of(other, "0370700008");
    assertThat(intruder.press("do", "save", 2, List.of(LI)).statusCode()).isEqualTo(404);
    assertThat(intruder.begin("blank").statusCode()).isEqualTo(404);
    assertThat(own.page()).contains("value=\"王芳\"");
  }

  @Test
  void whoeverHasSeveralEmployersSavesTheFormOfTheOneItIsFor() throws Exception {
    Clerk clerk = Clerk.of(desk, "he", "0370700012", "0370700013");
    assertThat(location(clerk.get("/declare/edit"))).endsWith("/declare");
    clerk.visitor().fill("/declare", Map.of("employer", "0370700012"));
    Typist one = Typist.of(clerk, "0370700012");
    one.begin("blank");
    int seen = one.revision();
    clerk.visitor().fill("/declare", Map.of("employer", "0370700013"));
    assertThat(one.press("do", "save", seen, List.of(WANG)).statusCode()).isEqualTo(302);
    assertThat(one.page()).contains("0370700012", "value=\"王芳\"");
    clerk.visitor().fill("/declare", Map.of("employer", "0370700013"));
    assertThat(one.page()).contains("0370700013").doesNotContain("value=\"王芳\"");
  }

  @Test
  void twoHundredPeopleAreTypedAndMoreAreForASpreadsheet() throws Exception {
    Clerk clerk = Clerk.of(desk, "wei", "0370700010");
    Typist typist = Typist.of(clerk, "0370700010");
    typist.begin("blank");
    List<Row> most = new ArrayList<>(people(199));
    most.add(new Row("员".repeat(100), "PASSPORT", "E99999999", "5000", "备".repeat(200)));
    HttpResponse<String> full = typist.press("do", "add", typist.revision(), most);
    assertThat(location(full)).endsWith("/declare/edit");
    assertThat(typist.page())
        .contains("id=\"name-200\"", "在线填报最多 200 人")
        .doesNotContain("id=\"name-201\"", "增加一行</button>");
    List<Row> long200 =
        Collections.nCopies(
            200,
            new Row("员".repeat(100), "PASSPORT", "号".repeat(50), "五".repeat(50), "备".repeat(200)));
    assertThat(typist.press("do", "save", typist.revision(), long200).statusCode())
        .as("the longest form there is")
        .isEqualTo(302);
    assertThat(typist.press("do", "save", typist.revision(), people(201)).statusCode())
        .isEqualTo(400);
    String upload = id(typist.press("do", "check", typist.revision(), people(200)));
    assertThat(clerk.get("/declare/check/" + upload).body()).contains("200");

    Clerk large = Clerk.of(desk, "jiang", "0370700011");
    StringBuilder rows = new StringBuilder("单位编号,姓名,证件类型,证件号码,月均工资\n");
    people(201)
        .forEach(row -> rows.append("0370700011,员工,护照,").append(row.number()).append(",5000\n"));
    byte[] file = rows.toString().getBytes(StandardCharsets.UTF_8);
    assertThat(large.finalState(large.submitted(large.uploaded("201.csv", file)))).contains("已受理");
    assertThat(large.get("/declare/edit").body())
        .contains("本单位上次申报超过 200 人", "/declare/template")
        .doesNotContain("从空白开始");
    assertThat(template(large)).hasSize(201).allMatch(person -> person.endsWith("|"));
  }

  @Test
  void earlierFiguresAreSubmittedAgainAndAreNoDuplicate() throws Exception {
    Clerk clerk = Clerk.of(desk, "tao", "0370700014");
    Typist typist = Typist.of(clerk, "0370700014");
    typist.begin("blank");
    for (Row row : List.of(WANG, LI, WANG)) {
      String upload = id(typist.check(row));
      assertThat(clerk.finalState(clerk.submitted(upload))).contains("已受理");
    }
    assertThat(clerk.get("/declare").body()).contains("/declare/versions/3");
  }

  @Test
  void lastYearsPeopleAreTakenOverWithoutTheirWages() throws Exception {
    Clerk clerk = Clerk.of(desk, "shen", "0370700015");
    Typist typist = Typist.of(clerk, "0370700015");
    typist.begin("blank");
    String upload =
        id(typist.check(WANG, new Row("PAT LEE", "PASSPORT", "E12345678", "7000", "备注一")));
    assertThat(clerk.finalState(clerk.submitted(upload))).contains("已受理");
    desk.template()
        .update(
            "UPDATE declaration SET contribution_year = 2023 WHERE employer_code = '0370700015'");
    assertThat(typist.page()).contains("从 2023 年度第 1 版申报的人员开始（2 人，工资待填）");
    typist.begin("last-year");
    assertThat(typist.page())
        .contains("value=\"王芳\"", "value=\"E12345678\"")
        .doesNotContain("value=\"7000", "value=\"5000", "备注一");
    assertThat(template(clerk))
        .containsExactly("王芳|居民身份证|370702199001010012|", "PAT LEE|护照|E12345678|");
    assertThat(events("0370700015")).contains(EventKind.DOWNLOADED);
  }

  @Test
  void retireesAreTypedWithTheirPensions() throws Exception {
    Clerk clerk = Clerk.of(desk, "kong", "0370700004");
    clerk.visitor().fill("/declare", Map.of("employer", "0370700004", "population", "retirees"));
    Typist typist = new Typist(clerk, "0370700004", "retirees");
    typist.begin("blank");
    assertThat(typist.page()).contains("月退休金（元）").doesNotContain("月均工资");
    String wrong = location(typist.check(Row.of("赵敏", "370702199001010012", "x")));
    assertThat(wrong).endsWith("/declare/edit");
    assertThat(typist.page()).contains("第 1 行月退休金：");
    String upload = id(typist.check(Row.of("赵敏", "110105194912310054", "3200")));
    assertThat(clerk.finalState(clerk.submitted(upload))).contains("已受理");
    assertThat(template(clerk)).containsExactly("赵敏|居民身份证|110105194912310054|");
    typist.begin("this-year");
    assertThat(typist.page()).contains("value=\"赵敏\"", "value=\"3200.00\"");
    assertThat(new Typist(clerk, "0370700003", "retirees").begin("blank").statusCode())
        .isEqualTo(404);
  }

  @Test
  void theFormNeedsItsTokenAndIsThereInEnglish() throws Exception {
    Clerk clerk = Clerk.of(desk, "cao", "0370700016");
    Typist typist = Typist.of(clerk, "0370700016");
    typist.begin("blank");
    assertThat(clerk.visitor().postBare("/declare/edit", Map.of()).statusCode()).isEqualTo(403);
    typist.check(Row.of("", "1", "x"));
    assertThat(clerk.get("/declare/edit?lang=en").body())
        .contains("Fill in online", "Row 1, document number", "Save and check")
        .doesNotContain("保存草稿");
    assertThat(clerk.visitor().fill("/declare/edit", Map.of()).statusCode()).isEqualTo(400);
  }

  /** Name, kind, number and wage of the people in the template that is offered. */
  private static List<String> template(Clerk clerk) throws Exception {
    HttpResponse<byte[]> answer = clerk.visitor().download("/declare/template");
    List<String> people = new ArrayList<>();
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(answer.body()))) {
      for (int row = 2; row <= workbook.getSheetAt(0).getLastRowNum(); row++) {
        List<String> cells = new ArrayList<>();
        for (int column : List.of(3, 4, 5, 6)) {
          Cell cell = workbook.getSheetAt(0).getRow(row).getCell(column);
          cells.add(cell == null ? "" : cell.toString());
        }
        people.add(String.join("|", cells));
      }
    }
    return people;
  }

  private static List<EventKind> events(String employer) {
    return new EventLedger(desk.template())
        .newest(EventLedger.Search.ALL, 500).stream()
            .map(recorded -> recorded.event())
            .filter(event -> event.subject().text().equals(employer))
            .map(event -> event.kind())
            .toList();
  }
}
