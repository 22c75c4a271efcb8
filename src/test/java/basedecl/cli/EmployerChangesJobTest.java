package basedecl.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import basedecl.ledger.year.SearchLedger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The job employer-changes on a small roster, and what follows from it in the other jobs. */
@Tag("run")
class EmployerChangesJobTest {

  private static final String WORKBOOK = "employer-changes-2024.xlsx";
  private static final String COLUMNS = "单位编号,变动,生效日期,新单位名称,新经办机构,关联单位编号,承继欠费,依据";
  private static final String PERSON = ",何军涵,370700199203120006,5000.00,何军涵";

  @TempDir Path folder = Path.of("");
  private JobRun run = new JobRun(Path.of(""));
  private Path roster = Path.of("");

  @BeforeEach
  void threeEmployersOfWhomOneDeclared() throws IOException {
    run = new JobRun(folder);
    roster =
        run.file(
            "roster.csv",
            "单位编号,单位名称,经办机构,上月缴费额",
            "A,甲公司,市直,1000",
            "B,乙公司,市直,2000",
            "C,丙公司,奎文区,3000");
    int status = declare("2024-01-20", "A" + PERSON);
    assertThat(status).as(run.out() + run.err()).isZero();
    assertThat(run.rows("summary-2024.xlsx", "汇总表", "单位编号")).hasSize(1);
  }

  @Test
  void aMergedEmployerOwesItsMonthsAndTheOtherOneBearsThem() throws IOException {
    assertThat(changes("2024-02-20", "A,合并,2024-02-15,,,B,,合并协议")).isZero();
    assertThat(run.out()).contains("新登记 1 条", "A（合并）：现行申报中尚有 1 人，待 B 申报转入");
    assertThat(lateFees("2024-03-26")).isZero();
    assertThat(dues("A")).containsExactly("2024-01|500.00", "2024-02|500.00");
    assertThat(dues("B")).hasSize(3);
    assertThat(run.rows("late-fees-2024.xlsx", "承继欠费", "承继单位编号"))
        .containsExactly(
            "B|乙公司|A|甲公司|2024-01|500.00|0.00|500.00|15.25",
            "B|乙公司|A|甲公司|2024-02|500.00|0.00|500.00|7.50");
    assertThat(run.command(List.of("explain", "--employer", "B"))).isZero();
    assertThat(run.out())
        .contains("2024-02-15 单位 A 并入 B，A 自 2024-03 起不再缴费", "合并协议")
        .contains("承继单位 A 的 2024-01：应缴 500.00，已缴 0.00，欠缴 500.00，滞纳金 15.25");
    assertThat(run.command(List.of("explain", "--employer", "A"))).isZero();
    assertThat(run.out()).contains("2024-03 以前各月的欠费由单位 B 承继");
  }

  @Test
  void whatIsNoMoreIsOnNoListAndDeclaresNoMore() throws IOException {
    changes("2024-02-01", "A,合并,2024-02-15,,,B,,", "C,注销,2024-02-01,,,,,");
    assertThat(declare("2024-02-28")).isZero();
    assertThat(run.rows("summary-2024.xlsx", "汇总表", "单位编号")).hasSize(1);
    assertThat(missing()).containsExactly("B");
    declare("2024-03-01", "A" + PERSON, "C" + PERSON);
    assertThat(run.rows("summary-2024.xlsx", "汇总表", "单位编号")).isEmpty();
    assertThat(missing()).containsExactly("B");
    assertThat(run.lines("receipts.csv").toString()).contains("EMPLOYER_CLOSED");
    List<Path> answers;
    try (var files = Files.walk(run.output().resolve("receipts"))) {
      answers = files.filter(Files::isRegularFile).toList();
    }
    assertThat(answers).isNotEmpty();
    assertThat(declareWithoutRoster("2024-03-02", "C" + PERSON)).isZero();
    assertThat(run.lines("receipts.csv").toString()).contains("EMPLOYER_CLOSED");
  }

  @Test
  void anEmployerIsLeftOutFromTheMonthItsDuesStopInListsSheetsAndStatusAlike() throws IOException {
    retirees("2024-02-10", "B" + PERSON);
    assertThat(run.rows("retirees-summary-2024.xlsx", "汇总表（退休）", "单位编号")).hasSize(1);
    changes("2024-02-20", "B,注销,2024-02-15,,,,,", "C,注销,2024-02-01,,,,,");
    declare("2024-02-28");
    assertThat(missing()).containsExactly("B");
    assertThat(run.command(List.of("status"))).isZero();
    assertThat(run.out()).contains("名册中尚未申报的单位 1 个");
    retirees("2024-02-28");
    assertThat(run.rows("retirees-summary-2024.xlsx", "汇总表（退休）", "单位编号")).hasSize(1);
    declare("2024-03-01");
    assertThat(missing()).isEmpty();
    run.command(List.of("status"));
    assertThat(run.out()).doesNotContain("名册中尚未申报的单位");
    retirees("2024-03-01");
    assertThat(run.rows("retirees-summary-2024.xlsx", "汇总表（退休）", "单位编号")).isEmpty();
    assertThat(run.rows("retirees-summary-2024.xlsx", "申报版本（退休）", "单位编号")).isEmpty();
  }

  @Test
  void whomAStaffChangeStoppedWaitsForNoOtherEmployer() throws IOException {
    Path staff =
        run.file(
            "staff.csv",
            "单位编号,姓名,证件号码,变动,生效月份,起薪",
            "A" + PERSON.substring(0, PERSON.indexOf(",5")) + ",停保,2024-03,");
    int status =
        run.job(
            "staff-changes", "changes=" + staff, "roster=" + roster, "business-date=2024-02-20");
    assertThat(status).isZero();
    changes("2024-02-20", "A,合并,2024-02-15,,,B,,合并协议");
    assertThat(run.out()).contains("新登记 1 条").doesNotContain("尚有");
  }

  @Test
  void anOldRosterDoesNotUndoAChangeAndANewerNameIsTaken() throws IOException {
    changes("2024-02-20", "A,更名,2024-02-10,新甲公司,,,,", "A,变更经办机构,2024-03-01,,昌乐县,,,");
    assertThat(run.rows(WORKBOOK, "单位变动", "单位编号").get(0))
        .startsWith("A|新甲公司|更名|2024-02-10|甲公司|新甲公司|");
    declare("2024-02-21");
    assertThat(run.out()).contains("名册中有 1 个单位仍是变动前的名称或经办机构", "A");
    assertThat(run.rows("summary-2024.xlsx", "汇总表", "单位编号").get(0)).startsWith("A|新甲公司|市直|");
    declare("2024-03-01");
    assertThat(run.rows("summary-2024.xlsx", "汇总表", "单位编号").get(0)).startsWith("A|新甲公司|昌乐县|");
    roster = run.file("roster.csv", "单位编号,单位名称,经办机构", "A,甲集团,昌乐县", "B,乙公司,市直");
    declare("2024-03-02");
    assertThat(run.out()).doesNotContain("仍是变动前");
    assertThat(run.rows("summary-2024.xlsx", "汇总表", "单位编号").get(0)).startsWith("A|甲集团|昌乐县|");
    SearchLedger search =
        new SearchLedger(new JdbcTemplate(new DriverManagerDataSource(run.h2(), "sa", "")));
    assertThat(List.of("甲集团", "新甲公司", "甲公司"))
        .allSatisfy(
            name ->
                assertThat(search.employers(name, 5))
                    .extracting(SearchLedger.FoundEmployer::code, SearchLedger.FoundEmployer::name)
                    .containsExactly(tuple("A", "甲集团")));
  }

  @Test
  void aDryRunShowsItAndTheSameChangeIsTakenOnce() throws IOException {
    String line = "B,分立,2024-02-01,丁公司,,D,是,分立协议";
    assertThat(changes("2024-02-20", "dry-run=true", line)).isZero();
    List<String> shown = run.rows(WORKBOOK, "单位变动", "单位编号");
    assertThat(shown).hasSize(1);
    assertThat(run.out()).contains("试算：变动没有登记");
    assertThat(changes("2024-02-20", line)).isZero();
    assertThat(run.rows(WORKBOOK, "单位变动", "单位编号")).isEqualTo(shown);
    assertThat(run.out()).contains("新登记 1 条");
    assertThat(changes("2024-02-21", "C,注销,2024-03-01,,,,,", line)).isZero();
    assertThat(run.out()).contains("2 行，新登记 1 条");
    lateFees("2024-02-26");
    assertThat(dues("D")).containsExactly("2024-02|");
    assertThat(dues("B")).containsExactly("2024-01|2200.00", "2024-02|2200.00");
    assertThat(run.rows("late-fees-2024.xlsx", "承继欠费", "承继单位编号"))
        .containsExactly("D|丁公司|B|乙公司|2024-01|2200.00|0.00|2200.00|35.20");
  }

  private int changes(String day, String... lines) throws IOException {
    List<String> rows = new ArrayList<>(List.of(COLUMNS));
    List<String> settings = new ArrayList<>(List.of("business-date=" + day));
    for (String line : lines) {
      (line.contains("=") ? settings : rows).add(line);
    }
    settings.add("changes=" + run.file("changes.csv", rows.toArray(String[]::new)));
    return run.job("employer-changes", settings.toArray(String[]::new));
  }

  private int lateFees(String day) throws IOException {
    Path none = run.file("payments.csv", "单位编号,费款所属期,缴费日期,缴费金额");
    return run.job("late-fee", "payments=" + none, "roster=" + roster, "business-date=" + day);
  }

  /** Month and due of each month that an employer owes. */
  private List<String> dues(String employer) throws IOException {
    return run.rows("late-fees-2024.xlsx", "滞纳金", "单位编号").stream()
        .map(row -> row.split("\\|", -1))
        .filter(cells -> cells[0].equals(employer))
        .map(cells -> cells[3] + "|" + cells[4])
        .toList();
  }

  private List<String> missing() throws IOException {
    return run.rows("not-declared-2024.xlsx", "未申报单位", "单位编号").stream()
        .map(row -> row.split("\\|", -1)[0])
        .toList();
  }

  private int declare(String day, String... people) throws IOException {
    return run.job(
        "declaration",
        "inbox=" + inbox(day, "月均工资", people),
        "roster=" + roster,
        "business-date=" + day);
  }

  private int declareWithoutRoster(String day, String... people) throws IOException {
    return run.job(
        "declaration", "inbox=" + inbox(day, "月均工资", people), "roster=", "business-date=" + day);
  }

  private void retirees(String day, String... people) throws IOException {
    int status =
        run.job(
            "retirees",
            "inbox=" + inbox(day, "月养老金", people),
            "roster=" + roster,
            "business-date=" + day);
    assertThat(status).as(run.out() + run.err()).isZero();
  }

  private Path inbox(String day, String amount, String... people) throws IOException {
    Path inbox = Files.createDirectories(folder.resolve("inbox"));
    if (people.length > 0) {
      List<String> rows = new ArrayList<>(List.of("单位编号,姓名,证件号码," + amount + ",职工签字"));
      rows.addAll(List.of(people));
      Path file = Files.write(inbox.resolve(day + ".csv"), rows);
      Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2024-01-01T00:00:00Z")));
    }
    return inbox;
  }
}
