package basedecl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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
            "孟晓岚|370700198503160021|养老|2020-01|2020-12|补缴|8400.00|8400.00|已缴清",
            "孟晓岚|370700198503160021|养老|2021-01|2021-06|补缴|4495.20|2000.00|部分缴费",
            "齐长河|370700197809220010|医疗|2021-01|2021-12|补缴|4045.68|0.00|待缴",
            "庄静姝|370700199005050043|养老|2021-07|2021-12|补缴|4495.20|4500.00|多缴",
            "路远航|37070019880101003X|养老|2021-01|2021-03|补缴|2247.60|0.00|待缴");
    List<String> problems = run.rows("special-payments-2022.xlsx", "问题清单", "序号");
    assertThat(problems).hasSize(4);
    assertThat(problems.get(0)).contains("approved-2022.csv", "PERIOD_INVALID");
    assertThat(problems.get(1)).contains("PAYMENT_DUPLICATE");
    assertThat(problems.get(2)).contains("CHARGE_UNKNOWN");
    assertThat(problems.get(3)).contains("DATE_INVALID");
    assertThat(run.job("special-payment")).isZero();
    assertThat(run.rows("special-payments-2022.xlsx", "特殊缴费", "姓名")).isEqualTo(rows);
    assertThat(run.rows("special-payments-2022.xlsx", "问题清单", "序号")).isEqualTo(problems);
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
        .containsExactly(
            "1|养老|2022-12-08|8400.00|WF2022120800001", "2|养老|2022-12-09|2000.00|WF2022120900001");
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

  @Test
  void quotesStateWhatEachRhythmCosts() {
    Workplace.Ended quote =
        JobRun.quote("--region", "shanxi", "--base", "19314", "--from", "2023-01");
    assertThat(quote.status()).isZero();
    assertThat(quote.out()).contains("所选 19314.00 元：按月 3862.80", "最低 3863.00 元：按月 772.60");
    assertThat(JobRun.quote("--region", "shanxi", "--base", "3862.99", "--from", "2023-01").err())
        .contains("3863.00 至 19314.00");
  }
}
