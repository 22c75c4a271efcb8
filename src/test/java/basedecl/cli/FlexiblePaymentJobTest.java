package basedecl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ordinary payments of those who pay alone, from the samples to the proof. */
@Tag("run")
class FlexiblePaymentJobTest {

  private static final String BOOK = "flexible-payments-2022.xlsx";
  private static final Path EXPECTED = Path.of("samples/expected/flexible-payment");
  private static final String ELECTIONS = "姓名,证件号码,险种,操作,选择基数,缴费方式,生效月份,批扣";
  private static final String PAYMENTS = "证件号码,险种,费款所属期,缴费日期,缴费金额,流水号";
  private static final String PERSON = "370700198503160021";

  @TempDir Path folder = Path.of("");
  private JobRun run = new JobRun(Path.of(""));

  @BeforeEach
  void freshFolder() {
    run = new JobRun(folder);
  }

  /** What is expected was worked out from the rules without the program. */
  @Test
  void theSampleYearIsPaidInterruptedAndRemindedOf() throws IOException {
    assertThat(run.job("flexible-election")).isZero();
    assertThat(run.job("flexible-payment", "dry-run=true")).isZero();
    assertThat(run.out()).contains("试算：缴费没有入账。", "缴费 29 笔，扣款失败 2 笔", "应缴 48 期，中断 3 期");
    assertThat(looks("缴费情况")).isEqualTo(csv("instalments-2022.csv"));
    assertThat(run.job("flexible-payment")).isZero();
    assertThat(run.out()).contains("缴费 29 笔，扣款失败 2 笔").contains("应缴 48 期，中断 3 期");
    assertThat(looks("缴费情况")).isEqualTo(csv("instalments-2022.csv"));
    assertThat(looks("缴费月数")).isEqualTo(csv("months-2022.csv"));
    assertThat(run.rows(BOOK, "扣款失败", "姓名"))
        .extracting(row -> row.split("\\|", -1)[6])
        .containsExactly("余额不足", "账户已冻结");
    assertThat(run.rows(BOOK, "中断提醒", "姓名"))
        .extracting(row -> String.join(" ", List.of(row.split("\\|", -1)).subList(3, 6)))
        .containsExactly(
            "2022-06 2022-06 749.20",
            "2022-10 2022-10 749.20",
            "2022-10 2022-10 337.14",
            "2022-07 2022-09 1000.00",
            "2022-09 2022-09 80.00",
            "2022-10 2022-10 840.00");
    assertThat(codes())
        .containsExactly(
            "33 PAYMENT_DUPLICATE",
            "34 PAYMENT_CONFLICT",
            "35 INSTALMENT_UNKNOWN",
            "36 PERIOD_INVALID",
            "37 PERIOD_INVALID",
            "38 DATE_INVALID",
            "39 AMOUNT_INVALID",
            "40 KIND_UNKNOWN",
            "41 KIND_UNKNOWN",
            "42 PAYMENT_AHEAD");

    List<List<String>> before = looks("缴费情况");
    assertThat(run.job("flexible-payment")).isZero();
    assertThat(run.out()).contains("缴费 0 笔");
    assertThat(looks("缴费情况")).isEqualTo(before);
    assertThat(run.job("flexible-payment", "business-date=2022-11-21", "remind-days=9")).isZero();
    assertThat(run.rows(BOOK, "缴费情况", "姓名"))
        .filteredOn(row -> row.contains("孟晓岚") && row.contains("养老|按月|2022-11|2022-11"))
        .singleElement()
        .asString()
        .contains("|749.20|749.20|")
        .contains("|已缴|");
  }

  @Test
  void whereBackPaymentIsForbiddenALateInstalmentIsRefusedWithTheRule() throws IOException {
    heze("2025-01-10", "庄静姝,370700199005050043,养老,选择,5000,按月,2025-01,是");
    pay(
        "2025-08-01",
        "370700199005050043,养老,,2025-01-31,1000.00,H1",
        "370700199005050043,养老,2025-02,2025-03-01,1000.00,H2",
        "370700199005050043,养老,,2025-07-31,1000.00,H3");
    assertThat(run.rows("flexible-payments-2025.xlsx", "缴费情况", "姓名"))
        .extracting(row -> row.split("\\|", -1)[9])
        .containsExactly(
            "已缴", "中断", "中断", "中断", "中断", "中断", "已缴", "未到期", "未到期", "未到期", "未到期", "未到期");
    assertThat(run.rows("flexible-payments-2025.xlsx", "问题清单", "序号"))
        .singleElement()
        .asString()
        .contains("PERIOD_INVALID", "2025-02-28", "中断后不能补缴", "菏泽市");
    assertThat(run.rows("flexible-payments-2025.xlsx", "中断提醒", "姓名"))
        .hasSize(5)
        .allSatisfy(row -> assertThat(row).contains("中断，不补缴"));
    assertThat(run.rows("flexible-payments-2025.xlsx", "缴费月数", "姓名"))
        .containsExactly("庄静姝|370700199005050043|养老|2|5|2|2个月");
  }

  @Test
  void moneyThatNoInstalmentTakesStandsOnALineOfItsOwnAndStopsNothing() throws IOException {
    heze("2025-01-10", "庄静姝,370700199005050043,养老,选择,5000,按年,2025-01,是");
    pay("2025-03-01", "370700199005050043,养老,,2025-02-28,12000.05,H1");
    assertThat(run.out()).contains("缴费 1 笔", "应缴 1 期");
    assertThat(run.rows("flexible-payments-2025.xlsx", "缴费情况", "姓名"))
        .containsExactly(
            "庄静姝|370700199005050043|养老|按年|2025-01|2025-12|12000.00|12000.00|2025-02-28|已缴|2025-12-31|0.00",
            "庄静姝|370700199005050043|养老||||0.00|0.05|2025-02-28|多缴||0.05");
  }

  @Test
  void monthsOfAllYearsAddUpWithSpecialPayments() throws IOException {
    run.job("flexible-election");
    run.job("flexible-payment");
    run.job("special-payment");
    run.job("flexible-payment", "business-date=2022-12-20");
    assertThat(run.rows(BOOK, "缴费月数", "姓名")).contains("孟晓岚|370700198503160021|养老|9|2|21|1年9个月");
  }

  @Test
  void residentsChooseATierOfTheirPolicyAndPayItWithinTheYear() throws IOException {
    String[] year = {"region=shanxi", "year=2024"};
    run.job(
        "flexible-election",
        with(year, "business-date=2024-05-10", "elections=samples/flexible/residents-2024.csv"));
    assertThat(run.rows("flexible-2024.xlsx", "灵活就业缴费", "姓名"))
        .containsExactly(
            "郝望川|140100198206060010|居民养老|5000.00||按年|5000.00|5000.00|2024-01|是|有效|5000.00|",
            "郝望川|140100198206060010|补充养老|1000.00||按年|1000.00|1000.00|2024-03|是|有效|1000.00|",
            "申采薇|140100199109090028|居民养老|200.00||按年|200.00|200.00|2024-01|否|有效|200.00|",
            "申采薇|140100199109090028|补充养老|500.00||按年|500.00|500.00|2024-05|否|有效|500.00|");
    assertThat(run.rows("flexible-2024.xlsx", "问题清单", "序号"))
        .satisfiesExactly(
            row -> assertThat(row).contains("TIER_UNKNOWN", "200.00、500.00、1000.00"),
            row -> assertThat(row).contains("KIND_UNKNOWN", "按年"));
    run.job(
        "flexible-payment",
        with(
            year,
            "business-date=2025-01-02",
            "payments=samples/flexible/residents-payments-2024.csv"));
    assertThat(run.rows("flexible-payments-2024.xlsx", "缴费情况", "姓名"))
        .extracting(row -> row.split("\\|", -1)[7] + " " + row.split("\\|", -1)[9])
        .containsExactly("5000.00 已缴", "600.00 中断", "200.00 已缴", "0.00 中断");
    assertThat(run.rows("flexible-payments-2024.xlsx", "缴费月数", "姓名"))
        .extracting(row -> row.split("\\|", -1)[3] + " " + row.split("\\|", -1)[6])
        .containsExactly("12 1年", "0 0个月", "12 1年", "0 0个月");
  }

  @Test
  void aProofCoversOrdinaryPaymentsAndStandsWhenTheElectionIsVoidedLater() throws IOException {
    run.job("flexible-election");
    run.job("flexible-payment");
    run.command(List.of("payments", "--person", PERSON), "business-date=2022-10-24");
    assertThat(run.out())
        .contains("FP2022092800001", "费款所属期 2022-09", "费款所属期 2022-01、2022-02、2022-03")
        .contains("当年缴费：2022 年  养老  应缴 8990.40 元，已缴 5993.60 元，已缴足 8 个月，中断 1 个月")
        .doesNotContain("FP2022062000001");
    Path proof = folder.resolve("output").resolve("proof.xlsx");
    List<String> issue =
        List.of("certificate", "--person", PERSON, "--year", "2022", "--output", proof.toString());
    assertThat(run.command(issue, "business-date=2022-10-24")).isZero();
    String code = run.out().strip().replaceAll(".*验证码 ", "");
    assertThat(run.rows("proof.xlsx", "缴费证明", "序号"))
        .hasSizeGreaterThan(10)
        .startsWith("1|养老|2022-01-20|749.20|FP2022012000001|2022-01");
    Path voided = run.file("void.csv", ELECTIONS, "孟晓岚,370700198503160021,养老,作废,,,2022-08,");
    run.job("flexible-election", "business-date=2022-10-25", "elections=" + voided);
    assertThat(run.command(List.of("certificate", "--verify", code))).isZero();
    assertThat(run.out()).contains("有效：与台账一致");
    Path refund =
        run.file("refund.csv", PAYMENTS, PERSON + ",养老,,2022-09-28,-749.20,FP2022092800001");
    run.job("flexible-payment", "payments=" + refund);
    assertThat(run.command(List.of("certificate", "--verify", code))).isEqualTo(3);
    assertThat(run.out()).contains("已失效");
  }

  @Test
  void tooManyDaysAndAYearAheadAreRefusedBeforeAnythingIsTouched() {
    assertThat(run.job("flexible-payment", "remind-days=367")).isEqualTo(2);
    assertThat(run.err()).contains("366");
    assertThat(run.job("flexible-payment", "year=2023")).isEqualTo(2);
    assertThat(Files.exists(run.output().resolve(BOOK))).isFalse();
  }

  private void heze(String day, String election) throws IOException {
    Path elections = run.file("elections.csv", ELECTIONS, election);
    run.job(
        "flexible-election",
        "region=heze",
        "year=2025",
        "business-date=" + day,
        "elections=" + elections);
  }

  private void pay(String day, String... lines) throws IOException {
    Path payments = run.file("payments.csv", with(new String[] {PAYMENTS}, lines));
    run.job(
        "flexible-payment",
        "region=heze",
        "year=2025",
        "business-date=" + day,
        "payments=" + payments);
  }

  private static String[] with(String[] first, String... more) {
    String[] all = Arrays.copyOf(first, first.length + more.length);
    System.arraycopy(more, 0, all, first.length, more.length);
    return all;
  }

  private List<String> codes() throws IOException {
    return run.rows(BOOK, "问题清单", "序号").stream()
        .map(row -> row.split("\\|", -1))
        .map(cells -> cells[3] + " " + cells[5])
        .toList();
  }

  private List<List<String>> looks(String sheet) throws IOException {
    return Tables.table(run.output().resolve(BOOK), sheet, "姓名");
  }

  private static List<List<String>> csv(String name) throws IOException {
    return Files.readAllLines(EXPECTED.resolve(name)).stream()
        .map(line -> List.of(line.split(",", -1)))
        .toList();
  }
}
