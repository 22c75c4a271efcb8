package basedecl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("run")
@NullUnmarked
class RetireesNightTest {

  @TempDir Path folder = Path.of("");

  @Test
  void theSamplesComeToTheExpectedTablesAndAnAdjustmentHoldsFromItsMonth() throws IOException {
    Workplace place = new Workplace(folder);
    place.intake("retirees", "2024-01-24", place.inboxOf("retirees/first"));
    Path output = place.output();

    assertThat(Tables.table(output.resolve("retirees-summary-2024.xlsx"), "汇总表（退休）", "单位编号"))
        .isEqualTo(Tables.expected("retirees/retirees-summary-2024.csv"));
    assertThat(Tables.table(output.resolve("retirees-detail-2024.xlsx"), "明细表（退休）", "序号"))
        .isEqualTo(Tables.expected("retirees/retirees-detail-2024.csv"));
    assertThat(codes(output))
        .containsExactlyInAnyOrder(
            "0370700001 REJECTED EMPLOYER_NOT_ELIGIBLE",
            "0370700004 ACCEPTED ",
            "0370700013 REJECTED EMPLOYER_NOT_ELIGIBLE",
            "0370700022 ACCEPTED ",
            "0370700040 REJECTED WAGE_MISSING");
    assertThat(output.resolve("receipts/a-pension-missing.csv.xlsx")).exists();
    assertThat(Files.readString(output.resolve("manifest.json"))).contains("\"retirees\"");

    place.intake("retirees", "2024-07-08", place.inboxOf("retirees/adjusted"));

    assertThat(Tables.table(output.resolve("retirees-summary-2024.xlsx"), "申报版本（退休）", "单位编号"))
        .isEqualTo(Tables.expected("retirees/retirees-versions-2024-07.csv"));
  }

  @Test
  void retireesMayBeDeclaredAgainAfterTheirDeclarationWasConfirmed() throws IOException {
    Workplace place = new Workplace(folder);
    String header = "单位编号,姓名,证件号码,月退休金";
    place.declare("retirees", "2024-01-20", header, "0370700004,沈月,370702199001010012,4000");
    Path materials = ReviewWalkTest.materials(place, "0370700004");
    Path decisions = place.file("decisions.csv", "单位编号,决定,意见", "0370700004,通过,");
    Path confirmations = place.file("confirmed.csv", "单位编号,确认日期", "0370700004,2024-01-28");
    assertThat(
            place
                .run(
                    "review",
                    "population=retirees",
                    "materials=" + materials,
                    "decisions=" + decisions,
                    "confirmations=" + confirmations,
                    "business-date=2024-01-30")
                .status())
        .isZero();
    assertThat(state(place)).isEqualTo("1 已确认");

    place.declare("retirees", "2024-07-08", header, "0370700004,沈月,370702199001010012,4100");

    assertThat(
            place
                .run(
                    "review",
                    "population=retirees",
                    "materials=",
                    "decisions=" + decisions,
                    "confirmations=",
                    "business-date=2024-07-09")
                .status())
        .isZero();
    assertThat(state(place)).isEqualTo("2 已受理");
    assertThat(
            Tables.table(place.output().resolve("retirees-progress-2024.xlsx"), "问题清单", "序号")
                .get(1)
                .get(6))
        .isEqualTo("LINE_ALREADY_USED");
    assertThat(inForce(place)).isEqualTo("1 4000.00 已确认");

    Path returning = place.file("back.csv", "单位编号,决定,意见", "0370700004,退回,缺签字");
    assertThat(decide(place, "2024-07-10", materials, returning)).isEqualTo("2 已退回");
    place.declare("retirees", "2024-08-05", header, "0370700004,沈月,370702199001010012,4200");
    assertThat(inForce(place)).isEqualTo("1 4000.00 已确认");
    assertThat(versions(place)).containsExactly("1 2024-01  已确认", "2   已退回", "3   已受理");

    Path passing = place.file("pass.csv", "单位编号,决定,意见", "0370700004,通过,");
    assertThat(decide(place, "2024-08-06", materials, passing)).isEqualTo("3 审核通过");
    place.declare("retirees", "2024-08-07", header, "0370700022,李雷,440524188001010014,4200");
    assertThat(inForce(place)).isEqualTo("3 4200.00 审核通过");
    assertThat(versions(place)).startsWith("1 2024-01 2024-07 已确认", "2   已退回", "3 2024-07  审核通过");
  }

  @Test
  void employersThatNeedNotDeclareAreToldSoAndAreNeverLate() throws IOException {
    Workplace place = new Workplace(folder);
    place.intake("retirees", "2024-02-24", place.inboxOf("retirees/first"));
    assertThat(
            Tables.column(place.output().resolve("receipts/not-in-the-subsidy.csv.xlsx"), "问题清单"))
        .anySatisfy(line -> assertThat(line).startsWith("本单位无需申报退休人员退休金：本表不予受理，不必更正重报"));
    assertThat(
            place
                .run(
                    "review",
                    "population=retirees",
                    "materials=",
                    "decisions=",
                    "confirmations=",
                    "business-date=2024-02-26")
                .status())
        .isZero();
    var progress =
        Tables.byFirst(place.output().resolve("retirees-progress-2024.xlsx"), "办理进度（退休）", "单位编号");
    for (String exempt : List.of("0370700001", "0370700013")) {
      assertThat(progress.get(exempt))
          .containsEntry("状态", "无需申报")
          .containsEntry("下一步", "本单位无需申报退休人员退休金，送来的表不予受理，不必更正重报。");
    }
    assertThat(progress.get("0370700004").get("下一步")).endsWith("【逾期申报、逾期提交材料】");
    assertThat(progress.get("0370700040").get("下一步")).endsWith("【逾期申报】");
  }

  /** One run with materials and decisions; gives version and state. */
  private static String decide(Workplace place, String date, Path materials, Path decisions)
      throws IOException {
    assertThat(
            place
                .run(
                    "review",
                    "population=retirees",
                    "materials=" + materials,
                    "decisions=" + decisions,
                    "confirmations=",
                    "business-date=" + date)
                .status())
        .isZero();
    return state(place);
  }

  /** Version, pensions and state of the declaration in force. */
  private static String inForce(Workplace place) throws IOException {
    var row =
        Tables.byFirst(place.output().resolve("retirees-summary-2024.xlsx"), "汇总表（退休）", "单位编号")
            .get("0370700004");
    return row == null ? "" : row.get("版本") + " " + row.get("退休金合计") + " " + row.get("状态");
  }

  /** Version, first and last month and state of every version. */
  private static List<String> versions(Workplace place) throws IOException {
    return Tables.table(place.output().resolve("retirees-summary-2024.xlsx"), "申报版本（退休）", "单位编号")
        .stream()
        .skip(1)
        .map(row -> row.get(2) + " " + row.get(4) + " " + row.get(5) + " " + row.get(8))
        .toList();
  }

  private static String state(Workplace place) throws IOException {
    var row =
        Tables.byFirst(place.output().resolve("retirees-progress-2024.xlsx"), "办理进度（退休）", "单位编号")
            .get("0370700004");
    return row == null ? "" : row.get("版本") + " " + row.get("状态");
  }

  private static List<String> codes(Path output) throws IOException {
    return Files.readAllLines(output.resolve("receipts.csv")).stream()
        .skip(1)
        .map(line -> line.split(",", -1))
        .map(cells -> cells[3] + " " + cells[2] + " " + cells[10])
        .toList();
  }
}
