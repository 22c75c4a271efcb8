package basedecl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The samples collected, what came back of them, and what late-fee makes of it. */
@Tag("run")
@NullUnmarked
class ReconciliationNightTest {

  private static final Path EXPECTED = Path.of("samples/expected/collection");
  private static final String BATCH = "collection-2024-02-1";
  private static final String WORKBOOK = "reconciliation-2024.xlsx";

  private Workplace place;

  @Test
  void theSamplesComeToWhatIsExpectedAndTheSameAgainWhenRunTwice(@TempDir Path folder)
      throws IOException {
    place = new Workplace(folder);
    place.deliver("");
    assertThat(place.night().status()).isZero();
    assertThat(place.run("collection").err()).isEmpty();
    assertThat(Files.readString(place.output().resolve(BATCH + ".csv")))
        .isEqualTo(Files.readString(EXPECTED.resolve(BATCH + ".csv")));
    assertThat(Tables.plain(place.sheet(BATCH + ".xlsx", "征集明细", "单位编号"), "单位编号"))
        .isEqualTo(Tables.plain(Tables.csv(EXPECTED.resolve(BATCH + ".csv")), "单位编号"));

    assertThat(place.onLedger("status").out())
        .contains("weifang-employee-medical，2024 年度征集批次：", "第 1 批　2024-02　业务日期");
    assertThat(place.run("reconciliation", "dry-run=true").out())
        .contains("试算：到账没有入账。", "新计入 8，无对应 2，问题 7 项", "未到账 112，未到 3312825.92 元");
    assertSheet("未到账", "open-2024.csv");
    Workplace.Ended ended = place.run("reconciliation");
    assertThat(ended.err()).isEmpty();
    assertThat(ended.out())
        .doesNotContain("试算")
        .contains("到账文件：2 个；到账记录 17 行：新计入 8，无对应 2，问题 7 项")
        .contains("征集 117 行：一致 4，金额不符 3，未到账 112，未到 3312825.92 元");
    assertSheet("一致", "agrees-2024.csv");
    assertSheet("金额不符", "differs-2024.csv");
    assertSheet("未到账", "open-2024.csv");
    assertThat(place.sheet(WORKBOOK, "无对应", "文件"))
        .extracting(row -> row.get("批次") + " " + row.get("单位编号") + " " + row.get("费款所属期"))
        .containsExactly("9 0370700005 2024-01", "1 0370700006 2024-03");
    assertThat(place.sheet(WORKBOOK, "问题清单", "序号"))
        .extracting(row -> row.get("代码"))
        .containsExactly(
            "SERIAL_MISSING",
            "EMPLOYER_UNKNOWN",
            "AMOUNT_INVALID",
            "PAYMENT_AHEAD",
            "PERIOD_INVALID",
            "PAYMENT_DUPLICATE",
            "PAYMENT_CONFLICT");
    byte[] before = Files.readAllBytes(place.output().resolve(WORKBOOK));
    assertThat(place.run("reconciliation").out()).contains("新计入 0，此前已计入 8，无对应 2，问题 7 项");
    assertThat(Files.readAllBytes(place.output().resolve(WORKBOOK))).isEqualTo(before);
    assertSettled();
    assertTakenOnceWithPayments();
  }

  /** The late fee's part of what came is no payment towards the due. */
  private void assertSettled() throws IOException {
    Path none = Files.createDirectories(place.folder().resolve("payments"));
    assertThat(place.run("late-fee", "payments=" + none, "business-date=2024-02-23").err())
        .isEmpty();
    assertThat(place.sheet("late-fees-2024.xlsx", "滞纳金", "单位编号"))
        .extracting(
            row ->
                row.get("单位编号").substring(6)
                    + " "
                    + row.get("已缴金额")
                    + " "
                    + row.get("欠缴金额")
                    + " "
                    + row.get("多缴金额"))
        .contains(
            "0001 13177.41 0 0", "0002 10392.89 0 0", "0003 4420 0.56 0", "0004 6915.4 0 407.4");
  }

  /** One number in two tables is one payment; another's number is told. */
  private void assertTakenOnceWithPayments() throws IOException {
    Path payments =
        Files.writeString(
            place.folder().resolve("payments").resolve("paid.csv"),
            """
            单位编号,费款所属期,缴费日期,缴费金额,流水号
            0370700006,2024-01,2024-02-22,10899.33,P1
            0370700005,2024-01,2024-02-22,100.00,P2
            """);
    assertThat(place.run("late-fee", "payments=" + payments, "business-date=2024-02-23").err())
        .isEmpty();
    Path receipts =
        Files.writeString(
            place.folder().resolve("receipts.csv"),
            """
            批次,单位编号,费款所属期,到账金额,到账日期,流水号
            1,0370700006,2024-01,11041.02,2024-02-23,P1
            1,0370700005,2024-01,7404.43,2024-02-23,P2
            1,0370700004,2024-01,-407.40,2024-02-23,P3
            1,0370700005,2024-01,-999.00,2024-02-23,P4
            """);
    Workplace.Ended ended = place.run("reconciliation", "receipts=" + receipts);
    assertThat(ended.out()).contains("新计入 2，问题 2 项").contains("一致 6，金额不符 2");
    assertThat(place.sheet(WORKBOOK, "问题清单", "序号"))
        .extracting(row -> row.get("代码"))
        .containsExactly("PAYMENT_CONFLICT", "AMOUNT_INVALID");
    place.run("late-fee", "payments=" + payments, "business-date=2024-02-23");
    assertThat(place.sheet("late-fees-2024.xlsx", "滞纳金", "单位编号"))
        .extracting(row -> row.get("单位编号").substring(6) + " " + row.get("已缴金额"))
        .contains("0004 6508", "0006 10899.33", "0005 100");
  }

  private void assertSheet(String sheet, String expected) throws IOException {
    List<Map<String, String>> wanted = Tables.csv(EXPECTED.resolve(expected));
    for (Map<String, String> row : wanted) {
      for (String day : List.of("缴费期限", "最近到账日期")) {
        row.computeIfPresent(day, (name, text) -> serial(text));
      }
    }
    assertThat(Tables.plain(place.sheet(WORKBOOK, sheet, "批次"), "单位编号"))
        .isEqualTo(Tables.plain(wanted, "单位编号"));
  }

  /** The day as a spreadsheet counts it. */
  private static String serial(String day) {
    return Long.toString(
        LocalDate.parse(day).toEpochDay() - LocalDate.of(1899, 12, 30).toEpochDay());
  }
}
