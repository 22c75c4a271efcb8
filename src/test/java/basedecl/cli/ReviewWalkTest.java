package basedecl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("run")
@NullUnmarked
class ReviewWalkTest {

  private static final String EMPLOYER = "0370700001";
  private static final String OTHER = "0370700002";
  private static final String HEADER = "单位编号,姓名,证件号码,月均工资";

  @TempDir Path folder = Path.of("");

  @Test
  void anEmployerWalksFromReturnedOverCorrectedToConfirmed() throws IOException {
    Workplace place = new Workplace(folder);
    place.declare("declaration", "2024-01-24", HEADER, EMPLOYER + ",沈月,370702199001010012,5000");
    Path materials = materials(place, EMPLOYER);

    review(place, "2024-01-25", "materials=" + materials);
    assertThat(standing(place, EMPLOYER)).isEqualTo("1 审核中 2024-01-25");

    Path returning = place.file("d1.csv", "单位编号,决定,意见", EMPLOYER + ",退回,明细表缺少签字");
    review(place, "2024-01-26", "materials=" + materials, "decisions=" + returning);
    assertThat(standing(place, EMPLOYER)).isEqualTo("1 已退回 2024-01-26");
    assertThat(progress(place).get(EMPLOYER)).containsEntry("意见", "明细表缺少签字");

    place.declare("declaration", "2024-01-28", HEADER, EMPLOYER + ",沈月,370702199001010012,5100");
    review(place, "2024-01-29", "decisions=" + returning);
    assertThat(standing(place, EMPLOYER)).isEqualTo("2 已受理 2024-01-28");
    assertThat(problems(place)).containsExactly("LINE_ALREADY_USED");

    review(place, "2024-01-30", "materials=" + materials);
    assertThat(standing(place, EMPLOYER)).isEqualTo("2 审核中 2024-01-30");
    assertThat(problems(place)).containsExactly("MATERIAL_UNCHANGED");

    Path passing = place.file("d2.csv", "单位编号,决定,意见", EMPLOYER + ",通过,同意");
    Path confirming = place.file("c.csv", "单位编号,确认日期", EMPLOYER + ",2024年2月1日");
    review(place, "2024-01-31", "decisions=" + passing);
    assertThat(standing(place, EMPLOYER)).isEqualTo("2 审核通过 2024-01-31");
    review(place, "2024-02-02", "confirmations=" + confirming);
    assertThat(standing(place, EMPLOYER)).isEqualTo("2 已确认 2024-02-01");
    assertThat(progress(place).get(EMPLOYER))
        .containsEntry("下一步", "已办结。")
        .containsEntry("意见", "同意")
        .containsEntry("联系电话", "8102708");

    place.declare("declaration", "2024-02-03", HEADER, EMPLOYER + ",沈月,370702199001010012,5200");
    assertThat(Files.readString(place.output().resolve("receipts.csv")))
        .contains("REJECTED," + EMPLOYER)
        .contains("DECLARATION_CLOSED");
  }

  @Test
  void aReopenedDeclarationStaysInForceUntilItsSuccessorIsApproved() throws IOException {
    Workplace place = new Workplace(folder);
    place.declare("declaration", "2024-01-24", HEADER, EMPLOYER + ",沈月,370702199001010012,5000");
    Path materials = materials(place, EMPLOYER);
    review(
        place,
        "2024-01-25",
        "materials=" + materials,
        "decisions=" + place.file("d1.csv", "单位编号,决定,意见", EMPLOYER + ",通过,"));
    Path reopening =
        place.file(
            "d2.csv", "单位编号,决定,意见", EMPLOYER + ",重开,漏报奖金", OTHER + ",重开,漏报", EMPLOYER + ",重开,");
    review(place, "2024-03-01", "decisions=" + reopening);
    assertThat(standing(place, EMPLOYER)).isEqualTo("1 已重开 2024-03-01");
    assertThat(progress(place).get(EMPLOYER))
        .containsEntry("下一步", "单位：申报已重开，请按意见重新申报；现有申报在新版审核通过前继续有效。")
        .containsEntry("意见", "漏报奖金");
    assertThat(problems(place)).containsExactly("STEP_OUT_OF_TURN", "OPINION_MISSING");
    review(place, "2024-03-02", "decisions=" + reopening);
    assertThat(problems(place)).containsExactly("STEP_OUT_OF_TURN", "OPINION_MISSING");

    place.declare("declaration", "2024-03-05", HEADER, EMPLOYER + ",沈月,370702199001010012,6000");
    assertThat(Files.readString(place.output().resolve("receipts.csv")))
        .contains("ACCEPTED," + EMPLOYER + ",2,")
        .contains("APPROVED_IN_FORCE");
    assertThat(summary(place, EMPLOYER)).isEqualTo("5000.00 1 已重开");
    review(place, "2024-03-06");
    assertThat(standing(place, EMPLOYER)).isEqualTo("2 已受理 2024-03-05");
    assertThat(progress(place).get(EMPLOYER))
        .containsEntry("下一步", "单位：请打印汇总表、明细表，盖章并由职工签字后上传扫描件。第 1 版已审核通过，在新版审核通过前继续有效。")
        .containsEntry("意见", "重开：漏报奖金");
    assertThat(explained(place))
        .contains("合计：1 人，申报工资 5000.00 元")
        .contains("第 2 版：已受理（2024-03-05）", "审核通过后生效，此前现行版本继续有效")
        .contains("第 1 版：已重开（2024-03-01）", "2024-03-01 已重开：漏报奖金");
    assertThat(explained(place, "--person", "370702199001010012"))
        .contains("缴费基数：5000.00 元")
        .contains("办理中的第 2 版（审核通过后生效）：申报工资 6000.00 元");
    assertThat(place.onLedger("status").out())
        .contains("已受理 1 件：等单位上传盖章、签字的材料", "其中 1 件是已审核通过单位的新版申报");

    Path returning = place.file("d3.csv", "单位编号,决定,意见", EMPLOYER + ",退回,缺签字");
    review(place, "2024-03-07", "materials=" + materials, "decisions=" + returning);
    assertThat(standing(place, EMPLOYER)).isEqualTo("2 已退回 2024-03-07");
    place.declare("declaration", "2024-03-08", HEADER, EMPLOYER + ",沈月,370702199001010012,6100");
    assertThat(summary(place, EMPLOYER)).isEqualTo("5000.00 1 已重开");

    Path passing = place.file("d4.csv", "单位编号,决定,意见", EMPLOYER + ",通过,");
    review(place, "2024-03-09", "materials=" + materials, "decisions=" + passing);
    assertThat(standing(place, EMPLOYER)).isEqualTo("3 审核通过 2024-03-09");
    place.declare("declaration", "2024-03-10", HEADER, EMPLOYER + ",沈月,370702199001010012,6200");
    assertThat(Files.readString(place.output().resolve("receipts.csv")))
        .contains("DECLARATION_CLOSED");
    assertThat(summary(place, EMPLOYER)).isEqualTo("6100.00 3 审核通过");
  }

  @Test
  void theSameReviewRunTwiceLeavesTheSameWorkbook() throws IOException {
    Workplace place = new Workplace(folder);
    place.declare("declaration", "2024-01-26", HEADER, EMPLOYER + ",沈月,370702199001010012,5000");
    String[] settings = {
      "materials=" + materials(place, EMPLOYER, OTHER),
      "decisions=" + place.file("d.csv", "单位编号,决定,意见", EMPLOYER + ",通过,", OTHER + ",通过,"),
      "confirmations=" + place.file("c.csv", "单位编号,确认日期", EMPLOYER + ",2024-01-29")
    };
    review(place, "2024-01-30", settings);
    assertThat(standing(place, EMPLOYER)).isEqualTo("1 已确认 2024-01-29");
    byte[] first = Files.readAllBytes(place.output().resolve("progress-2024.xlsx"));
    review(place, "2024-01-30", settings);

    assertThat(place.output().resolve("progress-2024.xlsx")).hasBinaryContent(first);
    assertThat(progress(place).get(OTHER))
        .containsEntry("状态", "未申报")
        .containsEntry("版本", "")
        .containsEntry("下一步", "单位：请尽快申报缴费基数。【逾期申报】");
  }

  @Test
  void theSamplesComeToTheExpectedTables() throws IOException {
    Workplace place = new Workplace(folder);
    place.intake(
        "declaration",
        "2024-01-26",
        place.inboxOf(
            "inbox/plain",
            "inbox/several",
            "inbox/wages",
            "inbox/layout",
            "inbox/limits",
            "inbox/refused-rows"));
    assertThat(place.run("review").status()).isZero();

    List<List<String>> expected = Tables.expected("review/progress-2024.csv");
    Map<String, Map<String, String>> progress = progress(place);
    for (List<String> row : expected.subList(1, expected.size())) {
      Map<String, String> found = progress.getOrDefault(row.get(0), Map.of());
      assertThat(expected.get(0).stream().map(title -> found.getOrDefault(title, "?")))
          .containsExactlyElementsOf(row);
    }
    List<List<String>> problems = Tables.expected("review/problems-2024.csv");
    assertThat(
            problemRows(place).stream().map(r -> List.of(r.get(1), r.get(3), r.get(5), r.get(6))))
        .containsExactlyElementsOf(problems.subList(1, problems.size()));
  }

  @Test
  void everyStepOutOfTurnIsRefusedWithTheStateItMeets() throws IOException {
    Workplace place = new Workplace(folder);
    place.declare("declaration", "2024-01-24", HEADER, EMPLOYER + ",沈月,370702199001010012,5000");
    Path decide = place.file("d.csv", "单位编号,决定,意见", EMPLOYER + ",通过,", OTHER + ",退回,缺签字");
    Path confirm =
        place.file("c.csv", "单位编号,确认日期", EMPLOYER + ",2024-01-25", "9999999999,2024-01-25");

    review(place, "2024-01-25", "decisions=" + decide, "confirmations=" + confirm);
    assertThat(sentences(place))
        .containsExactly(
            EMPLOYER + " 当前状态为“已受理”，不能办理这一步。",
            OTHER + " 当前状态为“未申报”，不能办理这一步。",
            EMPLOYER + " 当前状态为“已受理”，不能办理这一步。",
            "9999999999 参保单位名册中没有这个单位编号。");

    review(
        place, "2024-01-25", "materials=" + materials(place, EMPLOYER), "confirmations=" + confirm);
    assertThat(sentences(place)).first().isEqualTo(EMPLOYER + " 当前状态为“审核中”，不能办理这一步。");

    Path back = place.file("back.csv", "单位编号,决定,意见", EMPLOYER + ",退回,缺签字", EMPLOYER + ",通过,");
    review(place, "2024-01-26", "decisions=" + back, "confirmations=" + confirm);
    assertThat(sentences(place).subList(0, 2))
        .containsExactly(EMPLOYER + " 当前状态为“已退回”，不能办理这一步。", EMPLOYER + " 当前状态为“已退回”，不能办理这一步。");
  }

  @Test
  void linesThatCannotBeReadAsWhatTheyShouldBeAreListed() throws IOException {
    Workplace place = new Workplace(folder);
    place.declare("declaration", "2024-01-24", HEADER, EMPLOYER + ",沈月,370702199001010012,5000");

    review(
        place,
        "2024-01-26",
        "materials=" + materials(place, EMPLOYER),
        "decisions="
            + place.file("d.csv", "单位编号,决定,意见", EMPLOYER + ",同意,", ",通过,", EMPLOYER + ",通过,"),
        "confirmations="
            + place.file(
                "c.csv",
                "单位编号,确认日期",
                EMPLOYER + ",2024-02-30",
                EMPLOYER + ",2024-01-27",
                EMPLOYER + ","));

    assertThat(problems(place))
        .containsExactly(
            "DECISION_UNKNOWN", "EMPLOYER_MISSING", "DATE_INVALID", "DATE_INVALID", "DATE_INVALID");
    assertThat(standing(place, EMPLOYER)).isEqualTo("1 审核通过 2024-01-26");
  }

  @Test
  void aDecisionFileThatIsNoTableIsRefusedBeforeAnythingIsTouched() throws IOException {
    Workplace place = new Workplace(folder);
    Path file = place.file("d.csv", "这里没有表头");

    Workplace.Ended ended =
        place.run("review", "materials=", "confirmations=", "decisions=" + file);

    assertThat(ended.status()).isEqualTo(Main.REFUSED);
    assertThat(ended.said()).contains("d.csv").contains("HEADER_NOT_FOUND");
    assertThat(place.output()).doesNotExist();
  }

  @Test
  void thePapersBearTheNumberOfTheVersionOnEveryPage() throws IOException {
    Workplace place = new Workplace(folder);
    place.declare("declaration", "2024-01-24", HEADER, EMPLOYER + ",沈月,370702199001010012,5000");
    assertThat(place.run("papers").status()).isZero();
    Path papers = place.output().resolve("papers");
    String first = Papers.number(papers.resolve(EMPLOYER + "-2024-summary.xlsx"));
    assertThat(first).matches("编号：2024-0370700001-V1-[0-9A-F]{8}");
    assertThat(Papers.number(papers.resolve(EMPLOYER + "-2024-detail.xlsx"))).isEqualTo(first);
    assertThat(Papers.text(papers.resolve(EMPLOYER + "-2024-summary.xlsx")))
        .contains("诚信申报承诺书")
        .contains("第六十条")
        .contains("暂用数")
        .contains("单位（盖章）");
    assertThat(Papers.text(papers.resolve(EMPLOYER + "-2024-detail.xlsx")))
        .contains("职工签字")
        .contains("8102708");
    byte[] bytes = Files.readAllBytes(papers.resolve(EMPLOYER + "-2024-detail.xlsx"));
    assertThat(place.run("papers").status()).isZero();
    assertThat(papers.resolve(EMPLOYER + "-2024-detail.xlsx")).hasBinaryContent(bytes);

    place.declare("declaration", "2024-01-25", HEADER, EMPLOYER + ",沈月,370702199001010012,5100");
    assertThat(place.run("papers").status()).isZero();

    assertThat(Papers.number(papers.resolve(EMPLOYER + "-2024-summary.xlsx")))
        .startsWith("编号：2024-0370700001-V2-")
        .isNotEqualTo(first);
  }

  /** A folder with both scans for each employer. */
  static Path materials(Workplace place, String... employers) throws IOException {
    Path materials = place.folder().resolve("materials");
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
  private static void review(Workplace place, String date, String... given) {
    List<String> settings =
        new java.util.ArrayList<>(
            List.of("materials=", "decisions=", "confirmations=", "business-date=" + date));
    settings.addAll(List.of(given));
    Workplace.Ended ended = place.run("review", settings.toArray(String[]::new));
    assertThat(ended.status()).as(ended.said()).isZero();
  }

  private static Map<String, Map<String, String>> progress(Workplace place) throws IOException {
    return Tables.byFirst(place.output().resolve("progress-2024.xlsx"), "办理进度", "单位编号");
  }

  private static String standing(Workplace place, String employer) throws IOException {
    Map<String, String> row = progress(place).getOrDefault(employer, Map.of());
    return row.get("版本") + " " + row.get("状态") + " " + row.get("状态日期");
  }

  private static String explained(Workplace place, String... further) {
    List<String> words =
        new java.util.ArrayList<>(
            List.of(
                "explain",
                "--employer",
                EMPLOYER,
                "--set",
                "policy=weifang-employee-medical",
                "--set",
                "year=2024"));
    words.addAll(List.of(further));
    Workplace.Ended ended = place.onLedger(words.toArray(String[]::new));
    assertThat(ended.status()).as(ended.said()).isZero();
    return ended.out();
  }

  /** Bases, version and state of an employer's line in the summary. */
  private static String summary(Workplace place, String employer) throws IOException {
    Map<String, String> row =
        Tables.byFirst(place.output().resolve("summary-2024.xlsx"), "汇总表", "单位编号")
            .getOrDefault(employer, Map.of());
    return row.get("缴费基数合计") + " " + row.get("版本") + " " + row.get("状态");
  }

  private static List<List<String>> problemRows(Workplace place) throws IOException {
    List<List<String>> table =
        Tables.table(place.output().resolve("progress-2024.xlsx"), "问题清单", "序号");
    return table.subList(1, table.size());
  }

  private static List<String> problems(Workplace place) throws IOException {
    return problemRows(place).stream().map(row -> row.get(6)).toList();
  }

  private static List<String> sentences(Workplace place) throws IOException {
    return problemRows(place).stream().map(row -> row.get(5) + " " + row.get(8)).toList();
  }
}
