package basedecl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jobs for those who pay alone, on the samples of the documents they come from. */
@Tag("run")
class FlexibleJobsTest {

  private static final String HEADER = "姓名,证件号码,险种,操作,选择基数,缴费方式,生效月份,批扣";

  @TempDir Path folder = Path.of("");
  private JobRun run = new JobRun(Path.of(""));

  @BeforeEach
  void freshFolder() {
    run = new JobRun(folder);
  }

  @Test
  void theWeifangNoticeOf2022ComesOutOfItsSample() throws IOException {
    assertThat(run.job("flexible-election")).isZero();
    assertThat(run.rows("flexible-2022.xlsx", "灵活就业缴费", "姓名"))
        .hasSize(9)
        .startsWith(
            "孟晓岚|370700198503160021|养老|3746.00|0.2|按月|749.20|8990.40|2022-01|是|有效|749.20|",
            "孟晓岚|370700198503160021|医疗|3746.00|0.09|按月|337.14|4045.68|2022-01|是|有效|337.14|",
            "齐长河|370700197809220010|养老|5000.00|0.2|按季|3000.00|12000.00|2022-01|否|有效|3000.00|")
        .endsWith(
            "庄静姝|370700199005050043|养老|3746.00|0.2|按季|2247.60|7492.00|2022-03|是|有效|749.20|",
            "路远航|37070019880101003X|养老|3800.00|0.2|按月|760.00|3040.00|2022-01|是|作废|760.00|2022-05",
            "路远航|37070019880101003X|养老|4200.00|0.2|按月|840.00|6720.00|2022-05|是|有效|840.00|");
    assertThat(run.rows("flexible-2022.xlsx", "问题清单", "序号").stream().map(this::codeOf))
        .containsExactly(
            "12 BASE_OUTSIDE_LIMITS",
            "13 BASE_OUTSIDE_LIMITS",
            "14 NOT_ELIGIBLE_AGE",
            "15 NOT_ELIGIBLE_AGE",
            "16 ELECTION_EXISTS",
            "17 ELECTION_MISSING",
            "18 KIND_UNKNOWN",
            "19 PERIOD_INVALID",
            "20 WAGE_NOT_A_NUMBER",
            "20 KIND_UNKNOWN");

    assertThat(run.job("top-up", "dry-run=true")).isZero();
    assertThat(run.output().resolve("bills.csv")).doesNotExist();
    List<String> dry = run.lines("bills-dry-run.csv");

    assertThat(run.job("top-up")).isZero();
    assertThat(run.rows("top-up-2022.xlsx", "补差明细", "姓名"))
        .hasSize(56)
        .startsWith("孟晓岚|370700198503160021|养老|2022-01|3746.00|3980.00|234.00|0.2|46.80|");
    assertThat(run.rows("top-up-2022.xlsx", "补差汇总", "姓名"))
        .containsExactly(
            "孟晓岚|370700198503160021|养老|12|561.60|2022-12-31|0.00|0.00" + "|潍坊市社会保险事业管理中心【企业】(省)|市直",
            "孟晓岚|370700198503160021|医疗|12|252.72|2022-12-31|0.00|0.00" + "|潍坊市医保局|市直",
            "齐长河|370700197809220010|医疗|12|252.72|2022-12-31|0.00|0.00" + "|潍坊市医保局|市直",
            "韦宏图|370700196207180010|养老|6|280.80|2022-12-31|0.00|0.00" + "|潍坊市社会保险事业管理中心【企业】(省)|市直",
            "庄静姝|370700199005050043|养老|10|468.00|2022-12-31|0.00|0.00" + "|潍坊市社会保险事业管理中心【企业】(省)|市直",
            "路远航|37070019880101003X|养老|4|144.00|2022-12-31|0.00|0.00" + "|潍坊市社会保险事业管理中心【企业】(省)|市直");
    assertThat(run.rows("top-up-2022.xlsx", "不补差人员", "姓名"))
        .containsExactly(
            "齐长河|370700197809220010|养老|原基数不低于现行下限，没有应补的差额",
            "韦宏图|370700196207180010|医疗|2022年度已退休，按政策不补该险种差额",
            "贺书远|370700196202030099|养老、医疗|截至业务日期，2022年度在本地没有已核定的月份");
    assertThat(run.lines("bills.csv"))
        .isEqualTo(dry)
        .hasSize(7)
        .contains(
            "TU-weifang-2022-000004,370700196207180010,韦宏图,养老,280.80,2022-12-31"
                + ",潍坊市社会保险事业管理中心【企业】(省),市直");
  }

  @Test
  void aMonthIsBilledOnce() throws IOException {
    run.job("flexible-election");
    run.job("top-up", "business-date=2022-09-01");
    assertThat(run.lines("bills.csv"))
        .contains(
            "TU-weifang-2022-000001,370700198503160021,孟晓岚,养老,421.20,2022-12-31"
                + ",潍坊市社会保险事业管理中心【企业】(省),市直");
    run.job("top-up", "business-date=2022-12-01");
    assertThat(run.lines("bills.csv"))
        .contains(
            "TU-weifang-2022-000007,370700198503160021,孟晓岚,养老,140.40,2022-12-31"
                + ",潍坊市社会保险事业管理中心【企业】(省),市直");
    assertThat(run.rows("top-up-2022.xlsx", "补差汇总", "姓名"))
        .contains(
            "孟晓岚|370700198503160021|养老|12|561.60|2022-12-31|0.00|0.00"
                + "|潍坊市社会保险事业管理中心【企业】(省)|市直");
    List<String> months = run.rows("top-up-2022.xlsx", "补差明细", "姓名");
    run.job("top-up", "business-date=2022-12-01");
    assertThat(run.lines("bills.csv"))
        .containsExactly("bill,id_number,name,kind,amount,due,payee,agency");
    assertThat(run.rows("top-up-2022.xlsx", "补差明细", "姓名")).isEqualTo(months);
  }

  @Test
  void billedMonthsThatAVoidTakesBackAreACreditUntilTheNextBill() throws IOException {
    run.job("flexible-election");
    run.job("top-up", "business-date=2022-09-01");
    voidPension("2022-07");
    run.job("top-up", "business-date=2022-09-05");
    assertThat(run.lines("bills.csv")).hasSize(1);
    assertThat(run.out()).contains("冲减：1 人次，3 个月，共 140.40 元；尚待抵扣 140.40 元");
    assertThat(run.rows("top-up-2022.xlsx", "补差汇总", "姓名"))
        .contains(
            "孟晓岚|370700198503160021|养老|6|280.80|2022-12-31|140.40|140.40"
                + "|潍坊市社会保险事业管理中心【企业】(省)|市直");
    assertThat(run.rows("top-up-2022.xlsx", "补差明细", "姓名"))
        .contains(
            "孟晓岚|370700198503160021|养老|2022-07|3746.00|3980.00|234.00|0.2|46.80|已开账单"
                + " TU-weifang-2022-000001，已作废",
            "孟晓岚|370700198503160021|养老|2022-07|3980.00|3746.00|-234.00|0.2|-46.80|冲减：账单"
                + " TU-weifang-2022-000001 的该月已因基数选择作废、改选或退休不再补差");
    byte[] before = Files.readAllBytes(run.output().resolve("top-up-2022.xlsx"));
    run.job("top-up", "business-date=2022-09-05");
    assertThat(Files.readAllBytes(run.output().resolve("top-up-2022.xlsx"))).isEqualTo(before);
    assertThat(run.lines("bills.csv")).hasSize(1);

    Path refunding = policy("decrease: zero", "decrease: refund");
    run.job("top-up", "business-date=2022-09-05", "policies=" + refunding);
    assertThat(run.lines("bills.csv"))
        .hasSize(2)
        .anyMatch(line -> line.contains("370700198503160021,孟晓岚,养老,-140.40,2022-12-31"));
    assertThat(run.rows("top-up-2022.xlsx", "补差汇总", "姓名"))
        .contains(
            "孟晓岚|370700198503160021|养老|6|280.80|2022-12-31|140.40|0.00"
                + "|潍坊市社会保险事业管理中心【企业】(省)|市直");
  }

  @Test
  void aVoidWithoutAMonthTakesNoMonthServedBack() throws IOException {
    run.job("flexible-election");
    voidPension("");
    assertThat(run.rows("flexible-2022.xlsx", "灵活就业缴费", "姓名"))
        .contains(
            "孟晓岚|370700198503160021|养老|3746.00|0.2|按月|749.20|5244.40|2022-01|是|作废|749.20|2022-08");
  }

  @Test
  void aVoidFromTheBeginningIsPaidForByTheElectionThatFollows() throws IOException {
    run.job("flexible-election");
    run.job("top-up", "business-date=2022-09-01");
    voidPension("2022-01");
    assertThat(run.rows("flexible-2022.xlsx", "灵活就业缴费", "姓名"))
        .contains("孟晓岚|370700198503160021|养老|3746.00|0.2|按月|749.20|0.00|2022-01|是|作废|0.00|2022-01");
    run.job("top-up", "dry-run=true", "business-date=2022-09-05");
    assertThat(run.rows("top-up-2022.xlsx", "补差汇总", "姓名"))
        .contains(
            "孟晓岚|370700198503160021|养老|0|0.00|2022-12-31|421.20|421.20"
                + "|潍坊市社会保险事业管理中心【企业】(省)|市直");
    Path anew = run.file("anew.csv", HEADER, "孟晓岚,370700198503160021,养老,选择,4000,按半年,2022-10,是");
    run.job("flexible-election", "business-date=2022-08-25", "elections=" + anew);
    assertThat(run.rows("flexible-2022.xlsx", "灵活就业缴费", "姓名"))
        .contains(
            "孟晓岚|370700198503160021|养老|4000.00|0.2|按半年|4800.00|2400.00|2022-10|是|有效|2400.00|");
    run.job("top-up", "business-date=2022-12-01");
    assertThat(run.rows("top-up-2022.xlsx", "补差汇总", "姓名"))
        .contains(
            "孟晓岚|370700198503160021|养老|0|0.00|2022-12-31|421.20|421.20"
                + "|潍坊市社会保险事业管理中心【企业】(省)|市直");
    assertThat(run.rows("top-up-2022.xlsx", "不补差人员", "姓名"))
        .contains("孟晓岚|370700198503160021|养老|原基数不低于现行下限，没有应补的差额");
  }

  /** The shipped list has one who retired in July and pays pension. */
  @Test
  void aRetirementStaysKnownToRunsWithoutItsListUntilAListSaysOtherwise() throws IOException {
    run.job("flexible-election");
    run.job("top-up");
    Path other = run.file("other.csv", "证件号码,退休月份", "370700198503160021,2022-10");
    run.job("top-up", "dry-run=true", "retired=" + other);
    run.job("top-up", "retired=" + run.file("none.csv", "证件号码,退休月份"));
    assertThat(run.lines("bills.csv")).hasSize(1);
    assertThat(run.rows("top-up-2022.xlsx", "补差汇总", "姓名"))
        .anyMatch(row -> row.startsWith("孟晓岚|370700198503160021|养老|12|561.60|"))
        .anyMatch(row -> row.startsWith("韦宏图|370700196207180010|养老|6|280.80|"));

    run.job("top-up", "retired=" + other);
    run.job("top-up", "retired=" + run.file("none.csv", "证件号码,退休月份"));
    assertThat(run.lines("bills.csv")).hasSize(1);
    assertThat(run.rows("top-up-2022.xlsx", "补差汇总", "姓名"))
        .anyMatch(
            row -> row.startsWith("孟晓岚|370700198503160021|养老|9|421.20|2022-12-31|140.40|140.40|"))
        .anyMatch(row -> row.startsWith("韦宏图|370700196207180010|养老|6|280.80|"));

    run.job(
        "top-up", "retired=" + run.file("later.csv", "证件号码,退休月份", "370700196207180010,2022-09"));
    assertThat(run.lines("bills.csv"))
        .hasSize(2)
        .anyMatch(line -> line.contains("370700196207180010,韦宏图,养老,93.60,"));
  }

  /** Void from October on, chosen anew from August on: August and September are paid for once. */
  @Test
  void aMonthOfTwoElectionsIsCountedForTheLaterOne() throws IOException {
    run.job("flexible-election");
    voidPension("2022-10");
    Path anew =
        run.file(
            "anew.csv",
            HEADER,
            "孟晓岚,370700198503160021,养老,选择,4000,按月,2022-08,是",
            "路远航,37070019880101003X,养老,作废,,,2022-10,",
            "路远航,37070019880101003X,养老,选择,4000,按月,2022-11,是");
    run.job("flexible-election", "business-date=2022-08-25", "elections=" + anew);
    assertThat(run.rows("flexible-2022.xlsx", "灵活就业缴费", "姓名"))
        .contains(
            // Seven months of 749.20, five of 800.00.
            "孟晓岚|370700198503160021|养老|3746.00|0.2|按月|749.20|5244.40|2022-01|是|作废|749.20|2022-10",
            "孟晓岚|370700198503160021|养老|4000.00|0.2|按月|800.00|4000.00|2022-08|是|有效|800.00|",
            // Chosen anew a month after the void: October is nobody's.
            "路远航|37070019880101003X|养老|4200.00|0.2|按月|840.00|4200.00|2022-05|是|作废|840.00|2022-10",
            "路远航|37070019880101003X|养老|4000.00|0.2|按月|800.00|1600.00|2022-11|是|有效|800.00|");
  }

  private void voidPension(String from) throws IOException {
    Path file = run.file("void.csv", HEADER, "孟晓岚,370700198503160021,养老,作废,,," + from + ",");
    assertThat(run.job("flexible-election", "business-date=2022-08-25", "elections=" + file))
        .isZero();
  }

  /** The shipped pension policy with one word changed. */
  private Path policy(String word, String other) throws IOException {
    String name = "weifang-flexible-pension.yaml";
    String text = Files.readString(Path.of("src/main/resources/policies").resolve(name));
    Path policies = Files.createDirectories(folder.resolve("policies"));
    Files.writeString(policies.resolve(name), text.replace(word, other));
    return policies;
  }

  @Test
  void theSameFileIsTakenOnce() throws IOException {
    run.job("flexible-election");
    List<String> elections = run.rows("flexible-2022.xlsx", "灵活就业缴费", "姓名");
    List<String> problems = run.rows("flexible-2022.xlsx", "问题清单", "序号");
    assertThat(run.job("flexible-election", "business-date=2022-01-11")).isZero();
    assertThat(run.out()).contains("新增基数选择 0 份；此前已办理、本次略过的文件 1 个");
    assertThat(run.rows("flexible-2022.xlsx", "灵活就业缴费", "姓名")).isEqualTo(elections);
    assertThat(run.rows("flexible-2022.xlsx", "问题清单", "序号")).isEqualTo(problems);
  }

  @Test
  void qingdaoAndShanxiPayWhatTheirDocumentsSay() throws IOException {
    run.job(
        "flexible-election",
        "region=qingdao",
        "business-date=2022-09-01",
        "elections=samples/flexible/qingdao-2022.csv");
    assertThat(run.rows("flexible-2022.xlsx", "灵活就业缴费", "姓名"))
        .containsExactly(
            "苗青禾|370200198704150025|养老|3980.00|0.2|按月|796.00|3184.00|2022-09|是|有效|796.00|",
            "苗青禾|370200198704150025|医疗|19899.00|0.09|按年|21490.92|7163.64|2022-09|是|有效|7163.64|");
    assertThat(run.rows("flexible-2022.xlsx", "问题清单", "序号"))
        .hasSize(2)
        .allMatch(row -> row.contains("BASE_OUTSIDE_LIMITS") && row.contains("3980.00 至 19899.00"));
    run.job(
        "flexible-election",
        "region=shanxi",
        "year=2023",
        "business-date=2023-01-05",
        "elections=samples/flexible/shanxi-2023.csv");
    assertThat(run.rows("flexible-2023.xlsx", "灵活就业缴费", "姓名"))
        .containsExactly(
            "郝望川|140100198206060010|养老|19314.00|0.2|按月|3862.80|46353.60|2023-01|是|有效|3862.80|",
            "申采薇|140100199109090028|养老|3863.00|0.2|按月|772.60|9271.20|2023-01|是|有效|772.60|");
  }

  @Test
  void aKindWithoutPolicyAndAnUnreadableFileAreListedAndTheRestGoesOn() throws IOException {
    run.file("in/a.csv", HEADER, "申采薇,140100199109090028,医疗,选择,4000,按月,2023-01,是");
    run.file("in/b.xlsx", "PK");
    run.file("in/c.csv", HEADER, "申采薇,140100199109090028,养老,选择,4000,按月,2023-01,是");
    assertThat(
            run.job(
                "flexible-election",
                "region=shanxi",
                "year=2023",
                "business-date=2023-01-05",
                "elections=" + folder.resolve("in")))
        .isZero();
    assertThat(run.rows("flexible-2023.xlsx", "灵活就业缴费", "姓名")).hasSize(1);
    assertThat(run.rows("flexible-2023.xlsx", "问题清单", "序号"))
        .hasSize(2)
        .anyMatch(row -> row.contains("KIND_UNKNOWN") && row.contains("只能填：养老、居民养老、补充养老。"));
  }

  @Test
  void anUnknownRegionIsRefusedBeforeAnythingIsTouched() {
    assertThat(run.job("flexible-election", "region=atlantis")).isEqualTo(2);
    assertThat(run.err()).contains("atlantis", "weifang");
    assertThat(folder.resolve("work")).doesNotExist();
  }

  @Test
  void aListOfTheRetiredThatCannotBeReadIsRefused() throws IOException {
    Path list = run.file("retired.csv", "姓名,退休", "甲,2022-07");
    assertThat(run.job("top-up", "retired=" + list)).isEqualTo(2);
    assertThat(run.err()).contains("retired.csv", "证件号码");
  }

  private String codeOf(String row) {
    String[] cells = row.split("\\|", -1);
    return cells[3] + " " + cells[5];
  }
}
