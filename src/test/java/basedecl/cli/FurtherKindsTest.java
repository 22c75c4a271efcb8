package basedecl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.testing.MariaDbServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Further kinds of insurance on the employees' declaration: due, paid and late apart. */
@Tag("database")
@Tag("run")
class FurtherKindsTest {

  @RegisterExtension static final MariaDbServer MARIADB = new MariaDbServer();

  private static final String WORKBOOK = "late-fees-2024.xlsx";

  @TempDir Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(strings = {"h2", "mariadb"})
  void eachKindHasDuesPaymentsAndLateFeesOfItsOwn(String kind) throws IOException {
    Workplace place = new Workplace(folder);
    String database = "database=" + (kind.equals("h2") ? place.database() : MARIADB.url());
    Path roster =
        Files.writeString(
            folder.resolve("roster.csv"),
            """
            单位编号,单位名称,公务员医疗补助,上月缴费额
            E1,甲公司,是,
            E2,乙公司,否,
            E3,丙公司,是,100.00
            """);
    Files.createDirectories(place.inbox());
    Files.writeString(
        place.inbox().resolve("a.csv"),
        """
        单位编号,姓名,证件号码,月均工资
        E1,职工甲,11010519491231002X,4000
        E1,职工乙,440524188001010014,5000
        E1,职工丙,370702199001010012,30000
        """);
    Files.writeString(
        place.inbox().resolve("b.csv"), "单位编号,姓名,证件号码,月均工资\nE2,职工丁,370702198504123014,5000.5\n");
    String[] common = {database, "roster=" + roster};
    assertThat(place.night(common).status()).isZero();
    Path payments =
        Files.writeString(
            folder.resolve("payments.csv"),
            """
            单位编号,费款所属期,缴费日期,缴费金额,流水号
            E1,2024-01,2024-01-20,4.49,S1
            E2,2024-01,2024-01-20,1.00,S2
            """);
    // 1 %: 42.42 + 50.00 + 212.07, and 50.005 rounded up; eleven days on what is open.
    assertThat(lateFee(place, "maternity", payments, common).err()).isEmpty();
    assertThat(column(place, "滞纳金", "单位编号")).containsExactly("E1", "E2");
    assertThat(column(place, "滞纳金", "应缴合计")).containsExactly("304.49", "50.01");
    assertThat(column(place, "滞纳金", "欠缴金额")).containsExactly("300", "49.01");
    assertThat(column(place, "滞纳金", "滞纳金")).containsExactly("1.65", "0.27");
    // Five yuan each a person, whatever the base; nothing was paid under this policy.
    Path none = Files.writeString(folder.resolve("none.csv"), "单位编号,费款所属期,缴费日期,缴费金额\n");
    Workplace.Ended large = lateFee(place, "large-amount", none, common);
    assertThat(large.out()).contains("费率或缴费期限含暂用数");
    assertThat(column(place, "滞纳金", "应缴合计")).containsExactly("30", "10");
    assertThat(column(place, "滞纳金", "已缴金额")).containsExactly("0", "0");
    // Only for the employer in the subsidy: 3 % of 4242, 5000 and 21207.
    lateFee(place, "civil-servant", payments, common);
    assertThat(column(place, "滞纳金", "单位编号")).containsExactly("E1");
    assertThat(column(place, "滞纳金", "应缴合计")).containsExactly("913.47");
    assertThat(column(place, "问题清单", "代码")).containsExactly("EMPLOYER_UNKNOWN");
    Workplace.Ended explained =
        Workplace.command(
            "explain",
            "--employer",
            "E1",
            "--set",
            database,
            "--set",
            "policy=weifang-employee-maternity",
            "--set",
            "business-date=2024-02-05");
    assertThat(explained.err()).isEmpty();
    assertThat(explained.out()).contains("应缴 304.49，期限 2024-01-25，已缴 4.49，欠缴 300.00");
    // The kind that was declared is charged as if there were no others.
    assertThat(
            place
                .run("late-fee", with(common, "payments=" + none, "business-date=2024-02-05"))
                .status())
        .isZero();
    assertThat(column(place, "滞纳金", "应缴合计")).containsExactly("3044.9", "500.05", "110");
  }

  @Test
  void jobsOnDeclarationsNameThePolicyToUse() throws IOException {
    Workplace place = new Workplace(folder);
    Files.createDirectories(place.inbox());
    for (String job :
        List.of("declaration", "retirees", "review", "audit", "audit-outcome", "limit-change")) {
      Workplace.Ended refused =
          place.run(job, with(settings(job, place), "policy=weifang-employee-maternity"));
      assertThat(refused.status()).as(job).isEqualTo(2);
      assertThat(refused.err())
          .contains(
              "作业 " + job,
              "政策 weifang-employee-maternity",
              "请把 policy 改为 weifang-employee-medical");
    }
    assertThat(
            Workplace.command(
                    "check",
                    "samples/roster/employers.csv",
                    "--set",
                    "policy=weifang-employee-maternity")
                .err())
        .contains("没有自己的申报，基数随 weifang-employee-medical");
    assertThat(Workplace.command("policy", "show", "weifang-employee-large-amount").out())
        .contains("随 weifang-employee-medical", "5.00 元/人月", "缴费期限：随", "滞纳金：随", "暂用数");
    assertThat(
            Workplace.command("policy", "show", "weifang-employee-civil-servant", "--lang", "en")
                .out())
        .contains("Only for employers with 公务员医疗补助 = 是");
    assertThat(Workplace.command("policy", "list").out())
        .contains("潍坊市职工生育保险（基数随 weifang-employee-medical）");
  }

  private static String[] settings(String job, Workplace place) {
    return switch (job) {
      case "declaration", "retirees" -> new String[] {"inbox=" + place.inbox()};
      default -> new String[0];
    };
  }

  private static Workplace.Ended lateFee(
      Workplace place, String kind, Path payments, String... common) {
    return place.run(
        "late-fee",
        with(
            common,
            "policy=weifang-employee-" + kind,
            "payments=" + payments,
            "business-date=2024-02-05"));
  }

  private static String[] with(String[] settings, String... more) {
    String[] all = Arrays.copyOf(settings, settings.length + more.length);
    System.arraycopy(more, 0, all, settings.length, more.length);
    return all;
  }

  private static List<String> column(Workplace place, String sheet, String column)
      throws IOException {
    String first = sheet.equals("问题清单") ? "序号" : "单位编号";
    return place.sheet(WORKBOOK, sheet, first).stream()
        .map((Map<String, String> row) -> String.valueOf(row.get(column)))
        .toList();
  }
}
