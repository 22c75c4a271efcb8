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
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The key {@code output-by} for retirees: the agencies' workbooks together say what the city's do.
 */
@Tag("run")
@NullUnmarked
class RetireesByAgencyTest {

  private static final List<String> AGENCIES = List.of("市直", "潍城区/医保 中心", "", "奎文区");
  private static final String PROVINCE = "retirees-province-summary-2024.xlsx";
  private static final String SUMMARY = "retirees-summary-2024.xlsx";
  private static final String DETAIL = "retirees-detail-2024.xlsx";

  @TempDir Path folder;
  private Workplace place;
  private Path roster;
  private final Random random = new Random(19);

  @Test
  void whatTheAgenciesAreToldAddsUpToTheCityAndNothingOldStays() throws IOException {
    place = new Workplace(folder);
    roster();
    Path output = folder.resolve("output");
    night("2024-02-05", declared(0, 9), "city");
    night("2024-07-05", declared(2, 5), "city");
    List<byte[]> city = workbooks(output);
    List<String> employers = rows(output.resolve(SUMMARY), "汇总表（退休）", "单位编号");
    List<String> versions = rows(output.resolve(SUMMARY), "申报版本（退休）", "单位编号");
    List<String> special = rows(output.resolve(SUMMARY), "重复及特殊人员", "情形");
    List<String> people = withoutSerials(rows(output.resolve(DETAIL), "明细表（退休）", "序号"));
    assertThat(versions).hasSizeGreaterThan(employers.size());
    assertThat(special).isNotEmpty();

    Path nothing = Files.createDirectories(folder.resolve("nothing"));
    night("2024-07-05", nothing, "agency");

    assertThat(output.resolve(SUMMARY)).doesNotExist();
    assertThat(output.resolve(DETAIL)).doesNotExist();
    assertThat(Files.readString(output.resolve("manifest.json")))
        .contains("\"" + PROVINCE + "\"", "\"agencies/潍城区_医保_中心/" + DETAIL + "\"")
        .doesNotContain("\"" + DETAIL + "\"");
    List<String> lines = rows(output.resolve(PROVINCE), "分经办机构汇总（退休）", "经办机构");
    assertThat(lines).extracting(line -> line.split("\\|", -1)[0]).endsWith("合计").hasSize(6);
    List<String> employersOfAll = new ArrayList<>();
    List<String> versionsOfAll = new ArrayList<>();
    List<String> peopleOfAll = new ArrayList<>();
    for (String line : lines.subList(0, lines.size() - 1)) {
      Path own = output.resolve(line.substring(line.lastIndexOf('|') + 1));
      List<String> its = rows(own.resolve(SUMMARY), "汇总表（退休）", "单位编号");
      assertThat(figures(line)).as(line).isEqualTo(summed(its));
      employersOfAll.addAll(its);
      versionsOfAll.addAll(rows(own.resolve(SUMMARY), "申报版本（退休）", "单位编号"));
      peopleOfAll.addAll(withoutSerials(rows(own.resolve(DETAIL), "明细表（退休）", "序号")));
    }
    assertThat(employersOfAll).containsExactlyInAnyOrderElementsOf(employers);
    assertThat(versionsOfAll).containsExactlyInAnyOrderElementsOf(versions);
    assertThat(peopleOfAll).containsExactlyInAnyOrderElementsOf(people);
    String total = lines.get(lines.size() - 1);
    assertThat(figures(total)).isEqualTo(summed(employers));
    assertThat(total.split("\\|", -1)[4]).as("not declared").isEqualTo("1");
    assertThat(rows(output.resolve(PROVINCE), "重复及特殊人员", "情形")).isEqualTo(special);

    night("2024-07-05", nothing, "city");
    assertThat(workbooks(output)).usingRecursiveComparison().isEqualTo(city);
    assertThat(output.resolve("agencies")).doesNotExist();
    assertThat(output.resolve(PROVINCE)).doesNotExist();
  }

  private static List<byte[]> workbooks(Path output) throws IOException {
    return List.of(
        Files.readAllBytes(output.resolve(SUMMARY)), Files.readAllBytes(output.resolve(DETAIL)));
  }

  private static List<String> rows(Path file, String sheet, String title) throws IOException {
    return CellText.rows(file, sheet, title);
  }

  private static List<String> withoutSerials(List<String> rows) {
    return rows.stream().map(row -> row.substring(row.indexOf('|') + 1)).toList();
  }

  /** Employers, retirees, pensions of an agency's line. */
  private static List<String> figures(String line) {
    return List.of(line.split("\\|", -1)).subList(1, 4);
  }

  private static List<String> summed(List<String> employers) {
    BigDecimal persons = BigDecimal.ZERO;
    BigDecimal pensions = new BigDecimal("0.00");
    for (String row : employers) {
      String[] cells = row.split("\\|", -1);
      persons = persons.add(new BigDecimal(cells[3]));
      pensions = pensions.add(new BigDecimal(cells[4]));
    }
    return List.of(
        Integer.toString(employers.size()), persons.toPlainString(), pensions.toPlainString());
  }

  private void night(String date, Path inbox, String outputBy) {
    place.intake("retirees", date, inbox, "roster=" + roster, "output-by=" + outputBy);
  }

  /** Nine employers declare; of one, of a fifth agency, nothing comes. */
  private void roster() throws IOException {
    List<String> lines = new ArrayList<>(List.of("单位编号,单位名称,经办机构,公务员医疗补助,参加养老保险"));
    for (int i = 0; i < 9; i++) {
      lines.add("U" + i + ",单位" + i + "," + AGENCIES.get(i % 4) + ",是,否");
    }
    lines.add("N1,未报甲,坊子区,是,否");
    roster = place.file("roster.csv", lines.toArray(String[]::new));
  }

  /** A file an employer; the first two declare one person both. */
  private Path declared(int from, int to) throws IOException {
    Path inbox = place.anotherInbox();
    for (int i = from; i < to; i++) {
      List<String> lines = new ArrayList<>(List.of("单位编号,单位名称,姓名,证件类型,证件号码,月退休金"));
      int people = 1 + random.nextInt(12);
      for (int p = 0; p < people; p++) {
        lines.add(line(i, "退休" + p, "E%02d%06d".formatted(i, p)));
      }
      if (i < 2) {
        lines.add(line(i, "两处", "E99999999"));
      }
      Files.write(inbox.resolve("U" + i + ".csv"), lines);
    }
    return inbox;
  }

  private String line(int employer, String name, String number) {
    BigDecimal pension = BigDecimal.valueOf(200_000L + random.nextInt(600_000), 2);
    return String.join(
        ",", "U" + employer, "单位" + employer, name, "护照", number, pension.toPlainString());
  }
}
