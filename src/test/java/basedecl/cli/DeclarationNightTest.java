package basedecl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The declaration job from the inbox to its workbooks, held against the samples' expectations. */
@Tag("run")
@NullUnmarked
class DeclarationNightTest {

  private static final String[] TEXTS = {"单位编号", "单位名称", "姓名", "证件号码", "联系电话", "备注", "来源"};

  @TempDir Path folder;

  @Test
  void theSampleNightLeavesWhatIsExpectedAndTheSameAgainWhenRunTwice() throws IOException {
    Workplace place = new Workplace(folder);
    place.deliver("");
    Workplace.Ended first = place.night();
    assertThat(first.err()).isEmpty();
    assertThat(first.status()).isZero();
    assertThat(place.receipts()).isEqualTo(expected("receipts.csv"));
    assertWorkbooksAsExpected(place);
    try (Stream<Path> left = Files.walk(place.inbox())) {
      assertThat(left.filter(Files::isRegularFile)).isEmpty();
    }

    Map<String, String> before = digests(place.output());
    place.deliver("");
    Workplace.Ended second = place.night();
    assertThat(second.status()).isZero();
    assertWorkbooksAsExpected(place);
    assertThat(digests(place.output())).isEqualTo(before);
    Map<String, String> verdicts = new HashMap<>();
    place.receipts().forEach(row -> verdicts.put(row.get("file"), row.get("verdict")));
    for (Map<String, String> row : expected("receipts.csv")) {
      String again = verdicts.get(row.get("file"));
      if (List.of("ACCEPTED", "SUPERSEDED", "DUPLICATE").contains(row.get("verdict"))) {
        assertThat(again).as(row.get("file")).isEqualTo("DUPLICATE");
      } else if (!row.get("file").contains("one-good-one-bad")) {
        assertThat(again).as(row.get("file")).isEqualTo("REJECTED");
      }
    }
  }

  @Test
  void anotherPolicyChangesTheOutcomeWithoutALineOfCode() throws IOException {
    Path policies = Files.createDirectories(folder.resolve("policies"));
    Files.writeString(
        policies.resolve("weifang-employee-medical.yaml"),
        """
        policy: weifang-employee-medical
        title: 试算政策
        limits:
          - {year: 2024, from: 2024-01, lower: 4416, upper: 22078, status: final, published: 2024-01-02, citation: "试算"}
        base-rounding: {scale: 0, mode: HALF_UP, citation: "试算"}
        rates:
          - {from: 2024-01, employer: 0.07, personal: 0.01, citation: "试算"}
        audit:
          - {from: 2024-01, more-than: 0.75, citation: "试算"}
        """);
    Workplace place = new Workplace(folder);
    place.deliver("limits/3-of-4-flagged.xlsx", "limits/boundary-wages.xlsx");
    Workplace.Ended ended = place.night("policies=" + policies);
    assertThat(ended.err()).isEmpty();
    assertThat(ended.status()).isZero();
    for (Map<String, String> person : place.sheet("detail-2024.xlsx", "明细表", "序号")) {
      BigDecimal wage = new BigDecimal(person.get("月均工资"));
      BigDecimal base =
          wage.setScale(0, java.math.RoundingMode.HALF_UP)
              .max(new BigDecimal("4416"))
              .min(new BigDecimal("22078"));
      assertThat(new BigDecimal(person.get("缴费基数"))).isEqualByComparingTo(base);
      assertThat(new BigDecimal(person.get("单位应缴")))
          .isEqualByComparingTo(
              base.multiply(new BigDecimal("0.07")).setScale(2, java.math.RoundingMode.HALF_UP));
    }
    assertThat(place.sheet("summary-2024.xlsx", "汇总表", "单位编号"))
        .filteredOn(row -> row.get("单位编号").equals("0370700039"))
        .singleElement()
        .satisfies(row -> assertThat(row.get("需自查自纠")).isEqualTo("否"));
  }

  @Test
  void theAnswerNamesTheAgencyToCall() throws IOException {
    Workplace place = new Workplace(folder);
    place.deliver("refused-rows/wage-in-words.xlsx");
    assertThat(place.night().status()).isZero();
    assertThat(
            Tables.column(
                place.output().resolve("receipts/refused-rows/wage-in-words.xlsx"), "问题清单"))
        .anySatisfy(line -> assertThat(line).contains("请与经办机构联系").containsPattern("电话 \\d{7}"));
  }

  @Test
  void moneyStaysBlankWhereThePolicyHasNoRate() throws IOException {
    Path policies = Files.createDirectories(folder.resolve("policies"));
    Files.writeString(
        policies.resolve("weifang-employee-medical.yaml"),
        """
        policy: weifang-employee-medical
        title: 无费率
        limits:
          - {year: 2024, from: 2024-01, lower: 4242, upper: 21207, status: provisional, published: 2023-12-25, citation: "试算"}
        audit:
          - {from: 2024-01, more-than: 0.70, citation: "试算"}
        """);
    Workplace place = new Workplace(folder);
    place.deliver("limits/boundary-wages.xlsx");
    Workplace.Ended ended = place.night("policies=" + policies);
    assertThat(ended.status()).isZero();
    assertThat(ended.out()).contains("rates").contains("employer");
    assertThat(place.sheet("summary-2024.xlsx", "汇总表", "单位编号"))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.get("缴费基数合计")).isEqualTo("106096.01");
              assertThat(row.get("单位应缴")).isEmpty();
              assertThat(row.get("个人应缴")).isEmpty();
              assertThat(row.get("应缴合计")).isEmpty();
            });
  }

  @Test
  void limitsPublishedLaterAreNotYetKnown() throws IOException {
    Workplace place = new Workplace(folder);
    place.deliver("limits/1-of-1-flagged.xlsx");
    Workplace.Ended ended = place.night("business-date=2023-12-24");
    assertThat(ended.status()).isEqualTo(2);
    assertThat(ended.err()).contains("2023-12-24").contains("limits");
    assertThat(place.inbox().resolve("limits/1-of-1-flagged.xlsx")).exists();
    assertThat(folder.resolve("ledger.mv.db")).doesNotExist();
  }

  @Test
  void aLaterRunReplacesAnEarlierDeclaration() throws IOException {
    Workplace place = new Workplace(folder);
    place.deliver("corrections/1-first.xlsx");
    assertThat(place.night().status()).isZero();
    place.deliver("corrections/1-later-corrected.xlsx");
    assertThat(place.night().status()).isZero();
    assertThat(place.receipts())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.get("verdict")).isEqualTo("ACCEPTED");
              assertThat(row.get("version")).isEqualTo("2");
            });
    assertThat(place.sheet("summary-2024.xlsx", "汇总表", "单位编号"))
        .singleElement()
        .satisfies(row -> assertThat(row.get("申报工资合计")).isEqualTo("24975.5"));
  }

  @Test
  void inboxTricksAreSkippedWithAReasonAndNothingIsFollowedOrLost() throws IOException {
    Workplace place = new Workplace(folder);
    place.deliver("limits/1-of-1-flagged.xlsx");
    Path secret = Files.writeString(folder.resolve("secret.csv"), "单位编号,姓名\n");
    Files.createSymbolicLink(place.inbox().resolve("link.xlsx"), secret);
    Files.createSymbolicLink(place.inbox().resolve("folder-link"), folder);
    Files.createDirectories(place.inbox().resolve("a-folder.xlsx"));
    Path good = place.inbox().resolve("limits/1-of-1-flagged.xlsx");
    Files.copy(good, place.inbox().resolve("~$lock.xlsx"));
    Files.copy(good, place.inbox().resolve("half.xlsx.part"));
    Files.copy(good, place.inbox().resolve("a-folder.xlsx/line\nbreak.xlsx"));
    Files.copy(good, place.inbox().resolve("é.xlsx"));
    Files.copy(good, place.inbox().resolve("e\u0301.xlsx"));
    Files.copy(good, place.inbox().resolve("\u202Excod.xlsx"));
    Files.copy(good, place.inbox().resolve("n".repeat(250) + ".xlsx"));
    Workplace.Ended ended = place.night();
    assertThat(ended.status()).isZero();
    assertThat(ended.out())
        .contains("link.xlsx")
        .contains("folder-link")
        .contains("~$lock.xlsx")
        .contains("half.xlsx.part");
    assertThat(place.inbox().resolve("link.xlsx")).isSymbolicLink();
    assertThat(place.receipts())
        .extracting(row -> row.get("file"))
        .containsExactlyInAnyOrder(
            "limits/1-of-1-flagged.xlsx",
            "a-folder.xlsx/line\nbreak.xlsx",
            "é.xlsx",
            "e\u0301.xlsx",
            "\u202Excod.xlsx",
            "n".repeat(250) + ".xlsx");
    assertThat(place.receipts())
        .extracting(row -> row.get("verdict"))
        .containsOnlyOnce("ACCEPTED")
        .filteredOn(verdict -> !verdict.equals("ACCEPTED"))
        .containsOnly("DUPLICATE");
  }

  private static void assertWorkbooksAsExpected(Workplace place) throws IOException {
    assertSheet(place, "summary-2024.xlsx", "汇总表", "单位编号", "summary-2024.csv");
    assertSheet(place, "detail-2024.xlsx", "明细表", "序号", "detail-2024.csv");
    assertSheet(place, "flagged-2024.xlsx", "需自查自纠单位", "单位编号", "flagged-2024.csv");
    assertSheet(place, "flagged-2024.xlsx", "按下限缴费人员", "单位编号", "flagged-persons-2024.csv");
    assertSheet(place, "not-declared-2024.xlsx", "未申报单位", "单位编号", "not-declared-2024.csv");
  }

  private static void assertSheet(
      Workplace place, String workbook, String sheet, String first, String expected)
      throws IOException {
    assertThat(Tables.plain(place.sheet(workbook, sheet, first), TEXTS))
        .as(workbook + " " + sheet)
        .isEqualTo(Tables.plain(expected(expected), TEXTS));
  }

  private static List<Map<String, String>> expected(String name) throws IOException {
    return Tables.csv(Workplace.SAMPLES.resolve("expected").resolve(name));
  }

  private static Map<String, String> digests(Path output) throws IOException {
    Map<String, String> digests = new HashMap<>();
    try (Stream<Path> files = Files.list(output)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".xlsx")).toList()) {
        digests.put(
            file.getFileName().toString(),
            java.util.Arrays.hashCode(Files.readAllBytes(file)) + "");
      }
    }
    return digests;
  }
}
