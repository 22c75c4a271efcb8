package basedecl.desk.edit;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.desk.BrowserView;
import basedecl.desk.DeskBrowser;
import basedecl.desk.DeskUnderTest;
import basedecl.desk.Visitor;
import basedecl.desk.declare.Clerk;
import basedecl.desk.edit.Typist.Row;
import basedecl.job.desk.JobRequest;
import basedecl.job.desk.RunDesk;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** In which months people count, from what a clerk types to what the clerk is told. */
@Tag("browser")
@Tag("run")
class MonthsAtTheDeskTest {

  private static final String OWN = "0370700003";
  private static final Row WANG = Row.of("王芳", "370702199001010012", "5000");
  private static final Row LI = Row.of("李强", "11010519491231002X", "6000");
  private static final Row ZHANG = Row.of("张伟", "440524188001010014", "7000");
  private static final Row HE = Row.of("何军涵", "370700199203120006", "8000");

  @TempDir Path folder = Path.of("");

  @Test
  void whoIsAddedAndFromWhichMonthIsToldAtOnceAndStatedMonthsAreKept() throws Exception {
    try (DeskUnderTest desk = DeskUnderTest.start(folder, "business-date=2024-03-20")) {
      Clerk clerk = Clerk.of(desk, "sun", OWN);
      Typist typist = Typist.of(clerk, OWN);
      typist.begin("blank");
      typist.check(WANG.inMonths("2024-13", "三月"), LI);
      assertThat(typist.page())
          .contains("id=\"start-1-fault\"", "href=\"#stop-1\"", "第 1 行停缴月份：")
          .contains("value=\"2024-13\"", "value=\"三月\"")
          .doesNotContain("id=\"start-2-fault\"");
      String first = id(typist.check(WANG, LI.inMonths("", "2024-06")));
      assertThat(clerk.get("/declare/check/" + first).body()).doesNotContain("PERSON_ADDED");
      assertThat(clerk.get("/declare/confirm/" + first).body())
          .contains("缴费月份", "全年", "2024-01—2024-05");
      assertThat(clerk.finalState(clerk.submitted(first))).contains("已受理");

      typist.begin("this-year");
      assertThat(typist.page()).contains("id=\"stop-2\"", "value=\"2024-06\"");
      String second = id(typist.check(WANG, LI, ZHANG, HE.inMonths("202402", "")));
      assertThat(clerk.get("/declare/check/" + second).body())
          .contains("更正申报新增 1 人", "自 2024-03 起缴费，不补以前月份", "PERSON_ADDED")
          .containsSubsequence("张伟", "2024-03—2024-12", "何军涵", "2024-02—2024-12");
      assertThat(clerk.get("/declare/confirm/" + second).body())
          .containsSubsequence("王芳", "全年", "李强", "2024-01—2024-05", "张伟", "2024-03—2024-12", "何军涵");
      String receipt = clerk.finalState(clerk.submitted(second));
      assertThat(receipt).contains("已受理", "更正申报新增 1 人", "自 2024-03 起缴费");

      typist.begin("this-year");
      assertThat(typist.page())
          .containsSubsequence(
              "id=\"stop-2\"", "2024-06", "id=\"start-3\"", "2024-03", "id=\"start-4\"", "2024-02");
      String third = id(typist.check(WANG.inMonths("", "2024-09"), LI, ZHANG, HE));
      assertThat(clerk.get("/declare/check/" + third).body())
          .contains("与第 2 版相比", "王芳", "2024-01—2024-08")
          .doesNotContain("PERSON_ADDED", "李强");

      assertThat(clerk.get("/declare/dues").body()).contains("本年度没有已办理的人员增减");
      staffChanges(desk, OWN + ",孟晓岚,370700199805120011,新参保,2024-05,6200");
      assertThat(clerk.get("/declare/dues").body())
          .containsSubsequence(
              "已办理的人员增减", "孟晓岚", "370*************11", "新参保", "6,200.00", "2024-05—2024-12")
          .doesNotContain("370700199805120011");

      for (BrowserView view : BrowserView.oneOfEach().toList()) {
        everyPageIsSound(DeskBrowser.at(desk, view));
      }
    }
  }

  private static void everyPageIsSound(DeskBrowser browser) throws Exception {
    browser.open("/sign-in");
    browser.fill("name", "sun");
    browser.fill("password", DeskUnderTest.PASSWORD);
    browser.press(By.cssSelector("main button[type=submit]"));
    browser.open("/declare/edit");
    browser.find(By.id("start-2")).sendKeys("2024-13");
    browser.press(By.cssSelector("button[value=check]"));
    browser.assertSound("edit-months-faulty");
    browser.find(By.id("start-2")).clear();
    browser.press(By.cssSelector("button[value=check]"));
    browser.assertSound("check-months");
    browser.press(By.cssSelector("a[href^='/declare/confirm/']"));
    browser.assertSound("confirm-months");
    browser.open("/declare/dues");
    browser.assertSound("dues-staff");
  }

  private void staffChanges(DeskUnderTest desk, String line) throws Exception {
    Path table = folder.resolve("changes.csv");
    Files.writeString(table, "单位编号,姓名,证件号码,变动,生效月份,起薪\n" + line + "\n");
    RunDesk.Asked asked =
        desk.runs().start(new JobRequest("staff-changes", Map.of("changes", table.toString())));
    long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (desk.runs().ended(asked.number()).isEmpty()) {
      assertThat(System.nanoTime() - end).isNegative();
      Thread.sleep(20);
    }
  }

  private static String id(HttpResponse<String> toCheck) {
    String to = Visitor.location(toCheck);
    assertThat(to).contains("/declare/check/");
    return to.substring(to.lastIndexOf('/') + 1);
  }
}
