package basedecl.policyfile.text;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.message.Language;
import basedecl.policy.Policy;
import basedecl.policy.PolicyBook;
import basedecl.policyfile.PolicyFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyTextTest {

  private static final Path EVERYTHING =
      Path.of("src/test/resources/rules/policy-with-everything.yaml");

  private static Policy everything(Path folder) throws IOException {
    Files.copy(EVERYTHING, folder.resolve(EVERYTHING.getFileName()));
    return PolicyFiles.load(Optional.of(folder)).require("policy-with-everything");
  }

  private static List<String> upToAgencies(List<String> lines, String title) {
    return lines.subList(2, lines.indexOf(title));
  }

  @Test
  void everythingAPolicySaysIsShownInEnglish(@TempDir Path folder) throws IOException {
    Policy policy = everything(folder);
    List<String> lines = PolicyText.show(policy, Optional.empty(), Optional.empty(), Language.EN);
    assertThat(lines.get(0)).isEqualTo("样例市职工基本医疗保险 (policy-with-everything)");
    assertThat(lines.get(1)).isEqualTo("File " + policy.source() + ", version " + policy.version());
    assertThat(String.join("\n", upToAgencies(lines, "Agencies")))
        .isEqualTo(
            """

            Limits of the contribution base (yuan a month)
              Year  From     Lower    Upper     Status       Published                  Citation
              2024  2024-01  4242.00  21207.00  provisional  2023-12-25                 甲文
              2024  2024-08  4416.00  22078.00  final        2024-07-20                 乙文
              2025  2025-01  4504.00  22518.00  final        2024-12-30  [PLACEHOLDER]  丙文

            Rounding of the base
              Decimals  Mode     Citation
              0         half up  甲文

            Rates
              From     Employer  Personal                 Citation
              2022-01  7%        2%                       旧文
              2023-01  7.5%      -                        旧文
              2024-03  8%        2%        [PLACEHOLDER]  甲文

            Payment deadlines (inclusive)
              Month    Deadline                                      Citation
              2024-01  2024-01-25                                    甲文
              2025-01  2025-01-25 (a rest day), moved to 2025-01-26  丙文

            Deadlines on rest days
              Rule                          Citation
              move to the next working day  甲文

            Late fee
              From        Daily rate  Counts from              Day of payment  Cap   Citation
              2011-07-01  0.05%       first of the next month  does not count  none  法

            Days without late fee (both inclusive)
              From        To          Citation
              2024-02-10  2024-02-17  甲文

            Share at the lower limit that calls for a self-check
              From     More than  Citation
              2024-01  70%        甲文

            Assessment where nothing was declared
              From        Of last month  Citation
              2011-07-01  110%           法

            When the limits change
              From     Mode                                         Top-up until  Retired in the year  Lower base  Citation
              -        from the month after publication, no top-up  -             -                    -           甲文
              2025-01  top-up of the months assessed                2025-12-31    does not top up      refunded    丙文

            Minimum wage (yuan a month)
              From     Amount   Citation
              2023-10  2010.00  丁文

            Minimum age (completed years)
              From     Years  Citation
              2011-07  16     法

            Paying missed months later
              From     Allowed  Citation
              2024-01  yes      甲文

            Last day to pay an instalment, and how
              From     In                            Day  Ways to pay  Citation
              2024-01  last month of the instalment  31   网上         甲文

            Yearly amounts to choose from (yuan a year)
              From     Name  Tiers  Amounts                                           Citation
              2024-01  居民  10     200.00 to 5000.00 (those between are not stated)  甲文
            """);
    assertThat(lines).contains("  14   高新区  8191311 转 8378、8379", "  Hotline: 400-178-1234");
    assertThat(lines.get(lines.size() - 1)).startsWith("What is marked [PLACEHOLDER]");
  }

  @Test
  void aYearShowsWhatHoldsInItAndAlignsChinese(@TempDir Path folder) throws IOException {
    List<String> lines =
        PolicyText.show(
            everything(folder),
            Optional.of(2024),
            Optional.of(LocalDate.of(2024, 7, 19)),
            Language.ZH);
    assertThat(String.join("\n", lines.subList(2, 18)))
        .isEqualTo(
            """

            缴费基数上下限（元/月）
              年度  自       下限     上限      性质  公布日期    依据
              2024  2024-01  4242.00  21207.00  暂行  2023-12-25  甲文

            基数取整
              小数位数  方式      依据
              0         四舍五入  甲文

            费率
              自       单位  个人              依据
              2023-01  7.5%  -                 旧文
              2024-03  8%    2%    【暂用数】  甲文

            缴费期限（含当日）
              费款所属期  期限        依据""");
  }

  @Test
  void limitsNotYetPublishedAreNone(@TempDir Path folder) throws IOException {
    assertThat(
            PolicyText.show(
                everything(folder),
                Optional.of(2024),
                Optional.of(LocalDate.of(2023, 12, 24)),
                Language.EN))
        .containsSubsequence("Limits of the contribution base (yuan a month)", "  (none)");
  }

  @Test
  void theListHasALineForEachPolicyAndForEachWarning(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("weifang-employee-medical.yaml"),
        """
        policy: weifang-employee-medical
        title: 潍坊
        limits:
          - {year: 2024, from: 2022-01, lower: 1, upper: 2, status: final, published: 2024-01-01, citation: 甲文}
        """);
    PolicyBook shelf = PolicyFiles.load(Optional.of(folder));
    List<String> lines =
        PolicyText.list(shelf, Map.of("月均工资", List.of("岗位工资", "上年月均收入")), Language.ZH);
    assertThat(lines)
        .hasSize(1 + shelf.policies().size() + 2)
        .contains("本中心的表头用词：月均工资 也写作 岗位工资、上年月均收入");
    assertThat(lines.get(0)).startsWith("政策").endsWith("文件");
    String version = shelf.require("weifang-employee-medical").version();
    assertThat(lines)
        .anySatisfy(
            line ->
                assertThat(line.split(" +", -1))
                    .containsExactly(
                        "weifang-employee-medical",
                        "潍坊",
                        "2024",
                        version,
                        folder + "/weifang-employee-medical.yaml"));
    assertThat(lines.get(lines.size() - 1))
        .isEqualTo(
            "请注意："
                + folder
                + "/weifang-employee-medical.yaml 第 4 行：起始月份 2022-01 与缴费年度 2024 不符，请核对。");
  }

  @Test
  void aChineseCharacterIsTwoCellsWide() {
    assertThat(AlignedRows.width("潍坊（2024）a")).isEqualTo(13);
  }
}
