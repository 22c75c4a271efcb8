package basedecl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job collection over declarations, corrections and payments. */
@Tag("run")
@NullUnmarked
class CollectionNightTest {

  private static final String[] PEOPLE = {
    "11010519491231002X", "440524188001010014", "370702199001010012"
  };

  private Workplace place;
  private Path roster;
  private Path payments;

  @BeforeEach
  void twoEmployers(@TempDir Path folder) throws IOException {
    place = new Workplace(folder);
    roster =
        Files.writeString(
            folder.resolve("roster.csv"),
            """
            单位编号,单位名称,统一社会信用代码,上月缴费额
            E1,甲公司,91350100M000100Y43,500
            E2,乙公司,,1000
            E3,丙公司,,
            """);
    payments = Files.createDirectories(folder.resolve("payments"));
  }

  @Test
  void batchesHoldWhatIsNewOrAnotherAndTogetherAreWhatIsDue() throws IOException {
    declare("2024-01-20", "5000", "6000");
    assertThat(collect("2024-01-20").out()).contains("新编第 1 批，征集至 2024-01");
    assertThat(lines("collection-2024-01-1")).containsExactly("E1 2024-01 2 11000 880 220 0 1");
    byte[] first = bytes("collection-2024-01-1.xlsx");
    assertThat(collect("2024-01-20").out()).contains("没有新增和变动，不编新的批次");
    assertThat(bytes("collection-2024-01-1.xlsx")).isEqualTo(first);

    // February comes; E2 declared nothing by the deadline; January's fee of 26 days goes along.
    assertThat(collect("2024-02-20").out()).contains("新编第 2 批，征集至 2024-02");
    assertThat(lines("collection-2024-02-2"))
        .containsExactly(
            "E1 2024-01 0 0 0 0 14.3 2",
            "E1 2024-02 2 11000 880 220 0 2",
            "E2 2024-01 0 0 1100 0 14.3 2");
    assertThat(causes("collection-2024-02-2")).containsExactly("滞纳金", "新申报", "核定");
    assertThat(collect("2024-02-21").out()).contains("没有新增和变动");

    // January is paid: its fee stands. A correction of E1 takes the place of the declaration.
    pay("E1,2024-01,2024-02-22,1100.00,S1");
    declare("2024-02-23", "5000", "10242");
    assertThat(collect("2024-02-23").out()).contains("新编第 3 批");
    assertThat(lines("collection-2024-02-3"))
        .containsExactly(
            "E1 2024-01 0 4242 339.36 84.84 7.25 3",
            "E1 2024-02 0 4242 339.36 84.84 0 3",
            "E2 2024-01 0 0 0 0 1.65 3");
    assertThat(causes("collection-2024-02-3")).containsExactly("更正", "更正", "滞纳金");
    assertTiesToTheLedger("2024-02-25", 3);
    assertThat(place.onLedger("explain", "--employer", "E1").out())
        .contains("征集：")
        .contains("第 1 批，费款所属期 2024-01：应缴 1100.00 元，滞纳金 0.00 元（新申报）")
        .contains("第 3 批，费款所属期 2024-01：应缴 424.20 元，滞纳金 7.25 元（更正）");
  }

  @Test
  void aDryRunKeepsNothingAndAnEarlierDayMakesNoBatch() throws IOException {
    declare("2024-01-20", "5000");
    assertThat(collect("2024-01-20", "dry-run=true").out()).contains("如编即为第 1 批");
    assertThat(place.sheet("collection-2024-01-dry-run.xlsx", "征集明细", "单位编号")).hasSize(1);
    assertThat(collect("2024-02-01", "late-fees=false").out()).contains("新编第 1 批");
    assertThat(lines("collection-2024-02-1"))
        .containsExactly(
            "E1 2024-01 1 5000 400 100 0 1",
            "E1 2024-02 1 5000 400 100 0 1",
            "E2 2024-01 0 0 1100 0 0 1");
    declare("2024-02-01", "7000");
    assertThat(collect("2024-01-31").out()).contains("早于最近一批的日期").contains("第 1 批");
  }

  @Test
  void thePeopleAndTheNamesOfOtherSystemsAreThereOnRequest() throws IOException {
    declare("2024-01-20", "5000", "4000");
    Workplace.Ended ended =
        collect("2024-02-20", "persons=true", "mapping=samples/collection/mapping.yaml");
    assertThat(ended.err()).isEmpty();
    assertThat(place.sheet("collection-2024-02-1.xlsx", "征集人员明细", "单位编号"))
        .extracting(row -> row.get("证件号码") + " " + row.get("费款所属期") + " " + row.get("缴费基数"))
        .containsExactly(
            PEOPLE[0] + " 2024-01 5000",
            PEOPLE[1] + " 2024-01 4242",
            PEOPLE[0] + " 2024-02 5000",
            PEOPLE[1] + " 2024-02 4242");
    assertThat(place.sheet("collection-2024-02-1.xlsx", "字段对照", "本表栏目"))
        .extracting(row -> row.get("本表栏目") + " " + row.get("平台栏目"))
        .contains("缴费人数 clct_psncnt", "滞纳金 latefee");
    assertThat(Files.readAllLines(place.output().resolve("collection-2024-02-1.csv")).get(0))
        .isEqualTo("单位编号,统一社会信用代码,费款所属期,险种,缴费人数,缴费基数合计,单位应缴,个人应缴,滞纳金,批次");
  }

  @Test
  void whatTheMappingDoesNotKnowIsRefusedWithItsLine() throws IOException {
    Path mapping =
        Files.writeString(
            place.folder().resolve("mapping.yaml"),
            """
            title: 试用
            csv-header: platform
            columns:
              - {column: 缴费人数, platform: clct_psncnt, citation: 试用}
              - {column: 缴费工资, platform: wag, citation: 试用}
            """);
    Workplace.Ended unknown = collect("2024-01-20", "mapping=" + mapping);
    assertThat(unknown.status()).isEqualTo(2);
    assertThat(unknown.err()).contains("5").contains("缴费工资").contains("缴费人数");
    Files.writeString(
        mapping, Files.readString(mapping).replace("缴费工资", "滞纳金").replace("wag", "latefee"));
    declare("2024-01-20", "5000");
    assertThat(collect("2024-01-20", "mapping=" + mapping).err()).isEmpty();
    assertThat(Files.readAllLines(place.output().resolve("collection-2024-01-1.csv")).get(0))
        .endsWith("险种,clct_psncnt,缴费基数合计,单位应缴,个人应缴,latefee,批次");
    assertThat(collect("2024-01-20", "period=2023-12").status()).isEqualTo(2);
  }

  private void assertTiesToTheLedger(String day, int batches) throws IOException {
    assertThat(lateFee(day).err()).isEmpty();
    Map<String, BigDecimal> due = new TreeMap<>();
    for (Map<String, String> row : place.sheet("late-fees-2024.xlsx", "滞纳金", "单位编号")) {
      if (!row.get("应缴合计").isEmpty()) {
        due.put(row.get("单位编号") + row.get("费款所属期"), new BigDecimal(row.get("应缴合计")));
      }
    }
    Map<String, BigDecimal> sum = new TreeMap<>();
    for (int batch = 1; batch <= batches; batch++) {
      String file = "collection-2024-0" + Math.min(batch, 2) + "-" + batch + ".xlsx";
      for (Map<String, String> row : place.sheet(file, "征集明细", "单位编号")) {
        sum.merge(
            row.get("单位编号") + row.get("费款所属期"),
            new BigDecimal(row.get("单位应缴")).add(new BigDecimal(row.get("个人应缴"))),
            BigDecimal::add);
      }
    }
    assertThat(sum.keySet()).isEqualTo(due.keySet());
    sum.forEach((key, amount) -> assertThat(amount).as(key).isEqualByComparingTo(due.get(key)));
  }

  private Workplace.Ended collect(String day, String... more) {
    return place.run("collection", with(more, "business-date=" + day, "roster=" + roster));
  }

  private Workplace.Ended lateFee(String day) {
    return place.run(
        "late-fee", "business-date=" + day, "roster=" + roster, "payments=" + payments);
  }

  private static String[] with(String[] more, String... settings) {
    return java.util.stream.Stream.of(settings, more)
        .flatMap(java.util.Arrays::stream)
        .toArray(String[]::new);
  }

  private void declare(String day, String... wages) throws IOException {
    Path inbox = place.anotherInbox();
    StringBuilder text = new StringBuilder("单位编号,姓名,证件号码,月均工资\n");
    for (int i = 0; i < wages.length; i++) {
      text.append("E1,职工甲,").append(PEOPLE[i]).append(',').append(wages[i]).append('\n');
    }
    Files.writeString(inbox.resolve("declared.csv"), text);
    Workplace.Ended ended =
        place.run(
            "declaration",
            "inbox=" + inbox,
            "business-date=" + day,
            "settle-seconds=1",
            "roster=" + roster);
    assertThat(ended.status()).as(ended.said()).isZero();
  }

  private void pay(String... lines) throws IOException {
    Files.writeString(
        payments.resolve("paid.csv"),
        "单位编号,费款所属期,缴费日期,缴费金额,流水号\n" + String.join("\n", lines) + "\n");
    assertThat(lateFee("2024-02-22").err()).isEmpty();
  }

  private List<String> lines(String file) throws IOException {
    return place.sheet(file + ".xlsx", "征集明细", "单位编号").stream()
        .map(
            row ->
                String.join(
                    " ",
                    List.of(
                        row.get("单位编号"),
                        row.get("费款所属期"),
                        row.get("缴费人数"),
                        row.get("缴费基数合计"),
                        row.get("单位应缴"),
                        row.get("个人应缴"),
                        row.get("滞纳金"),
                        row.get("批次"))))
        .toList();
  }

  private List<String> causes(String file) throws IOException {
    return place.sheet(file + ".xlsx", "差额说明", "单位编号").stream().map(row -> row.get("原因")).toList();
  }

  private byte[] bytes(String file) throws IOException {
    return Files.readAllBytes(place.output().resolve(file));
  }
}
