package basedecl.desk.version;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import basedecl.desk.DeskUnderTest;
import basedecl.desk.declare.Clerk;
import basedecl.job.desk.JobRequest;
import basedecl.job.desk.RunDesk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accepted versions with their differences, over a real server. */
@Tag("run")
@SuppressWarnings("NullAway.Init")
class VersionTest {

  @TempDir static Path folder = Path.of("");

  private static DeskUnderTest desk;

  @BeforeAll
  static void begin() throws Exception {
    desk = DeskUnderTest.start(folder);
  }

  @AfterAll
  static void end() {
    desk.close();
  }

  private static String submitted(Clerk clerk, String file) throws Exception {
    String number = clerk.submitted(clerk.uploaded("申报表.csv", file.getBytes(UTF_8)));
    assertThat(clerk.finalState(number)).contains("已受理");
    return number;
  }

  @Test
  void aVersionSaysWhatItHoldsAndWhatItChanged() throws Exception {
    Clerk clerk = Clerk.of(desk, "sun", "0370700003");
    submitted(
        clerk,
        """
        单位编号,姓名,证件号码,月均工资
        0370700003,王芳,370702199001010012,5000
        0370700003,李强,11010519491231002X,3000
        0370700003,张伟,440524188001010014,30000
        """);
    String second =
        submitted(
            clerk,
            """
            单位编号,姓名,证件号码,月均工资
            0370700003,王芳,370702199001010012,5000
            0370700003,李强,11010519491231002X,6000
            0370700003,赵敏,110105194912310054,7000
            """);
    String page = clerk.get("/declare/versions/2").body();
    assertThat(page)
        .contains("第 2 版申报", "现行", second, "sun", "申报表.csv", "18,000.00")
        .contains("与第 1 版相比", "新增 1 人，减少 1 人，调整 1 人", "费款所属期 2024-01")
        .contains("110*************54", "3,000.00", "4,242.00", "6,000.00", "21,207.00")
        .doesNotContain("110105194912310054", "11010519491231002X", "王芳");
    assertThat(clerk.get("/declare/versions/1").body())
        .contains("已被后来的版本替代", "这是本年度的第一版")
        .contains("30,449.00");
    assertThat(clerk.get("/declare/versions/2?lang=en").body())
        .contains("Version 2", "1 added, 1 removed, 1 changed");
    clerk.get("/declare/versions/2?lang=zh");
    assertThat(clerk.get("/declare/versions/3").statusCode()).isEqualTo(404);
    assertThat(clerk.get("/declare/versions/x").statusCode()).isEqualTo(404);
    Clerk other = Clerk.of(desk, "li", "0370700002");
    assertThat(other.get("/declare/versions/2").statusCode()).isEqualTo(404);
  }

  @Test
  void whatTheAgencyAssessedIsToldWithItsMonthsAndBasis() throws Exception {
    Clerk clerk = Clerk.of(desk, "wu", "0370700006");
    submitted(
        clerk,
        """
        单位编号,姓名,证件号码,月均工资
        0370700006,王芳,370702199001010012,4000
        0370700006,李强,11010519491231002X,6000
        """);
    Path table = folder.resolve("outcomes.csv");
    Files.writeString(
        table,
        """
        单位编号,证件号码,核定月均工资,所属期起,所属期止,依据
        0370700006,370702199001010012,5200.00,2024-03,2024-05,工资台账第3页
        """);
    RunDesk.Asked asked =
        desk.runs().start(new JobRequest("audit-outcome", Map.of("outcomes", table.toString())));
    long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (desk.runs().ended(asked.number()).isEmpty()) {
      assertThat(System.nanoTime() - end).isNegative();
      Thread.sleep(20);
    }

    assertThat(clerk.get("/declare/versions/2").body())
        .contains("稽核核定", "工资台账第3页", "由经办机构稽核核定，立即生效")
        .contains("2024-03", "2024-05", "4,000.00", "5,200.00", "4,242.00")
        .doesNotContain("outcomes.csv", "370702199001010012", "不是在本系统网上提交的");
    assertThat(clerk.get("/declare").body())
        .contains("稽核核定", "已由经办机构稽核核定，按核定的缴费工资缴费", "稽核核定的由其重新核定");
    assertThat(clerk.get("/declare/papers").body()).contains("不需要打印、签字");
    assertThat(clerk.get("/declare/result").body()).contains("稽核核定", "工资台账第3页");
    assertThat(clerk.get("/declare/versions/2?lang=en").body()).contains("after an audit");
    clerk.get("/declare/versions/2?lang=zh");
  }

  @Test
  void manyDifferencesComeInPages() throws Exception {
    Clerk clerk = Clerk.of(desk, "qian", "0370700005");
    submitted(clerk, people(0, 450));
    submitted(clerk, people(225, 675));
    assertThat(clerk.get("/declare/versions/2").body())
        .contains("新增 225 人，减少 225 人，调整 0 人", "第 1 页，共 3 页");
    assertThat(clerk.get("/declare/versions/2?page=3").body()).contains("第 3 页，共 3 页", "减少");
    assertThat(clerk.get("/declare/versions/2?page=99").body()).contains("第 3 页，共 3 页");
  }

  private static String people(int from, int to) {
    StringBuilder rows = new StringBuilder("单位编号,姓名,证件类型,证件号码,月均工资\n");
    for (int i = from; i < to; i++) {
      rows.append("0370700005,员工,护照,E").append(10_000_000 + i).append(",5000\n");
    }
    return rows.toString();
  }

  @Test
  void retireesHavePensionsInPlaceOfWages() throws Exception {
    Clerk clerk = Clerk.of(desk, "kong", "0370700004");
    clerk.visitor().fill("/declare", Map.of("employer", "0370700004", "population", "retirees"));
    submitted(clerk, "单位编号,姓名,证件号码,月退休金\n0370700004,赵敏,110105194912310054,3200\n");
    submitted(clerk, "单位编号,姓名,证件号码,月退休金\n0370700004,赵敏,110105194912310054,3300\n");
    assertThat(clerk.get("/declare/versions/2").body())
        .contains("退休人员退休金", "调整 1 人", "3,200.00", "3,300.00")
        .doesNotContain("费款所属期", "申报工资", "按下限核定");
  }
}
