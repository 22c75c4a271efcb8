package basedecl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.report.flexible.PaymentProof;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("run")
class SpecialPaymentJobTest {

  private static final String PERSON = "370700198503160021";

  @TempDir Path folder = Path.of("");
  private JobRun run = new JobRun(Path.of(""));

  @BeforeEach
  void aNightOverTheSamples() {
    run = new JobRun(folder);
    assertThat(run.job("special-payment")).isZero();
  }

  @Test
  void everyApprovedAmountHasWhatWasPaidAndItsStatus() throws IOException {
    List<String> rows = run.rows("special-payments-2022.xlsx", "特殊缴费", "姓名");
    assertThat(rows)
        .containsExactly(
            "孟晓岚|370700198503160021|养老|2020-01|2020-12|补缴|8400.00|8400.00|已缴清"
                + "|潍坊市社会保险事业管理中心【企业】(省)|市直",
            "孟晓岚|370700198503160021|养老|2021-01|2021-06|补缴|4495.20|2000.00|部分缴费"
                + "|潍坊市社会保险事业管理中心【企业】(省)|市直",
            "齐长河|370700197809220010|医疗|2021-01|2021-12|补缴|4045.68|0.00|待缴" + "|潍坊市医保局|市直",
            "庄静姝|370700199005050043|养老|2021-07|2021-12|补缴|4495.20|4500.00|多缴"
                + "|潍坊市社会保险事业管理中心【企业】(省)|市直",
            "路远航|37070019880101003X|养老|2021-01|2021-03|补缴|2247.60|0.00|待缴"
                + "|潍坊市社会保险事业管理中心【企业】(省)|市直");
    List<String> problems = run.rows("special-payments-2022.xlsx", "问题清单", "序号");
    assertThat(problems).hasSize(4);
    assertThat(problems.get(0)).contains("approved-2022.csv", "PERIOD_INVALID");
    assertThat(problems.get(1)).contains("PAYMENT_DUPLICATE");
    assertThat(problems.get(2)).contains("CHARGE_UNKNOWN");
    assertThat(problems.get(3)).contains("PAYMENT_AHEAD", "提示", "2022-12-30");
    assertThat(run.job("special-payment")).isZero();
    assertThat(run.rows("special-payments-2022.xlsx", "特殊缴费", "姓名")).isEqualTo(rows);
    assertThat(run.rows("special-payments-2022.xlsx", "问题清单", "序号")).isEqualTo(problems);
  }

  @Test
  void aPaymentOfALaterDayIsTakenByARunOfThatDay() throws IOException {
    assertThat(run.job("special-payment", "business-date=2022-12-29")).isZero();
    assertThat(run.rows("special-payments-2022.xlsx", "特殊缴费", "姓名").get(4)).contains("|0.00|待缴|");
    assertThat(run.job("special-payment", "business-date=2022-12-30")).isZero();
    assertThat(run.rows("special-payments-2022.xlsx", "特殊缴费", "姓名").get(4))
        .contains("|2247.60|100.00|部分缴费|");
    assertThat(run.rows("special-payments-2022.xlsx", "问题清单", "序号"))
        .noneMatch(row -> row.contains("PAYMENT_AHEAD"));
  }

  @Test
  void aRefundLargerThanWhatWasPaidAndAnotherAmountForTheSameChargeAreRefused() throws IOException {
    Path payments =
        run.file(
            "payments.csv", "证件号码,险种,缴费日期,缴费金额,流水号", "37070019880101003X,养老,2022-12-15,-1.00,R1");
    Path approved =
        run.file(
            "approved.csv",
            "姓名,证件号码,险种,所属期起,所属期止,类型,金额",
            "路远航,37070019880101003X,养老,2021-01,2021-03,补缴,2247.61");
    run.job("special-payment", "payments=" + payments, "approved=" + approved);
    assertThat(run.rows("special-payments-2022.xlsx", "问题清单", "序号"))
        .satisfiesExactly(
            row -> assertThat(row).contains("CHARGE_EXISTS", "2247.60"),
            row -> assertThat(row).contains("AMOUNT_INVALID", "退款超过了已缴金额"));
  }

  @Test
  void whereBackPaymentIsForbiddenOnlyMonthsWithAnElectionCanBeCharged() throws IOException {
    Path elections =
        run.file(
            "elections.csv",
            "姓名,证件号码,险种,操作,选择基数,缴费方式,生效月份,批扣",
            "路远航,37070019880101003X,养老,选择,5000,按月,2025-01,是");
    run.job(
        "flexible-election",
        "region=heze",
        "year=2025",
        "business-date=2025-01-10",
        "elections=" + elections);
    Path voided =
        run.file(
            "void.csv",
            "姓名,证件号码,险种,操作,选择基数,缴费方式,生效月份,批扣",
            "路远航,37070019880101003X,养老,作废,,,2025-04,");
    run.job(
        "flexible-election",
        "region=heze",
        "year=2025",
        "business-date=2025-03-10",
        "elections=" + voided);
    Path approved =
        run.file(
            "approved.csv",
            "姓名,证件号码,险种,所属期起,所属期止,类型,金额",
            "路远航,37070019880101003X,养老,2025-01,2025-03,补差,46.80",
            "路远航,37070019880101003X,养老,2025-03,2025-06,补缴,4000.00",
            "路远航,37070019880101003X,养老,2024-10,2024-12,补缴,3000.00",
            "路远航,37070019880101003X,养老,2025-08,2025-08,正常,1000.00",
            "庄静姝,370700199005050043,养老,2025-07,2025-08,补缴,2000.00");
    run.job(
        "special-payment",
        "region=heze",
        "year=2025",
        "business-date=2025-08-04",
        "approved=" + approved,
        "payments=" + run.file("none.csv", "证件号码,险种,缴费日期,缴费金额,流水号"));
    assertThat(run.rows("special-payments-2025.xlsx", "特殊缴费", "姓名"))
        .extracting(row -> row.split("\\|", -1)[3])
        .containsExactly("2025-01", "2025-08");
    List<String> problems = run.rows("special-payments-2025.xlsx", "问题清单", "序号");
    assertThat(problems.stream().filter(row -> row.contains("PERIOD_INVALID")))
        .satisfiesExactly(
            row -> assertThat(row).contains("2025-04–2025-06", "中断后不能补缴", "菏泽市"),
            row -> assertThat(row).contains("2024-10–2024-12"),
            row -> assertThat(row).contains("2025-07 没有", "新闻发布会"));
  }

  /** What could be charged in its own month is interrupted in the next one. */
  @Test
  void anAmountOnRecordIsNotRefusedWhenItsFileIsReadAgain() throws IOException {
    Path approved =
        run.file(
            "approved.csv",
            "姓名,证件号码,险种,所属期起,所属期止,类型,金额",
            "路远航,37070019880101003X,养老,2025-08,2025-08,正常,1000.00");
    Path none = run.file("none.csv", "证件号码,险种,缴费日期,缴费金额,流水号");
    special("2025-08-04", approved, none);
    special("2025-09-04", approved, none);
    assertThat(run.rows("special-payments-2025.xlsx", "特殊缴费", "姓名")).hasSize(1);
    assertThat(run.rows("special-payments-2025.xlsx", "问题清单", "序号")).isEmpty();
    Path others =
        run.file(
            "others.csv",
            "姓名,证件号码,险种,所属期起,所属期止,类型,金额",
            "路远航,37070019880101003X,养老,2025-08,2025-08,正常,1100.00",
            "路远航,37070019880101003X,养老,2025-08,2025-08,补缴,1000.00");
    special("2025-09-04", others, none);
    assertThat(run.rows("special-payments-2025.xlsx", "问题清单", "序号"))
        .satisfiesExactly(
            row -> assertThat(row).contains("CHARGE_EXISTS", "1000.00"),
            row -> assertThat(row).contains("PERIOD_INVALID", "中断后不能补缴"));
  }

  private void special(String day, Path approved, Path payments) throws IOException {
    run.job(
        "special-payment",
        "region=heze",
        "year=2025",
        "business-date=" + day,
        "approved=" + approved,
        "payments=" + payments);
  }

  @Test
  void aPaymentIsSeenOneWorkingDayLaterAndProvedTwoWorkingDaysLater() {
    // Thursday 8 and Friday 9 December 2022; the weekend does not count.
    run.command(List.of("payments", "--person", PERSON), "business-date=2022-12-09");
    assertThat(run.out()).contains("8400.00").doesNotContain("2000.00 元  流水号").contains("另有 1 笔");
    run.command(List.of("payments", "--person", PERSON), "business-date=2022-12-12");
    assertThat(run.out()).contains("合计 10400.00 元").doesNotContain("另有");
    List<String> certificate =
        List.of(
            "certificate",
            "--person",
            PERSON,
            "--year",
            "2022",
            "--output",
            folder.resolve("proof.xlsx").toString());
    assertThat(run.command(certificate, "business-date=2022-12-09")).isEqualTo(2);
    assertThat(run.err()).contains("没有可以开具证明的缴费");
    assertThat(run.command(certificate, "business-date=2022-12-12")).isZero();
  }

  @Test
  void refundsAreCountedApartAndThePaperHasItsMonthsItsIssuerAndRoomForTheSeal()
      throws IOException {
    Path refund =
        run.file(
            "refund.csv",
            "证件号码,险种,缴费日期,缴费金额,流水号",
            PERSON + ",养老,2022-12-13,-2100.00,WF2022121300001");
    run.job("special-payment", "payments=" + refund);
    run.command(List.of("payments", "--person", PERSON), "business-date=2022-12-20");
    assertThat(run.out())
        .contains("实缴 2 笔，另退回 1 笔")
        .contains("费款所属期 2020-01 至 2020-12、2021-01 至 2021-06")
        .contains("合计 8300.00 元");
    Path proof = folder.resolve("output").resolve("proof.xlsx");
    run.command(
        List.of("certificate", "--person", PERSON, "--year", "2022", "--output", proof.toString()),
        "business-date=2022-12-20");
    String code = run.out().strip().replaceAll(".*验证码 ", "");
    assertThat(Papers.text(proof))
        .contains("实缴 2 笔，另退回 1 笔（负数），合计 8,300.00 元")
        .contains("开具单位：潍坊市社会保险事业管理中心【企业】(省)（盖章）");
    run.command(List.of("certificate", "--verify", code));
    assertThat(run.out()).contains("实缴 2 笔，另退回 1 笔", "有效");
  }

  /** Until 2026-11 the digest of a proof did not name the periods. */
  @Test
  void aProofIssuedBeforePeriodsWereNamedIsStillVerified() throws SQLException {
    String content =
        PERSON
            + "\n孟晓岚\n2022\n2022-12-20\nweifang|PENSION|2022-12-08|8400.00|serial"
            + " WF2022120800001\nweifang|PENSION|2022-12-09|2000.00|serial WF2022120900001\n";
    String sha256 = DigestUtils.sha256Hex(content);
    String code = PaymentProof.grouped(sha256.substring(0, 20));
    try (Connection ledger = DriverManager.getConnection(run.h2(), "sa", "");
        Statement statement = ledger.createStatement()) {
      statement.executeUpdate(
          "INSERT INTO certificate (code, id_number, person_name, contribution_year,"
              + " issued_on, payments, amount, content_sha256) VALUES ('"
              + code
              + "', '"
              + PERSON
              + "', '孟晓岚', 2022, DATE '2022-12-20', 2, 10400.00, '"
              + sha256
              + "')");
    }
    assertThat(run.command(List.of("certificate", "--verify", code))).isZero();
    assertThat(run.out()).contains("有效：与台账一致");
  }

  @Test
  void aProofIsVerifiedByItsCodeUntilTheLedgerSaysSomethingElse() throws IOException {
    Path proof = folder.resolve("output").resolve("proof.xlsx");
    assertThat(
            run.command(
                List.of(
                    "certificate",
                    "--person",
                    PERSON,
                    "--year",
                    "2022",
                    "--output",
                    proof.toString()),
                "business-date=2022-12-20"))
        .isZero();
    assertThat(run.rows("proof.xlsx", "缴费证明", "序号"))
        .hasSize(3)
        .startsWith(
            "1|养老|2022-12-08|8400.00|WF2022120800001|2020-01 至 2020-12",
            "2|养老|2022-12-09|2000.00|WF2022120900001|2021-01 至 2021-06");
    String code = run.out().strip().replaceAll(".*验证码 ", "");
    assertThat(code).matches("([0-9A-F]{4}-){4}[0-9A-F]{4}");
    assertThat(
            run.command(
                List.of("certificate", "--verify", code.toLowerCase(Locale.ROOT).replace("-", ""))))
        .isZero();
    assertThat(run.out()).contains("10400.00", "有效").doesNotContain(PERSON);
    assertThat(run.command(List.of("certificate", "--verify", "0000-0000-0000-0000-0000")))
        .isEqualTo(3);
    Path refund =
        run.file(
            "refund.csv",
            "证件号码,险种,缴费日期,缴费金额,流水号",
            PERSON + ",养老,2022-12-09,-2000.00,WF2022120900001");
    run.job("special-payment", "payments=" + refund);
    assertThat(run.command(List.of("certificate", "--verify", code))).isEqualTo(3);
    assertThat(run.out()).contains("已失效");
  }

  /** The sample's payments are for 2020-01 to 2021-06; 2019 is approved afterwards. */
  @Test
  void anAmountApprovedAfterAProofWasIssuedLeavesItAsItWas() throws IOException {
    String code = proved("2022-12-20");
    Path approved =
        run.file(
            "approved.csv",
            "姓名,证件号码,险种,所属期起,所属期止,类型,金额",
            "孟晓岚," + PERSON + ",养老,2019-01,2019-12,补缴,8400.00");
    run.job("special-payment", "approved=" + approved);
    assertThat(run.command(List.of("certificate", "--verify", code))).isZero();
    assertThat(run.out()).contains("有效：与台账一致");

    assertThat(proved("2022-12-20")).isNotEqualTo(code);
    assertThat(run.rows("proof.xlsx", "缴费证明", "序号"))
        .startsWith("1|养老|2022-12-08|8400.00|WF2022120800001|2019-01 至 2019-12");
  }

  @Test
  void anAmountApprovedInAnotherRegionTakesNoPaymentOfThisOne() throws IOException {
    Path approved =
        run.file(
            "approved.csv",
            "姓名,证件号码,险种,所属期起,所属期止,类型,金额",
            "孟晓岚," + PERSON + ",养老,2019-01,2019-12,补缴,8400.00");
    assertThat(
            run.job(
                "special-payment",
                "region=qingdao",
                "business-date=2022-12-15",
                "approved=" + approved,
                "payments=" + run.file("none.csv", "证件号码,险种,缴费日期,缴费金额,流水号")))
        .isZero();
    proved("2022-12-20");
    assertThat(run.rows("proof.xlsx", "缴费证明", "序号"))
        .startsWith("1|养老|2022-12-08|8400.00|WF2022120800001|2020-01 至 2020-12");
    run.command(List.of("payments", "--person", PERSON), "business-date=2022-12-20");
    assertThat(run.out()).contains("费款所属期 2020-01 至 2020-12").doesNotContain("费款所属期 2019");
  }

  /** The code of the proof of 2022. */
  private String proved(String day) {
    String proof = folder.resolve("output").resolve("proof.xlsx").toString();
    run.command(
        List.of("certificate", "--person", PERSON, "--year", "2022", "--output", proof),
        "business-date=" + day);
    return run.out().strip().replaceAll(".*验证码 ", "");
  }

  @Test
  void quotesStateWhatEachRhythmCosts() {
    Workplace.Ended quote =
        JobRun.quote("--region", "shanxi", "--base", "19314", "--from", "2023-01");
    assertThat(quote.status()).isZero();
    assertThat(quote.out()).doesNotContain("收款单位");
    assertThat(JobRun.quote("--region", "weifang", "--from", "2022-12").out())
        .contains("缴费时选择收款单位“潍坊市社会保险事业管理中心【企业】(省)”，经办机构：市直")
        .contains("缴费时选择收款单位“潍坊市医保局”，经办机构：市直");
    assertThat(quote.out()).contains("所选 19314.00 元：按月 3862.80", "最低 3863.00 元：按月 772.60");
    assertThat(JobRun.quote("--region", "shanxi", "--base", "3862.99", "--from", "2023-01").err())
        .contains("3863.00 至 19314.00");
  }
}
