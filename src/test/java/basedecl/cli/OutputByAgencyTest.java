package basedecl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.spreadsheet.CellText;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The key {@code output-by}: the agencies' workbooks together say what the city's do. */
@Tag("run")
@NullUnmarked
class OutputByAgencyTest {

  private static final List<String> AGENCIES = List.of("市直", "潍城区/医保 中心", "", "奎文区");
  private static final List<String> FOLDERS = List.of("奎文区", "市直", "未注明经办机构", "潍城区_医保_中心");
  private static final String HEADER = "单位编号,单位名称,姓名,证件类型,证件号码,月均工资";

  /** Codes at which rows begin, to tell a total's row from an employer's. */
  private record Sheet(String file, String name, String firstTitle, int keyFrom) {}

  private static final List<Sheet> SHEETS =
      List.of(
          new Sheet("summary-2024.xlsx", "汇总表", "单位编号", 0),
          new Sheet("summary-2024.xlsx", "重复及特殊人员", "情形", 0),
          new Sheet("detail-2024.xlsx", "明细表", "序号", 1),
          new Sheet("flagged-2024.xlsx", "需自查自纠单位", "单位编号", 0),
          new Sheet("flagged-2024.xlsx", "按下限缴费人员", "单位编号", 0),
          new Sheet("not-declared-2024.xlsx", "未申报单位", "单位编号", 0),
          new Sheet("declaration-changes-2024.xlsx", "变更明细", "单位编号", 0));

  @TempDir Path folder;
  private Workplace place;
  private Path roster;
  private final Random random = new Random(19);

  @Test
  void whatTheAgenciesAreToldAddsUpToTheCityAndNothingOldStays() throws IOException {
    place = new Workplace(folder);
    roster();
    night("2024-02-05", declared(0, 14));
    Path corrected = declared(2, 6);
    night("2024-03-05", corrected);
    Path city = folder.resolve("output");
    Path province = folder.resolve("province");
    Path nothing = Files.createDirectories(folder.resolve("nothing"));
    byAgency("2024-03-05", nothing, province);
    assertThat(folders(province))
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(FOLDERS.stream(), Stream.of("坊子区", "高新区")).toList());
    adds(city, province);
    assertThat(rows(city, SHEETS.get(1))).as("declared by employers of two agencies").hasSize(2);
    assertThat(rows(city, SHEETS.get(6))).as("corrected").isNotEmpty();
    assertThat(Files.readString(province.resolve("manifest.json")))
        .contains("\"province-summary-2024.xlsx\"", "\"agencies/潍城区_医保_中心/detail-2024.xlsx\"")
        .doesNotContain("\"detail-2024.xlsx\"");

    Path changes =
        place.file("changes.csv", "单位编号,变动,生效日期,新经办机构,依据", "U13,变更经办机构,2024-03-06,奎文区,迁移");
    place.well(
        "employer-changes", "changes=" + changes, "roster=" + roster, "business-date=2024-03-06");
    Path audits = Files.writeString(province.resolve("flagged-2024.xlsx"), "of an audit");
    byAgency("2024-03-07", nothing, province);
    assertThat(folders(province)).doesNotContain("高新区").contains("坊子区");
    assertThat(audits).as("another job's").hasContent("of an audit");
    night("2024-03-07", nothing);
    adds(city, province);

    night("2024-03-07", nothing, "output=" + province);
    assertThat(province.resolve("agencies")).doesNotExist();
    assertThat(province.resolve("province-summary-2024.xlsx")).doesNotExist();
    for (Sheet sheet : SHEETS) {
      assertThat(province.resolve(sheet.file())).hasSameBinaryContentAs(city.resolve(sheet.file()));
    }
  }

  @Test
  void anotherValueIsRefusedWithItsLineAndTheAllowedOnes() throws IOException {
    List<String> lines = Files.readAllLines(Path.of("jobs", "declaration.yaml"));
    int line = lines.indexOf("output-by: city");
    lines.set(line, "output-by: county");
    Path file = Files.write(folder.resolve("job.yaml"), lines);
    Workplace.Ended ended = Workplace.command("run", file.toString());
    assertThat(ended.status()).isEqualTo(2);
    assertThat(ended.err()).contains(file + ":" + (line + 1), "county", "city", "agency");
  }

  /** Every sheet: the city's rows, each once; and the province's line of each agency. */
  private void adds(Path city, Path province) throws IOException {
    List<String> folders = folders(province);
    for (Sheet sheet : SHEETS) {
      List<String> together = new ArrayList<>();
      for (String agency : folders) {
        together.addAll(rows(province.resolve("agencies").resolve(agency), sheet));
      }
      assertThat(together)
          .as(sheet.toString())
          .containsExactlyInAnyOrderElementsOf(rows(city, sheet));
    }
    List<String> lines =
        CellText.rows(province.resolve("province-summary-2024.xlsx"), "分经办机构汇总", "经办机构");
    List<String> whole = new ArrayList<>();
    for (String line : lines.subList(0, lines.size() - 1)) {
      Path own = province.resolve(last(line));
      assertThat(figures(line)).as(line).isEqualTo(summed(own));
      whole.add(last(line));
    }
    assertThat(whole).hasSameSizeAs(folders);
    String total = lines.get(lines.size() - 1);
    assertThat(total).startsWith("合计|");
    assertThat(figures(total)).isEqualTo(summed(city));
    assertThat(rows(province, new Sheet("province-summary-2024.xlsx", "重复及特殊人员", "情形", 0)))
        .isEqualTo(rows(city, SHEETS.get(1)));
  }

  /** Employers, persons, wages, bases, at lower and upper, flagged, dues, not declared. */
  private static List<String> figures(String line) {
    String[] cells = line.split("\\|", -1);
    return IntStream.of(1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12).mapToObj(i -> cells[i]).toList();
  }

  private static List<String> summed(Path folder) throws IOException {
    List<String> rows = rows(folder, SHEETS.get(0));
    List<String> sums = new ArrayList<>(List.of(Integer.toString(rows.size())));
    for (int column : new int[] {3, 4, 5, 6, 7}) {
      sums.add(sum(rows, column));
    }
    sums.add(
        Long.toString(rows.stream().filter(row -> row.split("\\|", -1)[9].equals("是")).count()));
    for (int column : new int[] {10, 11, 12}) {
      // Of nobody's dues nothing is known.
      sums.add(rows.isEmpty() ? "" : sum(rows, column));
    }
    sums.add(Integer.toString(rows(folder, SHEETS.get(5)).size()));
    return sums;
  }

  private static String sum(List<String> rows, int column) {
    return rows.stream()
        .map(row -> new BigDecimal(row.split("\\|", -1)[column]))
        .reduce(BigDecimal::add)
        .orElse(column == 4 || column == 5 ? new BigDecimal("0.00") : BigDecimal.ZERO)
        .toPlainString();
  }

  private static String last(String line) {
    return line.substring(line.lastIndexOf('|') + 1);
  }

  private static List<String> rows(Path folder, Sheet sheet) throws IOException {
    return CellText.rows(folder.resolve(sheet.file()), sheet.name(), sheet.firstTitle()).stream()
        .map(row -> sheet.keyFrom() == 0 ? row : row.substring(row.indexOf('|') + 1))
        .toList();
  }

  private static List<String> folders(Path province) throws IOException {
    try (Stream<Path> folders = Files.list(province.resolve("agencies"))) {
      return folders.map(each -> String.valueOf(each.getFileName())).sorted().toList();
    }
  }

  private void byAgency(String date, Path inbox, Path output) {
    night(date, inbox, "output-by=agency", "output=" + output);
  }

  private void night(String date, Path inbox, String... settings) {
    List<String> all = new ArrayList<>(List.of("roster=" + roster));
    all.addAll(List.of(settings));
    place.intake("declaration", date, inbox, all.toArray(String[]::new));
  }

  /** Fourteen employers declare; of two, and of a third agency, nothing comes. */
  private void roster() throws IOException {
    List<String> lines = new ArrayList<>(List.of("单位编号,单位名称,经办机构,上月缴费额"));
    for (int i = 0; i < 13; i++) {
      lines.add(code(i) + ",单位" + i + "," + AGENCIES.get(i % 4) + ",1000");
    }
    lines.add("U13,单位13,高新区,1000");
    lines.addAll(List.of("N1,未报甲,坊子区,2000.05", "N2,未报乙,市直,3000.10"));
    roster = place.file("roster.csv", lines.toArray(String[]::new));
  }

  private static String code(int employer) {
    return "U%02d".formatted(employer);
  }

  /** A file an employer, of random wages: some below the limit, some above it. */
  private Path declared(int from, int to) throws IOException {
    Path inbox = place.anotherInbox();
    for (int i = from; i < to; i++) {
      List<String> lines = new ArrayList<>(List.of(HEADER));
      int people = 1 + random.nextInt(20);
      int below = random.nextInt(11);
      for (int p = 0; p < people; p++) {
        BigDecimal wage =
            BigDecimal.valueOf(
                random.nextInt(10) < below
                    ? 100_000 + random.nextInt(300_000)
                    : 430_000 + random.nextInt(3_000_000),
                2);
        lines.add(line(i, "员工" + p, "E%02d%06d".formatted(i, p), wage));
      }
      if (i == 0 || i == 1) {
        lines.add(line(i, "两处", "E99999999", new BigDecimal("5000.00")));
      }
      Files.write(inbox.resolve(code(i) + ".csv"), lines);
    }
    return inbox;
  }

  private static String line(int employer, String name, String number, BigDecimal wage) {
    return String.join(
        ",", code(employer), "单位" + employer, name, "护照", number, wage.toPlainString());
  }
}
