package basedecl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked
class ReviewWalkTest {

  private static final String EMPLOYER = "0370700001";
  private static final String OTHER = "0370700002";
  private static final String HEADER = "单位编号,姓名,证件号码,月均工资";

  @TempDir Path folder;

  @Test
  void anEmployerWalksFromReturnedOverCorrectedToConfirmed() throws IOException {
    Nights nights = new Nights(folder);
    nights.declare("declaration", "2024-01-24", HEADER, EMPLOYER + ",沈月,370702199001010012,5000");
    Path materials = materials(nights, EMPLOYER);

    review(nights, "2024-01-25", "materials=" + materials);
    assertThat(standing(nights, EMPLOYER)).isEqualTo("1 审核中 2024-01-25");

    Path returning = nights.file("d1.csv", "单位编号,决定,意见", EMPLOYER + ",退回,明细表缺少签字");
    review(nights, "2024-01-26", "materials=" + materials, "decisions=" + returning);
    assertThat(standing(nights, EMPLOYER)).isEqualTo("1 已退回 2024-01-26");
    assertThat(progress(nights).get(EMPLOYER)).containsEntry("意见", "明细表缺少签字");

    nights.declare("declaration", "2024-01-28", HEADER, EMPLOYER + ",沈月,370702199001010012,5100");
    review(nights, "2024-01-29", "decisions=" + returning);
    assertThat(standing(nights, EMPLOYER)).isEqualTo("2 已受理 2024-01-28");
    assertThat(problems(nights)).containsExactly("LINE_ALREADY_USED");

    review(nights, "2024-01-30", "materials=" + materials);
    assertThat(standing(nights, EMPLOYER)).isEqualTo("2 审核中 2024-01-30");
    assertThat(problems(nights)).containsExactly("MATERIAL_UNCHANGED");

    Path passing = nights.file("d2.csv", "单位编号,决定,意见", EMPLOYER + ",通过,同意");
    Path confirming = nights.file("c.csv", "单位编号,确认日期", EMPLOYER + ",2024年2月1日");
    review(nights, "2024-01-31", "decisions=" + passing);
    assertThat(standing(nights, EMPLOYER)).isEqualTo("2 审核通过 2024-01-31");
    review(nights, "2024-02-02", "confirmations=" + confirming);
    assertThat(standing(nights, EMPLOYER)).isEqualTo("2 已确认 2024-02-01");
    assertThat(progress(nights).get(EMPLOYER))
        .containsEntry("下一步", "已办结。")
        .containsEntry("意见", "同意")
        .containsEntry("联系电话", "8102708");

    nights.declare("declaration", "2024-02-03", HEADER, EMPLOYER + ",沈月,370702199001010012,5200");
    assertThat(Files.readString(nights.output().resolve("receipts.csv")))
        .contains("REJECTED," + EMPLOYER)
        .contains("DECLARATION_CLOSED");
  }

  @Test
  void theSameReviewRunTwiceLeavesTheSameWorkbook() throws IOException {
    Nights nights = new Nights(folder);
    nights.declare("declaration", "2024-01-26", HEADER, EMPLOYER + ",沈月,370702199001010012,5000");
    String[] settings = {
      "materials=" + materials(nights, EMPLOYER, OTHER),
      "decisions=" + nights.file("d.csv", "单位编号,决定,意见", EMPLOYER + ",通过,", OTHER + ",通过,"),
      "confirmations=" + nights.file("c.csv", "单位编号,确认日期", EMPLOYER + ",2024-01-29")
    };
    review(nights, "2024-01-30", settings);
    assertThat(standing(nights, EMPLOYER)).isEqualTo("1 已确认 2024-01-29");
    byte[] first = Files.readAllBytes(nights.output().resolve("progress-2024.xlsx"));
    review(nights, "2024-01-30", settings);

    assertThat(nights.output().resolve("progress-2024.xlsx")).hasBinaryContent(first);
    assertThat(progress(nights).get(OTHER))
        .containsEntry("状态", "未申报")
        .containsEntry("版本", "")
        .containsEntry("下一步", "单位：请尽快申报缴费基数。【逾期申报】");
  }

  @Test
  void everyStepOutOfTurnIsRefusedWithTheStateItMeets() throws IOException {
    Nights nights = new Nights(folder);
    nights.declare("declaration", "2024-01-24", HEADER, EMPLOYER + ",沈月,370702199001010012,5000");
    Path decide = nights.file("d.csv", "单位编号,决定,意见", EMPLOYER + ",通过,", OTHER + ",退回,");
    Path confirm =
        nights.file("c.csv", "单位编号,确认日期", EMPLOYER + ",2024-01-25", "9999999999,2024-01-25");

    review(nights, "2024-01-25", "decisions=" + decide, "confirmations=" + confirm);
    assertThat(sentences(nights))
        .containsExactly(
            EMPLOYER + " 当前状态为“已受理”，不能办理这一步。",
            OTHER + " 当前状态为“未申报”，不能办理这一步。",
            EMPLOYER + " 当前状态为“已受理”，不能办理这一步。",
            "9999999999 参保单位名册中没有这个单位编号。");

    review(
        nights,
        "2024-01-25",
        "materials=" + materials(nights, EMPLOYER),
        "confirmations=" + confirm);
    assertThat(sentences(nights)).first().isEqualTo(EMPLOYER + " 当前状态为“审核中”，不能办理这一步。");

    Path back = nights.file("back.csv", "单位编号,决定,意见", EMPLOYER + ",退回,", EMPLOYER + ",通过,");
    review(nights, "2024-01-26", "decisions=" + back, "confirmations=" + confirm);
    assertThat(sentences(nights).subList(0, 2))
        .containsExactly(EMPLOYER + " 当前状态为“已退回”，不能办理这一步。", EMPLOYER + " 当前状态为“已退回”，不能办理这一步。");
  }

  @Test
  void linesThatCannotBeReadAsWhatTheyShouldBeAreListed() throws IOException {
    Nights nights = new Nights(folder);
    nights.declare("declaration", "2024-01-24", HEADER, EMPLOYER + ",沈月,370702199001010012,5000");

    review(
        nights,
        "2024-01-26",
        "materials=" + materials(nights, EMPLOYER),
        "decisions="
            + nights.file("d.csv", "单位编号,决定,意见", EMPLOYER + ",同意,", ",通过,", EMPLOYER + ",通过,"),
        "confirmations="
            + nights.file(
                "c.csv",
                "单位编号,确认日期",
                EMPLOYER + ",2024-02-30",
                EMPLOYER + ",2024-01-27",
                EMPLOYER + ","));

    assertThat(problems(nights))
        .containsExactly(
            "DECISION_UNKNOWN", "EMPLOYER_MISSING", "DATE_INVALID", "DATE_INVALID", "DATE_INVALID");
    assertThat(standing(nights, EMPLOYER)).isEqualTo("1 审核通过 2024-01-26");
  }

  @Test
  void aDecisionFileThatIsNoTableIsRefusedBeforeAnythingIsTouched() throws IOException {
    Nights nights = new Nights(folder);
    Path file = nights.file("d.csv", "这里没有表头");

    Nights.Ended ended = nights.run("review", "materials=", "confirmations=", "decisions=" + file);

    assertThat(ended.status()).isEqualTo(Main.REFUSED);
    assertThat(ended.said()).contains("d.csv").contains("HEADER_NOT_FOUND");
    assertThat(nights.output()).doesNotExist();
  }

  @Test
  void thePapersBearTheNumberOfTheVersionOnEveryPage() throws IOException {
    Nights nights = new Nights(folder);
    nights.declare("declaration", "2024-01-24", HEADER, EMPLOYER + ",沈月,370702199001010012,5000");
    assertThat(nights.run("papers").status()).isEqualTo(Nights.DONE);
    Path papers = nights.output().resolve("papers");
    String first = Papers.number(papers.resolve(EMPLOYER + "-2024-summary.xlsx"));
    assertThat(first).matches("编号：2024-0370700001-V1-[0-9A-F]{8}");
    assertThat(Papers.number(papers.resolve(EMPLOYER + "-2024-detail.xlsx"))).isEqualTo(first);
    assertThat(Papers.text(papers.resolve(EMPLOYER + "-2024-summary.xlsx")))
        .contains("诚信申报承诺书")
        .contains("第六十条")
        .contains("单位（盖章）");
    assertThat(Papers.text(papers.resolve(EMPLOYER + "-2024-detail.xlsx")))
        .contains("职工签字")
        .contains("8102708");
    byte[] bytes = Files.readAllBytes(papers.resolve(EMPLOYER + "-2024-detail.xlsx"));
    assertThat(nights.run("papers").status()).isEqualTo(Nights.DONE);
    assertThat(papers.resolve(EMPLOYER + "-2024-detail.xlsx")).hasBinaryContent(bytes);

    nights.declare("declaration", "2024-01-25", HEADER, EMPLOYER + ",沈月,370702199001010012,5100");
    assertThat(nights.run("papers").status()).isEqualTo(Nights.DONE);

    assertThat(Papers.number(papers.resolve(EMPLOYER + "-2024-summary.xlsx")))
        .startsWith("编号：2024-0370700001-V2-")
        .isNotEqualTo(first);
  }

  /** A folder with both scans for each employer. */
  static Path materials(Nights nights, String... employers) throws IOException {
    Path materials = nights.folder().resolve("materials");
    for (String employer : employers) {
      Path own = Files.createDirectories(materials.resolve(employer));
      Files.write(
          own.resolve("汇总表.pdf"), ("%PDF-1.4 " + employer).getBytes(StandardCharsets.UTF_8));
      Files.write(
          own.resolve("Detail-1.PDF"), ("%PDF-1.4 d" + employer).getBytes(StandardCharsets.UTF_8));
    }
    return materials;
  }

  /** A run that reads only what is given. */
  private static void review(Nights nights, String date, String... given) {
    List<String> settings =
        new java.util.ArrayList<>(
            List.of("materials=", "decisions=", "confirmations=", "business-date=" + date));
    settings.addAll(List.of(given));
    Nights.Ended ended = nights.run("review", settings.toArray(String[]::new));
    assertThat(ended.status()).as(ended.said()).isEqualTo(Nights.DONE);
  }

  private static Map<String, Map<String, String>> progress(Nights nights) throws IOException {
    return Nights.byFirst(nights.output().resolve("progress-2024.xlsx"), "办理进度", "单位编号");
  }

  private static String standing(Nights nights, String employer) throws IOException {
    Map<String, String> row = progress(nights).getOrDefault(employer, Map.of());
    return row.get("版本") + " " + row.get("状态") + " " + row.get("状态日期");
  }

  private static List<List<String>> problemRows(Nights nights) throws IOException {
    List<List<String>> table =
        Nights.table(nights.output().resolve("progress-2024.xlsx"), "问题清单", "序号");
    return table.subList(1, table.size());
  }

  private static List<String> problems(Nights nights) throws IOException {
    return problemRows(nights).stream().map(row -> row.get(5)).toList();
  }

  private static List<String> sentences(Nights nights) throws IOException {
    return problemRows(nights).stream().map(row -> row.get(1) + " " + row.get(7)).toList();
  }
}
