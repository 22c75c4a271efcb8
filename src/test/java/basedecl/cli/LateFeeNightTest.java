package basedecl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job late-fee on real files and a real ledger, and what explain and status say of it. */
@Tag("run")
class LateFeeNightTest {

  private static final String WORKBOOK = "late-fees-2024.xlsx";

  /** Last month's amounts that become the principals of the domain's table at 110 %. */
  private static final String ROSTER =
      """
      单位编号,单位名称,经办机构,上月缴费额
      E1,甲公司,市直,9090.91
      E2,乙公司,市直,11223.34
      E3,丙公司,市直,909.09
      E4,丁公司,市直,9.09
      E5,戊公司,市直,9.08
      """;

  private static final String JANUARY =
      """
      deadlines:
        - {period: 2024-01, date: 2024-01-25, citation: "试算"}
      """;

  private Path folder;
  private Workplace place;
  private Path payments;

  @BeforeEach
  void anEmptyFolderOfPayments(@TempDir Path temporary) throws IOException {
    folder = temporary;
    place = new Workplace(folder);
    payments = Files.createDirectories(folder.resolve("payments"));
  }

  @Test
  void theSamplesComeToWhatIsExpectedAndTheSameAgainWhenRunTwice() throws IOException {
    place.deliver("");
    assertThat(place.night().status()).isZero();
    Workplace.Ended ended = place.run("late-fee", "payments=samples/payments");
    assertThat(ended.err()).isEmpty();
    assertThat(ended.status()).isZero();
    assertSheet("滞纳金", "late-fees-2024.csv");
    assertSheet("计算过程", "late-fee-lines-2024.csv");
    byte[] before = Files.readAllBytes(place.output().resolve(WORKBOOK));
    ended = place.run("late-fee", "payments=samples/payments");
    assertThat(ended.out()).contains("新计入 0，此前已计入 134，问题 16 行", "缴费日期晚于业务日期的 1 笔");
    assertThat(Files.readAllBytes(place.output().resolve(WORKBOOK))).isEqualTo(before);
    assertExplained();
    assertDecided();
    for (String kind : List.of("maternity", "large-amount", "civil-servant")) {
      assertThat(
              place
                  .run(
                      "late-fee",
                      "policy=weifang-employee-" + kind,
                      "payments=samples/further-kinds/payments-" + kind + ".csv")
                  .status())
          .isZero();
      assertSheet("滞纳金", "../further-kinds/late-fees-" + kind + "-2024.csv");
    }
  }

  private void assertDecided() throws IOException {
    String[] tables = {
      "payments=samples/payments",
      "overpayments=samples/late-fee/overpayments.csv",
      "deferrals=samples/late-fee/deferrals.csv"
    };
    assertThat(place.run("late-fee", tables).out())
        .contains("退费、抵缴决定：7 行：新办理 4，未到决定日期 1，问题 2 行")
        .contains("缓缴决定：6 行：新办理 4，问题 2 行")
        .contains("多缴中退费 160.00 元，抵缴其他月份 130.00 元", "缓缴中 11857.65 元，不计入欠缴");
    assertSheet("滞纳金", "late-fees-decided-2024.csv");
    assertSheet("计算过程", "late-fee-lines-decided-2024.csv");
    assertSheet("退费抵缴", "overpayments-2024.csv");
    assertThat(problems("代码").subList(problems("代码").size() - 5, problems("代码").size()))
        .containsExactly(
            "DEFERRAL_OVERLAPS",
            "DEFERRAL_UNKNOWN",
            "OVERPAYMENT_EXCEEDED",
            "PERIOD_INVALID",
            "AGENCY_DECISION_AHEAD");
    assertThat(problems("问题").toString())
        .contains("与本单位已批准缓缴的 2024-02 至 2024-03 重叠", "没有 2024-03 至 2024-03 的缓缴")
        .contains("截至 2024-04-08，该月可办理的多缴金额为 100.00 元", "抵缴没有填写抵缴所属期");
    byte[] before = Files.readAllBytes(place.output().resolve(WORKBOOK));
    assertThat(place.run("late-fee", tables).out())
        .contains("退费、抵缴决定：7 行：新办理 0，此前已办理 4，未到决定日期 1，问题 2 行")
        .contains("缓缴决定：6 行：新办理 0，此前已办理 4，问题 2 行");
    assertThat(Files.readAllBytes(place.output().resolve(WORKBOOK))).isEqualTo(before);
  }

  private void assertExplained() throws IOException {
    String employer = place.onLedger("explain", "--employer", "0370700005").out();
    assertThat(employer)
        .contains("2024-01（申报）：应缴 7309.41，期限 2024-01-25，已缴 7309.41")
        .contains("滞纳金：3654.70 × 0.05% × 26 天（2024-01-26 至 2024-02-20）= 47.51 元")
        .contains("来源 2024-02.xlsx!二月!7");
    Map<String, String> someone = Tables.csv(Path.of("samples/expected/detail-2024.csv")).get(399);
    Workplace.Ended json =
        place.onLedger(
            "explain",
            "--employer",
            String.valueOf(someone.get("单位编号")),
            "--person",
            String.valueOf(someone.get("证件号码")),
            "--json");
    assertThat(json.err()).isEmpty();
    assertThat(json.out())
        .contains("\"base\" : " + someone.get("缴费基数"))
        .contains("\"employer\" : " + someone.get("单位应缴"));
    Workplace.Ended nobody =
        place.onLedger("explain", "--employer", "0370700005", "--person", "110105491231002");
    assertThat(nobody.status()).isEqualTo(2);
    assertThat(nobody.err()).contains("0370700005").doesNotContain("110105");
    assertThat(place.onLedger("status").out())
        .contains("late-fee")
        .contains("完成")
        .contains("已受理 46 件：等单位上传盖章、签字的材料")
        .contains("尚未申报的单位 27 个");
  }

  @Test
  void everyRowOfTheDomainsTable() throws IOException {
    Path policies = policy(rates() + JANUARY + lateFeeRule(true));
    pay("1", "E1,2024-01,2024-01-25,10000.00", "E2,2024-01,2024-03-01,12345.67");
    pay("2", "E3,2024-01,2029-07-17,1000.00", "E4,2024-01,2024-01-26,10.00");
    pay("3", "E5,2024-01,2024-01-26,9.99");
    assertThat(run(policies, "2029-08-01").err()).isEmpty();
    assertThat(fees("应缴合计")).containsExactly("10000", "12345.67", "1000", "10", "9.99");
    assertThat(fees("滞纳金")).containsExactly("0", "222.22", "1000", "0.01", "0");
    assertThat(lines("天数")).containsExactly("36", "2000", "1", "1");
  }

  @Test
  void oneAndElevenDaysAndThePartsOfAMonth() throws IOException {
    Path policies = policy(rates() + JANUARY + lateFeeRule(true));
    pay("1", "E1,2024-01,2024-01-26,6000.00", "E1,2024-01,2024-02-05,3000.00");
    run(policies, "2024-03-01");
    assertThat(fees("滞纳金").get(0)).isEqualTo("37.5");
    assertThat(fees("欠缴金额").get(0)).isEqualTo("1000");
    assertThat(lines("滞纳金").subList(0, 3)).containsExactly("3", "16.5", "18");
  }

  @Test
  void afterTwoThousandDaysTheCapHoldsOnlyWhereThePolicyCaps() throws IOException {
    pay("1", "E3,2024-01,2029-07-18,1000.00");
    run(policy(rates() + JANUARY + lateFeeRule(true)), "2029-08-01");
    assertThat(fees("滞纳金").get(2)).isEqualTo("1000");
    run(policy(rates() + JANUARY + lateFeeRule(false)), "2029-08-01");
    assertThat(fees("滞纳金").get(2)).isEqualTo("1000.5");
  }

  @Test
  void beforeTheDeadlineHasPassedNobodyIsImputed() throws IOException {
    Path policies = policy(rates() + JANUARY + lateFeeRule(true));
    assertThat(run(policies, "2024-01-24").out()).contains("尚无到期的月份");
    assertThat(fees("单位编号")).isEmpty();
    assertThat(run(policies, "2024-01-25").status()).isZero();
    assertThat(fees("单位编号")).isEmpty();
    run(policies, "2024-01-26");
    assertThat(fees("核定方式")).hasSize(5).containsOnly("按上月110%核定");
    assertThat(lines("天数")).hasSize(5).containsOnly("1");
    assertThat(place.onLedger("explain", "--employer", "E1", "--set", "policies=" + policies).out())
        .contains("核定：上月缴费额 9090.91 元 × 110%，四舍五入到分，每月 10000.00 元；依据：")
        .contains("自 2024-01-26（首个缴费期限 2024-01-25 的次日）起");
  }

  @Test
  void anEmployerWithoutLastMonthsAmountIsToldThatNothingCanBeAssessed() throws IOException {
    Path policies = policy(rates() + JANUARY + lateFeeRule(true));
    Path unknown = Files.writeString(folder.resolve("unknown.csv"), "单位编号,单位名称,上月缴费额\nE1,甲公司,\n");
    run(policies, "2024-01-26", "roster=" + unknown);
    assertThat(place.onLedger("explain", "--employer", "E1", "--set", "policies=" + policies).out())
        .contains("名册未载上月缴费额，无法核定");
  }

  @Test
  void paymentsOfTomorrowOfStrangersAndOfOtherYearsAreListedAndTakenWhenTheirTimeComes()
      throws IOException {
    Path policies = policy(rates() + JANUARY + lateFeeRule(true));
    pay(
        "1",
        "E1,2024-01,2024-02-02,1.00",
        "E9,2024-01,2024-01-20,1.00",
        "E1,2023-12,2024-01-20,1.00",
        "E1,2024-05,2024-01-20,7.00",
        "E1,2024-01,2024-01-20,10001.00");
    assertThat(run(policies, "2024-02-01").out()).contains("新计入 2，问题 2 行", "缴费日期晚于业务日期的 1 笔");
    assertThat(problems("代码"))
        .containsExactly("PAYMENT_AHEAD", "EMPLOYER_UNKNOWN", "PERIOD_INVALID");
    assertThat(fees("已缴金额").get(0)).isEqualTo("10001");
    assertThat(fees("多缴金额").get(0)).isEqualTo("1");
    run(policies, "2024-02-02");
    assertThat(fees("多缴金额").get(0)).isEqualTo("2");
    run(policies, "2024-02-01");
    assertThat(fees("多缴金额").get(0)).isEqualTo("1");
  }

  @Test
  void aPaymentIsTakenOnceHoweverOftenItIsHandedIn() throws IOException {
    Path policies = policy(rates() + JANUARY + lateFeeRule(true));
    String header = "单位编号,费款所属期,缴费日期,缴费金额,流水号\n";
    Path first = payments.resolve("a.csv");
    Files.writeString(
        first, header + "E1,2024-01,2024-01-20,5.00,S1\nE1,2024-01,2024-01-20,7.00,\n");
    run(policies, "2024-02-01");
    assertThat(fees("已缴金额").get(0)).isEqualTo("12");
    Files.copy(first, payments.resolve("the-same-bytes.csv"));
    run(policies, "2024-02-01");
    assertThat(fees("已缴金额").get(0)).isEqualTo("12");
    assertThat(problems("代码")).isEmpty();
    Files.writeString(
        first,
        header
            + "E1,2024-01,2024-01-20,5.00,S1\nE1,2024-01,2024-01-20,7.00,\n"
            + "E1,2024-01,2024-01-20,7.00,\nE1,2024-01,2024-01-21,9.00,S1\n");
    run(policies, "2024-02-01");
    assertThat(fees("已缴金额").get(0)).isEqualTo("19");
    assertThat(problems("代码")).containsExactly("PAYMENT_CONFLICT");
    assertThat(problems("问题").get(0)).contains("请核对");
  }

  @Test
  void aReversalUndoesItsPaymentInWhateverFileAndRunEitherStands() throws IOException {
    Path policies = policy(rates() + JANUARY + lateFeeRule(true));
    serials("1", "E3,2024-01,2024-02-01,-1000.00,S1", "E4,2024-01,2024-02-01,-4.00,");
    serials("2", "E3,2024-01,2024-01-20,1000.00,S1", "E4,2024-01,2024-01-26,10.00,S2");
    run(policies, "2024-02-05");
    assertThat(problems("代码")).isEmpty();
    assertThat(fees("已缴金额").subList(2, 4)).containsExactly("0", "6");
    assertThat(fees("冲销金额").subList(2, 4)).containsExactly("1000", "4");
    // As if never paid: eleven days on the whole; one day on the part that stays, eleven on the
    // rest.
    assertThat(fees("滞纳金").subList(2, 4)).containsExactly("5.5", "0.02");
    assertThat(place.sheet(WORKBOOK, "计算过程", "单位编号").toString())
        .contains("冲销：2024-01-20 缴费 1,000.00 元（流水号 S1），2024-02-01 冲销 1,000.00 元（流水号 S1），视同未缴");
    assertThat(lines("本金")).contains("-1000", "-4");
    serials("3", "E4,2024-01,2024-02-03,-6.00,S2");
    assertThat(run(policies, "2024-02-05").out()).contains("缴费记录 5 行：新计入 1，此前已计入 4\n");
    assertThat(fees("已缴金额").get(3)).isEqualTo("0");
    run(policies, "2024-01-31");
    assertThat(fees("已缴金额").subList(2, 4)).containsExactly("1000", "10");
    assertThat(place.onLedger("explain", "--employer", "E3", "--set", "policies=" + policies).out())
        .contains("冲销 2024-02-01：-1000.00 元，流水号 S1");
  }

  @Test
  void aReversalThatUndoesNothingIsListedUntilItsPaymentIsThere() throws IOException {
    Path policies = policy(rates() + JANUARY + lateFeeRule(true));
    serials(
        "1",
        "E3,2024-01,2024-02-01,-1000.00,S1",
        "E4,2024-01,2024-02-01,-10.00,S3",
        "E5,2024-01,2024-01-19,-9.99,S4",
        "E1,2024-01,2024-02-01,-1.00,S3");
    serials("2", "E5,2024-01,2024-01-20,9.99,S4", "E2,2024-01,2024-01-20,10.00,S3");
    assertThat(run(policies, "2024-02-05").out()).contains("新计入 2，问题 4 行");
    assertThat(problems("代码")).containsOnly("AMOUNT_INVALID").hasSize(4);
    assertThat(problems("问题").toString())
        .contains("超过了已缴金额", "早于流水号相同的缴费", "另一单位或另一费款所属期（2.csv 第 3 行）");
    serials("3", "E3,2024-01,2024-01-20,1000.00,S1");
    serials("4", "E3,2024-01,2024-02-01,-1000.00,S1", "E3,2024-01,2024-02-02,-500.00,S1");
    assertThat(run(policies, "2024-02-05").out()).contains("新计入 2，此前已计入 2，问题 5 行");
    assertThat(problems("代码"))
        .containsExactlyInAnyOrder(
            "AMOUNT_INVALID",
            "AMOUNT_INVALID",
            "AMOUNT_INVALID",
            "PAYMENT_CONFLICT",
            "PAYMENT_DUPLICATE");
    assertThat(fees("已缴金额").get(2)).isEqualTo("0");
  }

  @Test
  void aFileThatCannotBeReadIsListedAndTheOthersCount() throws IOException {
    Path policies = policy(rates() + JANUARY + lateFeeRule(true));
    pay("1", "E1,2024-01,2024-01-20,5.00");
    Files.writeString(payments.resolve("2.csv"), "单位编号,费款所属期,缴费金额\nE1,2024-01,5.00\n");
    Files.write(payments.resolve("3.xlsx"), new byte[] {'%', 'P', 'D', 'F', '-', '1', '.', '4'});
    assertThat(run(policies, "2024-02-01").status()).isZero();
    assertThat(fees("已缴金额").get(0)).isEqualTo("5");
    assertThat(problems("代码")).containsExactly("HEADER_NOT_FOUND", "FILE_NOT_A_SPREADSHEET");
  }

  @Test
  void whatTheRulesLackIsRefusedBeforeAnythingIsTouched() throws IOException {
    Workplace.Ended noRate =
        run(
            policy(
                "rates:\n  - {from: 2024-01, employer: 0.08, citation: \"试算\"}\n"
                    + JANUARY
                    + lateFeeRule(true)),
            "2024-02-01");
    assertThat(noRate.status()).isEqualTo(2);
    assertThat(noRate.err()).contains("2024-01").contains("rates").contains("personal");
    Workplace.Ended gap =
        run(
            policy(
                rates()
                    + JANUARY
                    + "  - {period: 2024-03, date: 2024-03-25, citation: \"试算\"}\n"
                    + lateFeeRule(true)),
            "2024-04-01");
    assertThat(gap.status()).isEqualTo(2);
    assertThat(gap.err()).contains("2024-02").contains("deadlines");
    Workplace.Ended none = run(policy(rates() + lateFeeRule(true)), "2024-04-01");
    assertThat(none.status()).isEqualTo(2);
    assertThat(none.err()).contains("deadlines").contains("{period: 2024-01");
    Workplace.Ended noLimits =
        run(
            policy(
                limits().replace("from: 2024-01", "from: 2024-02")
                    + rates()
                    + JANUARY
                    + lateFeeRule(true)),
            "2024-04-01");
    assertThat(noLimits.status()).isEqualTo(2);
    assertThat(noLimits.err()).contains("2024-01").contains("limits");
    Workplace.Ended noRule = run(policy(rates() + JANUARY), "2024-04-01");
    assertThat(noRule.status()).isEqualTo(2);
    assertThat(noRule.err()).contains("late-fee");
    Workplace.Ended inside =
        run(
            policy(rates() + JANUARY + lateFeeRule(true)),
            "2024-04-01",
            "output=" + payments.resolve("output"));
    assertThat(inside.status()).isEqualTo(2);
    assertThat(folder.resolve("ledger.mv.db")).doesNotExist();
  }

  @Test
  void anImputedDueGivesWayToTheDeclarationAndWhatWasPaidCounts() throws IOException {
    Path policies = policy(limits() + rates() + JANUARY + lateFeeRule(true));
    pay("1", "E1,2024-01,2024-01-20,1000.00");
    run(policies, "2024-02-01");
    assertThat(fees("应缴合计").get(0)).isEqualTo("10000");
    declare("E1", "4000.00", "5000.00");
    assertThat(
            place
                .night(
                    "policies=" + policies,
                    "business-date=2024-02-02",
                    "roster=" + folder.resolve("roster.csv"))
                .status())
        .isZero();
    run(policies, "2024-02-05");
    assertThat(fees("核定方式").get(0)).isEqualTo("申报");
    assertThat(fees("应缴合计").get(0)).isEqualTo("924.2");
    assertThat(fees("已缴金额").get(0)).isEqualTo("1000");
    assertThat(fees("多缴金额").get(0)).isEqualTo("75.8");
    assertThat(fees("滞纳金").get(0)).isEqualTo("0");
  }

  @Test
  void eachMonthOwesByTheLimitsAndBasesThatHeldInIt() throws IOException, SQLException {
    Path policies =
        policy(
            limits()
                + "  - {year: 2024, from: 2024-02, lower: 4416, upper: 22078, status: final,"
                + " published: 2024-01-28, citation: \"试算\"}\n"
                + rates()
                + JANUARY
                + "  - {period: 2024-02, date: 2024-02-25, citation: \"试算\"}\n"
                + "  - {period: 2024-03, date: 2024-03-25, citation: \"试算\"}\n"
                + lateFeeRule(true));
    declare("E1", "4000.00", "5000.00");
    place.night("policies=" + policies, "business-date=2024-02-02", "roster=" + roster());
    run(policies, "2024-03-26");
    assertThat(fees("应缴合计").subList(0, 3)).containsExactly("924.2", "941.6", "941.6");
    try (Connection ledger = DriverManager.getConnection(h2(), "sa", "");
        Statement statement = ledger.createStatement()) {
      statement.executeUpdate(
          "INSERT INTO base_change (line_key, effective_from, run_id, base, adjustment) SELECT"
              + " MAX(line_key), '2024-03', 1, 6000.00, 'D' FROM declared_person");
    }
    run(policies, "2024-03-26");
    assertThat(fees("应缴合计").subList(0, 3)).containsExactly("924.2", "941.6", "1041.6");
  }

  @Test
  void aDeclarationInAugustOwesForJulyByTheLimitsOfJuly() throws IOException {
    StringBuilder deadlines = new StringBuilder("deadlines:\n");
    for (int month = 1; month <= 9; month++) {
      deadlines.append(
          "  - {period: 2024-0%d, date: 2024-0%d-25, citation: 试算}\n".formatted(month, month));
    }
    Path policies =
        policy(
            limits()
                + "  - {year: 2024, from: 2024-07, lower: 4416, upper: 22078, status: final,"
                + " published: 2024-06-20, citation: \"试算\"}\n"
                + rates()
                + deadlines
                + lateFeeRule(true));
    declare("E1", "4300.00", "22000.00");
    place.night("policies=" + policies, "business-date=2024-08-10", "roster=" + roster());
    run(policies, "2024-09-26");
    // 4300 + 21207 until June, 4416 + 22000 since July, ten per cent of each.
    assertThat(fees("应缴合计").subList(0, 9))
        .containsExactly(
            "2550.7", "2550.7", "2550.7", "2550.7", "2550.7", "2550.7", "2641.6", "2641.6",
            "2641.6");
    Workplace.Ended explained =
        place.onLedger("explain", "--employer", "E1", "--set", "policies=" + policies);
    assertThat(explained.out())
        .contains("2024-01 至 2024-06：下限 4242.00、上限 21207.00 元（暂行；依据：试算）；缴费基数合计 25507.00 元")
        .contains("2024-07 至 2024-12：下限 4416.00、上限 22078.00 元（正式；依据：试算）；缴费基数合计 26416.00 元");
    assertThat(
            place
                .run(
                    "papers",
                    "policies=" + policies,
                    "business-date=2024-09-26",
                    "roster=" + roster())
                .status())
        .isZero();
    assertThat(Papers.text(place.output().resolve("papers").resolve("E1-2024-summary.xlsx")))
        .contains("费款所属期：2024年9月（本表缴费基数、应缴金额均为该月数字）")
        .contains(
            "2024-01 至 2024-06：下限 4,242.00，上限 21,207.00，缴费基数合计 25,507.00 元/月，应缴合计 2,550.70 元/月")
        .contains("2024-07 至 2024-12：下限 4,416.00，上限 22,078.00，缴费基数合计 26,416.00 元/月");
  }

  @Test
  void correctionsAreShownPersonByPerson() throws IOException {
    place.deliver("corrections/1-first.xlsx");
    place.night();
    assertThat(place.sheet("declaration-changes-2024.xlsx", "变更明细", "单位编号")).isEmpty();
    place.deliver("corrections/1-later-corrected.xlsx");
    place.night();
    List<Map<String, String>> changes =
        place.sheet("declaration-changes-2024.xlsx", "变更明细", "单位编号");
    assertThat(changes).isNotEmpty();
    List<Map<String, String>> now = place.sheet("detail-2024.xlsx", "明细表", "序号");
    for (Map<String, String> change : changes) {
      assertThat(change.get("原版本")).isEqualTo("1");
      assertThat(change.get("新版本")).isEqualTo("2");
      boolean stays =
          now.stream().anyMatch(row -> String.valueOf(row.get("证件号码")).equals(change.get("证件号码")));
      assertThat(change.get("变更类型")).isEqualTo(stays ? changed(change) : "减少");
    }
    Workplace.Ended explained =
        place.onLedger("explain", "--employer", String.valueOf(changes.get(0).get("单位编号")));
    assertThat(explained.out()).contains("第 2 版").contains("第 1 版").contains("请先运行 late-fee");
  }

  private static String changed(Map<String, String> change) {
    return String.valueOf(change.get("原申报工资")).isEmpty() ? "新增" : "调整";
  }

  @Test
  void aPersonIsFoundByTheOldNumberToo() throws IOException {
    Path policies = policy(limits() + rates() + JANUARY + lateFeeRule(true));
    Files.createDirectories(place.inbox());
    Files.writeString(
        place.inbox().resolve("a.csv"), "单位编号,姓名,证件号码,月均工资\nE1,张三,11010519491231002X,30000\n");
    place.night("policies=" + policies, "roster=" + roster());
    Workplace.Ended explained =
        place.onLedger(
            "explain",
            "--employer",
            "E1",
            "--person",
            "110105491231002",
            "--set",
            "policies=" + policies,
            "--lang",
            "en");
    assertThat(explained.err()).isEmpty();
    assertThat(explained.out())
        .contains("a.csv!!2")
        .contains("above the upper limit, lowered to it, 21207.00 yuan")
        .contains("21207.00 × 0.08 = 1696.5600, rounded to fen 1696.56");
  }

  @Test
  void aLookUpNeverMakesALedger() {
    Workplace.Ended ended = place.onLedger("status");
    assertThat(ended.status()).isEqualTo(2);
    assertThat(ended.err()).contains("台账");
    assertThat(folder.resolve("ledger.mv.db")).doesNotExist();
  }

  private Workplace.Ended run(Path policies, String businessDate, String... set)
      throws IOException {
    List<String> all =
        new ArrayList<>(
            List.of(
                "payments=" + payments,
                "policies=" + policies,
                "business-date=" + businessDate,
                "roster=" + roster()));
    all.addAll(List.of(set));
    return place.run("late-fee", all.toArray(String[]::new));
  }

  private String h2() {
    return place.database()
        + ";MODE=MariaDB;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;WRITE_DELAY=0";
  }

  private Path roster() throws IOException {
    return Files.writeString(folder.resolve("roster.csv"), ROSTER);
  }

  private void pay(String file, String... lines) throws IOException {
    Files.writeString(
        payments.resolve(file + ".csv"),
        "单位编号,费款所属期,缴费日期,缴费金额\n" + String.join("\n", lines) + "\n");
  }

  private void serials(String file, String... lines) throws IOException {
    Files.writeString(
        payments.resolve(file + ".csv"),
        "单位编号,费款所属期,缴费日期,缴费金额,流水号\n" + String.join("\n", lines) + "\n");
  }

  private void declare(String employer, String... wages) throws IOException {
    List<String> numbers =
        List.of("11010519491231002X", "440524188001010014", "370702199001010012");
    StringBuilder text = new StringBuilder("单位编号,姓名,证件号码,月均工资\n");
    for (int i = 0; i < wages.length; i++) {
      text.append(employer).append(",职工甲,").append(numbers.get(i)).append(',');
      text.append(wages[i]).append('\n');
    }
    Files.createDirectories(place.inbox());
    Files.writeString(place.inbox().resolve(employer + ".csv"), text);
  }

  private Path policy(String rules) throws IOException {
    Path policies = Files.createDirectories(folder.resolve("policies"));
    Files.writeString(
        policies.resolve("weifang-employee-medical.yaml"),
        "policy: weifang-employee-medical\ntitle: 试算政策\n"
            + (rules.startsWith("limits:") ? "" : limits())
            + rules);
    return policies;
  }

  private static String limits() {
    return """
        limits:
          - {year: 2024, from: 2024-01, lower: 4242, upper: 21207, status: provisional, published: 2023-12-25, citation: "试算"}
        """;
  }

  private static String rates() {
    return """
        rates:
          - {from: 2024-01, employer: 0.08, personal: 0.02, citation: "试算"}
        """;
  }

  private static String lateFeeRule(boolean capped) {
    return "late-fee:\n  - {from: 2011-07-01, daily-rate: 0.0005, counts-from: day-after-deadline,"
        + " counts-payment-day: true, cap-at-principal: "
        + capped
        + ", citation: \"试算\"}\n";
  }

  private List<String> fees(String column) throws IOException {
    return column("滞纳金", column);
  }

  private List<String> lines(String column) throws IOException {
    return column("计算过程", column);
  }

  private List<String> column(String sheet, String column) throws IOException {
    return place.sheet(WORKBOOK, sheet, "单位编号").stream()
        .map(row -> String.valueOf(row.get(column)))
        .toList();
  }

  private List<String> problems(String column) throws IOException {
    return place.sheet(WORKBOOK, "问题清单", "序号").stream()
        .map(row -> String.valueOf(row.get(column)))
        .toList();
  }

  private void assertSheet(String sheet, String expected) throws IOException {
    List<Map<String, String>> rows = place.sheet(WORKBOOK, sheet, "单位编号");
    List<Map<String, String>> wanted =
        Tables.csv(Path.of("samples/expected/late-fee").resolve(expected));
    for (Map<String, String> row : wanted) {
      for (String day : List.of("缴费期限", "起算日", "截止日", "决定日期")) {
        row.computeIfPresent(day, (name, text) -> serial(text));
      }
    }
    assertThat(Tables.plain(rows, "单位编号")).isEqualTo(Tables.plain(wanted, "单位编号"));
  }

  /** The day as a spreadsheet counts it. */
  private static String serial(String day) {
    return BigDecimal.valueOf(
            java.time.LocalDate.parse(day).toEpochDay()
                - java.time.LocalDate.of(1899, 12, 30).toEpochDay())
        .toPlainString();
  }
}
