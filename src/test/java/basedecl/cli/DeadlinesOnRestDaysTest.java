package basedecl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.cli.Workplace.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 2024-02-25, February's deadline, is a Sunday. */
@Tag("run")
@NullUnmarked
class DeadlinesOnRestDaysTest {

  private static final String EMPLOYER = "0370700001";

  private final Workplace place;

  DeadlinesOnRestDaysTest(@TempDir Path folder) {
    place = new Workplace(folder);
  }

  @Test
  void aDeadlineOnASundayHoldsAsStatedAndTheRunSaysSoWhereThePolicyIsSilent() throws IOException {
    declare();
    Ended ended = lateFees("2024-02-26");

    assertThat(february()).containsEntry("缴费期限", serial("2024-02-25")).containsEntry("滞纳金", "0.5");
    assertThat(ended.said()).contains("2024-02-25").contains("逢休息日");
    assertThat(Workplace.command("policy", "show", "weifang-employee-medical").said())
        .contains("2024-02-25, 2024-05-25, 2024-08-25 逢休息日");
  }

  @Test
  void withTheRuleItMovesToMondayAndLateFeesCountFromThere() throws IOException {
    String policies = "policies=" + policies();
    declare();
    Ended ended = lateFees("2024-02-26", policies);
    assertThat(february()).containsEntry("缴费期限", serial("2024-02-26")).containsEntry("滞纳金", "0");
    assertThat(ended.said()).doesNotContain("逢休息日");

    lateFees("2024-02-27", policies);
    assertThat(february()).containsEntry("滞纳金", "0.5");

    Ended told =
        place.onLedger(
            "explain",
            "--employer",
            EMPLOYER,
            "--set",
            policies,
            "--set",
            "year=2024",
            "--set",
            "business-date=2024-02-27");
    assertThat(told.said())
        .contains("期限 2024-02-25（休息日）顺延至 2024-02-26")
        .contains("期限逢休息日顺延，依据：试点办法");
  }

  /** A day as a spreadsheet stores it. */
  private static String serial(String day) {
    return Long.toString(ChronoUnit.DAYS.between(LocalDate.of(1899, 12, 30), LocalDate.parse(day)));
  }

  private void declare() throws IOException {
    place.declare(
        "declaration",
        "2024-01-20",
        "单位编号,姓名,证件号码,月均工资,职工签字",
        EMPLOYER + ",沈月,370702199001010012,10000,沈月");
  }

  private Ended lateFees(String date, String... settings) throws IOException {
    Path payments = place.file("payments.csv", "单位编号,费款所属期,缴费日期,缴费金额");
    String[] all = Arrays.copyOf(settings, settings.length + 2);
    all[settings.length] = "payments=" + payments;
    all[settings.length + 1] = "business-date=" + date;
    Ended ended = place.run("late-fee", all);
    assertThat(ended.status()).as(ended.said()).isZero();
    return ended;
  }

  private Map<String, String> february() throws IOException {
    return place.sheet("late-fees-2024.xlsx", "滞纳金", "单位编号").stream()
        .filter(row -> row.get("单位编号").equals(EMPLOYER))
        .filter(row -> row.get("费款所属期").equals("2024-02"))
        .findFirst()
        .orElseThrow();
  }

  /** The shipped policy with the rule of a document made up for this test. */
  private Path policies() throws IOException {
    Path folder = Files.createDirectories(place.folder().resolve("policies"));
    Path shipped = Path.of("src/main/resources/policies/weifang-employee-medical.yaml");
    Files.writeString(
        folder.resolve("weifang-employee-medical.yaml"),
        Files.readString(shipped)
            + "deadline-on-rest-day: {rule: next-working-day, citation: 试点办法}\n");
    return folder;
  }
}
