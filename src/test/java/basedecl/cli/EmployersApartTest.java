package basedecl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.cli.Workplace.Ended;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that holds several employers is answered employer by employer. */
@Tag("run")
@NullUnmarked
class EmployersApartTest {

  /** Right numbers of two people, and one with a wrong check digit each. */
  private static final String ZHANG = "370702199001010012";

  private static final String ZHANG_WRONG = "370702199001010013";
  private static final String LI_WRONG = "44052418800101001X";
  private static final String NOBODY = "11010519491231002X";

  private static final List<String> HEADER = List.of("单位编号", "姓名", "证件号码", "月均工资", "部门");

  private final Workplace place;

  EmployersApartTest(@TempDir Path folder) {
    place = new Workplace(folder);
  }

  @BeforeEach
  void inbox() throws IOException {
    Files.createDirectories(place.inbox());
  }

  @Test
  void ofOneSheetEachEmployerGetsItsOwnRowsAlone() throws IOException {
    for (boolean xlsx : new boolean[] {true, false}) {
      String name = xlsx ? "county.xlsx" : "county.xls";
      try (Workbook workbook = xlsx ? new XSSFWorkbook() : new HSSFWorkbook()) {
        Sheet sheet = workbook.createSheet("申报");
        row(sheet, 0, List.of("县属单位汇总：甲厂李四五等"));
        row(sheet, 1, HEADER);
        row(sheet, 2, List.of("A001", "张三三", ZHANG_WRONG, "5000", "甲车间"));
        row(sheet, 3, List.of("B002", "李四五", LI_WRONG, "6000", "乙车间"));
        row(sheet, 4, List.of("A001", "张三六", ZHANG, "5100", "甲车间"));
        row(sheet, 5, List.of("", "合计", "", "16100", ""));
        comment(workbook, sheet.getRow(2).getCell(1), "与李四五同室");
        Name named = workbook.createName();
        named.setNameName("李四五");
        named.setRefersToFormula("申报!$B$4");
        Sheet hidden = workbook.createSheet("李四五底稿");
        row(hidden, 0, List.of("李四五", "工资 6000"));
        workbook.setSheetVisibility(1, SheetVisibility.HIDDEN);
        save(workbook, name);
      }
    }
    night();

    for (String name : List.of("county.xlsx", "county.xls")) {
      Path answers = place.output().resolve("receipts").resolve(name + "-employers");
      assertThat(names(answers)).containsExactly("A001.xlsx", "B002.xlsx");
      String ofA = everything(answers.resolve("A001.xlsx"));
      assertThat(ofA)
          .contains("张三三", "张三六", ZHANG, ZHANG_WRONG, "ID_CHECKSUM", "单位编号 A001")
          .doesNotContain("李四五", LI_WRONG, "B002", "车间", "6000", "16100");
      assertThat(everything(answers.resolve("B002.xlsx")))
          .contains("李四五", LI_WRONG)
          .doesNotContain("张三", ZHANG, "A001", "车间", "5000", "16100");
      assertThat(answers.getParent().resolve(name + ".xlsx")).doesNotExist();
    }
    assertThat(place.sheet("receipts/county.xlsx-employers/A001.xlsx", "申报", "单位编号"))
        .extracting(row -> row.get("姓名"))
        .containsExactly("张三三", "张三六");
    assertThat(Files.readString(place.output().resolve("manifest.json")))
        .contains("receipts/county.xlsx-employers/A001.xlsx");
  }

  @Test
  void ofSeveralSheetsEachEmployerGetsItsOwnAndPeopleOfNobodyGoToTheCentre() throws IOException {
    try (Workbook workbook = new XSSFWorkbook()) {
      Sheet first = workbook.createSheet("甲厂");
      row(first, 0, List.of("单位编号：A001"));
      row(first, 1, List.of("姓名", "证件号码", "月均工资"));
      row(first, 2, List.of("张三三", ZHANG_WRONG, "5000"));
      Sheet second = workbook.createSheet("乙厂");
      row(second, 0, List.of("单位编号：B002"));
      row(second, 1, List.of("姓名", "证件号码", "月均工资"));
      row(second, 2, List.of("李四五", LI_WRONG, "6000"));
      Sheet third = workbook.createSheet("其他");
      row(third, 0, HEADER);
      row(third, 1, List.of("待定", "王无主", NOBODY, "7000"));
      save(workbook, "county.xlsx");
    }
    night();

    Path answers = place.output().resolve("receipts/county.xlsx-employers");
    assertThat(names(answers)).containsExactly("A001.xlsx", "B002.xlsx", "for-the-centre.xlsx");
    assertThat(everything(answers.resolve("A001.xlsx")))
        .contains("张三三", "EMPLOYER_INCOMPLETE", "单位编号：A001")
        .doesNotContain("李四五", LI_WRONG, "乙厂", "王无主", NOBODY);
    assertThat(everything(answers.resolve("for-the-centre.xlsx")))
        .contains("王无主", NOBODY, "不要发给任何单位", "EMPLOYER_MISSING")
        .doesNotContain("李四五", "张三三", ZHANG_WRONG, LI_WRONG);
  }

  @Test
  void aTextFileOfSeveralEmployersIsAnsweredApartAndOneOfASingleEmployerAsBefore()
      throws IOException {
    text(
        "county.csv",
        "单位编号,姓名,证件号码,月均工资",
        "A001,张三三," + ZHANG_WRONG + ",5000",
        "B002,李四五," + LI_WRONG + ",6000");
    text(
        "own.csv",
        "单位编号,姓名,证件号码,月均工资,部门",
        "C003,张三三," + ZHANG_WRONG + ",5000,甲车间",
        "同上,王无主," + NOBODY + ",7000,甲车间");
    Ended ended = night();

    Path receipts = place.output().resolve("receipts");
    assertThat(everything(receipts.resolve("county.csv-employers/B002.xlsx")))
        .contains("李四五")
        .doesNotContain("张三三", ZHANG_WRONG, "A001");
    assertThat(everything(receipts.resolve("own.csv.xlsx"))).contains("张三三", "王无主", "甲车间");
    assertThat(ended.said()).contains("county.csv 含有多个单位").doesNotContain("own.csv 含有");
  }

  @Test
  void ofAFileRefusedAsAWholeNobodyIsShownWhereItNamesSeveralEmployers() throws IOException {
    text(
        "county.csv",
        "单位编号,姓名,证件号码,缴费基数",
        "A001,张三三," + ZHANG + ",5000",
        "B002,李四五," + NOBODY + ",6000");
    text("own.csv", "单位编号,姓名,证件号码,缴费基数", "A001,张三三," + ZHANG + ",5000");
    night();

    Path receipts = place.output().resolve("receipts");
    assertThat(everything(receipts.resolve("county.csv.xlsx")))
        .contains("HEADER_NOT_FOUND", "整份文件未受理")
        .doesNotContain("张三三", "李四五", ZHANG, NOBODY);
    assertThat(everything(receipts.resolve("own.csv.xlsx")))
        .contains("HEADER_NOT_FOUND", "张三三", ZHANG);
  }

  @Test
  void anEmployerThatWasAcceptedIsSentNothingOfItsFile() throws IOException {
    text(
        "county.csv",
        "单位编号,姓名,证件号码,月均工资",
        "A001,张三三," + ZHANG + ",5000",
        "B002,李四五," + LI_WRONG + ",6000");
    night();

    assertThat(names(place.output().resolve("receipts/county.csv-employers")))
        .containsExactly("B002.xlsx");
  }

  private Ended night() throws IOException {
    Path roster =
        place.file("roster.csv", "单位编号,单位名称,经办机构", "A001,甲厂,市直", "B002,乙厂,奎文区", "C003,丙厂,市直");
    Ended ended = place.night("roster=" + roster, "business-date=2024-01-20", "settle-seconds=1");
    assertThat(ended.status()).as(ended.said()).isZero();
    return ended;
  }

  private void text(String name, String... lines) throws IOException {
    Path file = place.inbox().resolve(name);
    Files.write(file, List.of(lines));
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2024-01-19T09:00:00Z")));
  }

  private void save(Workbook workbook, String name) throws IOException {
    Path file = place.inbox().resolve(name);
    try (OutputStream out = Files.newOutputStream(file)) {
      workbook.write(out);
    }
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2024-01-19T09:00:00Z")));
  }

  private static void row(Sheet sheet, int number, List<String> texts) {
    Row row = sheet.createRow(number);
    for (int i = 0; i < texts.size(); i++) {
      if (!texts.get(i).isEmpty()) {
        row.createCell(i).setCellValue(texts.get(i));
      }
    }
  }

  private static void comment(Workbook workbook, Cell cell, String text) {
    CreationHelper helper = workbook.getCreationHelper();
    ClientAnchor anchor = helper.createClientAnchor();
    anchor.setRow2(3);
    anchor.setCol2(3);
    Comment comment = cell.getSheet().createDrawingPatriarch().createCellComment(anchor);
    comment.setString(helper.createRichTextString(text));
    cell.setCellComment(comment);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** Every part of a workbook, one after the other. */
  private static String everything(Path workbook) throws IOException {
    StringBuilder all = new StringBuilder();
    try (ZipFile zip = new ZipFile(workbook.toFile())) {
      for (Enumeration<? extends ZipEntry> parts = zip.entries(); parts.hasMoreElements(); ) {
        ZipEntry part = parts.nextElement();
        try (InputStream in = zip.getInputStream(part)) {
          all.append(part.getName()).append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    }
    return all.toString();
  }
}
