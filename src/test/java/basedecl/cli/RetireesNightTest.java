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
