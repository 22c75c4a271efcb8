package basedecl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.cli.Workplace.Ended;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A payment whose day has not come is left for a run of that day. */
@Tag("run")
@NullUnmarked
class PaymentsAheadTest {

  private final Workplace place;

  PaymentsAheadTest(@TempDir Path folder) {
    place = new Workplace(folder);
  }

  @Test
  void itIsANoticeUntilItsDayAndTakenOnceThen() throws IOException {
    place.declare(
        "declaration",
        "2024-01-20",
        "单位编号,姓名,证件号码,月均工资,职工签字",
        "0370700001,沈月,370702199001010012,10000,沈月");
    Path payments =
        place.file(
            "payments.csv",
            "单位编号,费款所属期,缴费日期,缴费金额,流水号",
            "0370700001,2024-01,2024-02-05,600,W1",
            "0370700001,2024-01,2024-02-05,400,");

    Ended before = run(payments, "2024-02-04");
    assertThat(before.said()).contains("缴费日期晚于业务日期的 2 笔");
    assertThat(problems())
        .extracting(row -> row.get("代码") + " " + row.get("级别"))
        .containsExactly("PAYMENT_AHEAD 提示", "PAYMENT_AHEAD 提示");
    assertThat(january()).containsEntry("已缴金额", "0").containsEntry("滞纳金", "5");

    Ended onTheDay = run(payments, "2024-02-05");
    assertThat(onTheDay.said()).doesNotContain("晚于业务日期的");
    assertThat(problems()).isEmpty();
    assertThat(january()).containsEntry("已缴金额", "1000").containsEntry("滞纳金", "5.5");

    run(payments, "2024-02-06");
    assertThat(january()).containsEntry("已缴金额", "1000").containsEntry("滞纳金", "5.5");
  }

  private Ended run(Path payments, String date) {
    Ended ended = place.run("late-fee", "payments=" + payments, "business-date=" + date);
    assertThat(ended.status()).as(ended.said()).isZero();
    return ended;
  }

  private List<Map<String, String>> problems() throws IOException {
    return place.sheet("late-fees-2024.xlsx", "问题清单", "序号");
  }

  private Map<String, String> january() throws IOException {
    return place.sheet("late-fees-2024.xlsx", "滞纳金", "单位编号").stream()
        .filter(row -> row.get("单位编号").equals("0370700001"))
        .findFirst()
        .orElseThrow();
  }
}
